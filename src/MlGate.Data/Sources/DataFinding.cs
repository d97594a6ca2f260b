using MlGate.Findings;

namespace MlGate.Data.Sources;

/// <summary>Findings about data that cannot be read.</summary>
internal static class DataFinding
{
    /// <param name="diagnostic">The code.</param>
    /// <param name="id">The check's path in the gate file, or the file's name where there is no gate.</param>
    /// <param name="file">The file's name.</param>
    /// <param name="expected">What must hold.</param>
    /// <param name="found">What was found; never a cell's value.</param>
    /// <param name="fix">A way out.</param>
    /// <param name="line">Line in the file, from 1; 0 when unknown.</param>
    /// <param name="column">Field of the row, from 1; 0 when unknown.</param>
    public static Finding Create(
        Diagnostic diagnostic,
        CheckId id,
        string file,
        string expected,
        string found,
        string fix,
        long line = 0,
        long column = 0
    ) =>
        new()
        {
            Code = diagnostic.Code,
            Id = id,
            Subject = file,
            Outcome = Outcome.Failed,
            Expected = expected,
            Found = found,
            Fix = fix,
            Place = new FilePlace(file, (int)Math.Min(line, int.MaxValue), (int)Math.Min(column, int.MaxValue)),
        };

    /// <summary>Memory, spilled files or unpacked files beyond what there is room for.</summary>
    public static Finding LimitHit(CheckId id, string file) =>
        Create(
            Diagnostics.OutOfMemory,
            id,
            file,
            "a profile within the limits of memory and temporary files",
            "limit reached",
            "Free space in the temporary folder, or split the dataset"
        );
}
