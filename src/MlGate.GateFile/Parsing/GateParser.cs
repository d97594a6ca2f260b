using MlGate.Findings;
using MlGate.GateFile.Schema;
using MlGate.GateFile.Sources;
using MlGate.GateFile.Validation;
using MlGate.GateFile.Yaml;
using MlGate.Gates;

namespace MlGate.GateFile.Parsing;

/// <summary>Reads gate files.</summary>
public static class GateParser
{
    /// <summary>Reads the gate file of a name.</summary>
    /// <param name="name">The file's name in its own folder: <c>mlgate.yml</c>.</param>
    /// <param name="files">Reads it, the policies that it extends and its domains.</param>
    /// <param name="commit">A commit's id, or null for the working tree.</param>
    /// <returns>The gate, or MLG0012 and whatever <see cref="Parse"/> finds.</returns>
    public static Result<Gate> Load(string name, IGateFiles files, string? commit = null)
    {
        if (GateTexts.Read(files, name, commit, out var complaint) is { } text)
        {
            return Parse(text, name, files, commit);
        }

        var problems = new Problems();
        var code = complaint!.Diagnostic == Diagnostics.FileNotFound ? Diagnostics.GateFileNotFound : complaint.Diagnostic;
        problems.Add(
            code,
            name,
            new FilePlace(name, 0, 0),
            complaint.Found,
            "a gate file",
            "Run 'mlgate init' to write one, or correct the path"
        );
        return Result.Failed<Gate>(problems.Sorted());
    }

    /// <summary>Reads a gate file's text.</summary>
    /// <param name="text">The text; a byte order mark and CRLF are fine.</param>
    /// <param name="name">The file's name in its own folder: <c>mlgate.yml</c>.</param>
    /// <param name="files">Reads the policies that it extends and its domains.</param>
    /// <param name="commit">The commit that these are read at, or null for the working tree.</param>
    /// <returns>The gate; or all that is wrong with it, in the order of its lines.</returns>
    public static Result<Gate> Parse(string text, string name, IGateFiles files, string? commit = null)
    {
        var problems = new Problems();
        var context = new ReadContext(problems, files, commit, Whole: true);
        var chain = PolicyChain.Read(text, name, context);
        if (chain.Count == 0)
        {
            return Result.Failed<Gate>(problems.Sorted());
        }

        var whole = Read(PolicyChain.Merge([.. chain.Select(link => link.Root)]), name, context)!;
        GateValidator.Validate(whole, problems);

        // A policy alone need not be complete, but what it says must be right, even where it is overridden.
        var policies = chain.Skip(1).Select(link => Read(link.Root, link.File, context with { Whole = false })!).ToList();
        if (problems.Count > 0)
        {
            return Result.Failed<Gate>(problems.Sorted());
        }

        string[] read = [.. chain.Select(link => link.File), .. context.Read.Order(StringComparer.Ordinal)];
        return GateBuilder.Build(whole) with
        {
            Loosened = Loosening.Find(whole, policies),
            Declaration = new DeclaredValues(whole),
            Files = [.. read.Distinct(StringComparer.Ordinal)],
        };
    }

    private static MapValue? Read(MapNode root, string file, ReadContext context) =>
        GateKeys.Map.TryRead(root, new SourceSpan("", new FilePlace(file, root.Place.Line, root.Place.Column)), context, out var value)
            ? value
            : null;
}
