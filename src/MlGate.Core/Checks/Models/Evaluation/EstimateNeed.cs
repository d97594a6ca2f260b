using MlGate.Estimation;
using MlGate.Findings;

namespace MlGate.Checks.Models.Evaluation;

/// <summary>What a check needs to be estimated before it judges.</summary>
/// <param name="Rows">Over which rows.</param>
/// <param name="Request">The question about a metric.</param>
internal sealed record EstimateNeed(RowSelection Rows, EstimateRequest Request)
{
    /// <summary>True if candidate and another version are compared.</summary>
    public bool IsOfChange => Request.Estimand != Estimand.Value;

    /// <summary>
    /// True for a part of the rows. Such losses are adjusted together by max-T, apart from those of all rows: many segments must not hide a
    /// loss of all.
    /// </summary>
    public bool IsOfSegment => Rows.Segment is not null;

    /// <summary>The margin of a loss that is tested for significance; null where nothing is tested.</summary>
    public LossTest? Loss { get; init; }
}
