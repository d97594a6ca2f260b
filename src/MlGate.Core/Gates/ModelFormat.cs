namespace MlGate.Gates;

/// <summary>
/// A format of the file in <c>models.NAME.path</c>: what the gate file and the run must know of it. How it is read is in MlGate.Models, in
/// a class that names the row. The rows are in <see cref="ModelFormats"/>.
/// </summary>
public sealed class ModelFormat
{
    internal ModelFormat() { }

    /// <summary>Its name between processes and in cache keys.</summary>
    public required string Key { get; init; }

    /// <summary>What a file of it is, in messages: <c>a file of predictions</c>.</summary>
    public required string Noun { get; init; }

    /// <summary>The same with its kinds, for the reference page; Markdown.</summary>
    public required string Description { get; init; }

    /// <summary>Ends of the names of its files, in lower case; empty for the format of all other names.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];

    /// <summary>The extensions, for people; null for the format of all other names.</summary>
    public string? KnownExtensions { get; init; }

    /// <summary>Keys of the gate file that describe such a file, and are misplaced on a file of a format without them.</summary>
    public required IReadOnlyList<string> GateKeys { get; init; }

    /// <summary>True if the file holds predictions; false if it holds a model, which is scored on the test set.</summary>
    public bool IsPredictions { get; init; }

    /// <summary>The key.</summary>
    public override string ToString() => Key;
}
