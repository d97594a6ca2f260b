namespace MlGate.Runs;

/// <summary>One metric of one model over past runs.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Measure">The metric.</param>
/// <param name="Points">The oldest first.</param>
public sealed record Trend(string Model, string Measure, IReadOnlyList<TrendPoint> Points)
{
    /// <summary>The points in stretches of one test set: only within a stretch do values say anything of each other.</summary>
    public IReadOnlyList<IReadOnlyList<TrendPoint>> Stretches
    {
        get
        {
            var stretches = new List<List<TrendPoint>>();
            foreach (var point in Points)
            {
                if (stretches.Count == 0 || stretches[^1][^1].Test != point.Test)
                {
                    stretches.Add([]);
                }

                stretches[^1].Add(point);
            }

            return stretches;
        }
    }

    /// <summary>The trends of runs, in the order of the latest run that has them.</summary>
    /// <param name="runs">The oldest first.</param>
    /// <param name="model">One model only; null for all.</param>
    /// <param name="measure">One metric only; null for all.</param>
    public static IReadOnlyList<Trend> From(IReadOnlyList<RecordedRun> runs, string? model = null, string? measure = null)
    {
        var points =
            from run in runs.Reverse()
            from one in run.Run.Models
            where model is null || one.Name == model
            from metric in one.Metrics
            where measure is null || metric.Measure == measure
            select (Key: (one.Name, metric.Measure), Point: new TrendPoint(run, one.Version, one.Test, metric));
        return
        [
            .. points
                .GroupBy(point => point.Key)
                .Select(group => new Trend(group.Key.Name, group.Key.Measure, [.. group.Select(point => point.Point).Reverse()])),
        ];
    }
}

/// <summary>One value of a trend.</summary>
/// <param name="Run">The run that measured it.</param>
/// <param name="Version">The model's git object id.</param>
/// <param name="Test">Git object id of the test set that it was measured on.</param>
/// <param name="Metric">The value.</param>
public sealed record TrendPoint(RecordedRun Run, string Version, string Test, PastMetric Metric);
