using MlGate.Findings;

namespace MlGate.Checks.Models.Evaluation;

/// <summary>
/// A kind of check of models, in two phases: first all checks say what they need, then it is estimated in one pass of resampling and
/// adjusted as one family, then each check judges.
/// </summary>
internal interface IModelCheck
{
    /// <summary>The estimates that it needs; equal needs are estimated once.</summary>
    IEnumerable<EstimateNeed> Needs(EvaluationSet set);

    /// <summary>Its findings, in the order of the gate file.</summary>
    /// <param name="set">The rows.</param>
    /// <param name="estimates">What was estimated for the needs of all checks.</param>
    IEnumerable<Finding> Evaluate(EvaluationSet set, Estimates estimates);

    /// <summary>Its findings where labels or scores of the candidate are invalid.</summary>
    IEnumerable<Finding> WithoutRows(ModelEvaluation evaluation) => [];
}
