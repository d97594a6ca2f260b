namespace MlGate.Metrics.Walks;

/// <summary>Cuts sorted scores into bins of equal mass.</summary>
internal static class EqualMassBins
{
    /// <summary>
    /// Where each bin starts, then where the last one ends: ascending positions, ties in one bin, so that the order of equal scores cannot
    /// matter.
    /// </summary>
    /// <param name="sorted">The scores, ascending or descending.</param>
    /// <param name="bins">Most bins.</param>
    public static int[] Starts(ReadOnlySpan<double> sorted, int bins)
    {
        var starts = new List<int> { 0 };
        for (var bin = 1; bin < bins; bin++)
        {
            var start = (int)((long)bin * sorted.Length / bins);
            while (start > 0 && start < sorted.Length && sorted[start] == sorted[start - 1])
            {
                start++;
            }

            if (start > starts[^1] && start < sorted.Length)
            {
                starts.Add(start);
            }
        }

        starts.Add(sorted.Length);
        return [.. starts];
    }
}
