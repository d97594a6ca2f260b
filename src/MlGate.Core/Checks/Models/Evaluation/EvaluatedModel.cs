namespace MlGate.Checks.Models.Evaluation;

/// <summary>One of the models that are evaluated on the same rows.</summary>
/// <param name="Name">In messages: <c>baseline</c>.</param>
internal sealed record EvaluatedModel(string Name)
{
    public static readonly EvaluatedModel Candidate = new("candidate");

    public static readonly EvaluatedModel Baseline = new("baseline");

    public static readonly EvaluatedModel Anchor = new("anchor");

    /// <summary><c>a baseline</c>, <c>an anchor</c>.</summary>
    public string WithArticle => (this == Anchor ? "an " : "a ") + Name;

    public override string ToString() => Name;
}
