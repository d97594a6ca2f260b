using MlGate.Data.Engines;
using MlGate.Data.Sources;
using MlGate.Profiles;

namespace MlGate.Data.Profiles;

/// <summary>Finds in which file of a dataset its rows stand.</summary>
internal static class RowPlaces
{
    /// <summary>The violations with the files of their rows; as they are for a dataset of one file.</summary>
    public static async Task<SortedDictionary<string, Violations>> AddToAsync(
        SortedDictionary<string, Violations> violations,
        ISqlEngine engine,
        DataSource source,
        CancellationToken cancel
    )
    {
        if (source.Files.Count < 2 || violations.Values.All(found => found.FirstRows.Count == 0))
        {
            return violations;
        }

        var ends = new List<(string File, long Last)>();
        var last = 0L;
        foreach (var file in source.Files)
        {
            last += await engine.CountAsync($"SELECT 1 AS one FROM {source.ReadingFile(file)}", cancel).ConfigureAwait(false);
            ends.Add((file.Name, last));
        }

        var placed = violations.ToDictionary(
            found => found.Key,
            found => found.Value with { FirstPlaces = [.. found.Value.FirstRows.Select(row => Place(ends, row))] }
        );
        return new SortedDictionary<string, Violations>(placed, StringComparer.Ordinal);
    }

    private static RowPlace Place(List<(string File, long Last)> ends, long row)
    {
        var at = ends.FindIndex(file => row <= file.Last);
        return new RowPlace(ends[at].File, row - (at == 0 ? 0 : ends[at - 1].Last));
    }
}
