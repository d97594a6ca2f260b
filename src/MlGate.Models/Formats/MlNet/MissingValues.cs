using System.IO.Compression;
using System.Reflection;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlGate.Models.Formats.MlNet;

/// <summary>Finds what a model takes a missing number for.</summary>
internal static class MissingValues
{
    private static readonly string[] Handlers =
    [
        "MissingValueReplacingTransformer",
        "MissingValueIndicatorTransformer",
        "MissingValueDroppingTransformer",
    ];

    /// <summary>
    /// Does a part of the model replace, indicate or drop missing values? A model whose training data had 0 in their place would not.
    /// </summary>
    public static bool AreHandledBy(ITransformer transformer) =>
        Handlers.Contains(transformer.GetType().Name, StringComparer.Ordinal)
        || (transformer is IEnumerable<ITransformer> parts && parts.Any(AreHandledBy));

    /// <summary><c>MissingRealsAsNaNs</c> of the text loader that is saved with the model; null if there is none.</summary>
    public static bool? OfLoaderIn(Stream model, MLContext context)
    {
        if (!HasLoader(model))
        {
            return null;
        }

        model.Position = 0;
        context.Model.LoadWithDataLoader(model, out var loader);
        return Flags(loader) is { } flags ? flags.Contains("MissingRealsAsNaNs", StringComparison.Ordinal) : null;
    }

    private static bool HasLoader(Stream model)
    {
        model.Position = 0;
        using var archive = new ZipArchive(model, ZipArchiveMode.Read, leaveOpen: true);
        return archive.Entries.Any(entry => entry.FullName.Replace('\\', '/') == "Loader/Model.key");
    }

    // The loader has no public property for its options.
    private static string? Flags(IDataLoader<IMultiStreamSource> loader) =>
        loader is TextLoader
            ? typeof(TextLoader).GetField("_flags", BindingFlags.NonPublic | BindingFlags.Instance)?.GetValue(loader)?.ToString()
            : null;
}
