using MlGate.Checks.Models.Evaluation;
using MlGate.Findings;

namespace MlGate.Checks.Models.Limits;

/// <summary>Every declared limit of every metric, over all rows.</summary>
internal sealed class MetricLimits : IModelCheck
{
    public IEnumerable<EstimateNeed> Needs(EvaluationSet set) => Needs(set.Evaluation);

    public IEnumerable<Finding> Evaluate(EvaluationSet set, Estimates estimates) =>
        JudgedLimit.Of(set.Evaluation, set.Evaluation.Model.Metrics).Select(limit => limit.Evaluate(set, estimates));

    public IEnumerable<Finding> WithoutRows(ModelEvaluation evaluation) =>
        JudgedLimit.Of(evaluation, evaluation.Model.Metrics).Select(limit => limit.WithoutRows(evaluation));

    /// <summary>One need for each declared limit.</summary>
    internal static IEnumerable<EstimateNeed> Needs(ModelEvaluation evaluation) =>
        JudgedLimit.Of(evaluation, evaluation.Model.Metrics).Select(limit => limit.Need());
}
