using System.Globalization;
using MlGate.Checks.Models.Evaluation;
using MlGate.Estimation;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Metrics.Fairness;

namespace MlGate.Checks.Models.Fairness;

/// <summary>The rates of all groups that are large enough to be compared.</summary>
/// <param name="Compared">The rates of the candidate.</param>
/// <param name="TooSmall">Names of groups that are too small.</param>
/// <param name="Problem">Why nothing can be compared; null where it can.</param>
internal sealed record GroupRates(IReadOnlyList<GroupRate> Compared, IReadOnlyList<string> TooSmall, string? Problem)
{
    /// <summary>The rates that can be held against those of the baseline.</summary>
    public IReadOnlyList<GroupRate> ComparedInBoth { get; private init; } = [];

    /// <summary>Collects them.</summary>
    public static GroupRates From(EvaluationSet set, Estimates estimates, GroupsGate groups, FairnessMeasure measure)
    {
        var segments = set.Part(groups.Columns) ?? [];
        var (compared, small) = (new List<GroupRate>(), new SortedSet<string>(StringComparer.Ordinal));
        foreach (var rate in measure.Rates)
        {
            foreach (var segment in segments.Where(segment => segment.Rows.Length > 0))
            {
                var need = new EstimateNeed(
                    new RowSelection(ComparedWith.Baseline, segment.Name),
                    new EstimateRequest(rate, Estimand.Value)
                );
                if (
                    estimates.For(need) is { Estimate: not null } answer
                    && rate.DenominatorOf(answer.Rows.Candidate).Count >= groups.MinDenominator
                )
                {
                    compared.Add(new GroupRate(segment.Name, rate, answer));
                }
                else
                {
                    small.Add(segment.Name);
                }
            }
        }

        return new(
            compared,
            [.. small],
            set.Part(groups.Columns) is null
                    ? string.Create(CultureInfo.InvariantCulture, $"not measured: more than {Segmentation.Most} groups")
                : compared.GroupBy(rate => rate.Rate).Any(same => same.Count() > 1) ? null
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"not measured: fewer than two groups with at least {groups.MinDenominator:N0} {Unit(measure, compared)}"
                )
        )
        {
            ComparedInBoth =
            [
                .. compared.Where(rate => rate.Baseline is not null && rate.DenominatorOf(ofBaseline: true).Count >= groups.MinDenominator),
            ],
        };
    }

    // What the rates divide by.
    private static string Unit(FairnessMeasure measure, List<GroupRate> compared) =>
        compared.Count > 0 ? compared[0].Rate.DenominatorOf(compared[0].Answer.Rows.Candidate).Name : $"rows that {measure.Key} divides by";
}
