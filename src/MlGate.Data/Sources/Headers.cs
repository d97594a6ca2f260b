using MlGate.Findings;

namespace MlGate.Data.Sources;

/// <summary>Names of columns must name one column each.</summary>
internal static class Headers
{
    public static Finding? Evaluate(CheckId id, string file, IReadOnlyList<string> names)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var column = 0; column < names.Count; column++)
        {
            var number = FormattableString.Invariant($"column {column + 1}");
            if (names[column].Length == 0)
            {
                return DataFinding.Create(
                    Diagnostics.HeaderAmbiguous,
                    id,
                    file,
                    "a name for every column",
                    $"no name for {number}",
                    "Name the column; export without row names",
                    1,
                    column + 1
                );
            }

            if (!seen.TryAdd(names[column], column))
            {
                return DataFinding.Create(
                    Diagnostics.HeaderAmbiguous,
                    id,
                    file,
                    "a unique name for every column",
                    FormattableString.Invariant($"same name for column {seen[names[column]] + 1} and {number}"),
                    "Rename one of them",
                    1,
                    column + 1
                );
            }
        }

        return null;
    }
}
