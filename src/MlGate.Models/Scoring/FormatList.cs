using MlGate.Gates;

namespace MlGate.Models.Scoring;

/// <summary>The formats that can be read.</summary>
internal sealed class FormatList(params IReadOnlyList<IModelFormat> all)
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<IModelFormat> All => all;

    /// <summary>The format of a file by its name.</summary>
    public IModelFormat For(string path) => Get(ModelFormats.For(path).Key);

    /// <summary>The format of a key.</summary>
    public IModelFormat Get(string key) => all.First(one => one.Format.Key == key);

    /// <summary>True if a file is probably a model that can be scored.</summary>
    public bool IsModel(string path) => all.OfType<IScoredFormat>().Any(format => format.IsRecognised(path));
}
