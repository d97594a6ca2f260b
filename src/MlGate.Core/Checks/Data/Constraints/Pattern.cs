using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Checks.Data.Constraints;

/// <summary>Texts match <c>regex</c> from their first to their last character.</summary>
internal sealed class Pattern : ValueConstraint<string>
{
    public override string Key => "regex";

    public override LimitForm<string> Form => LimitForms.Pattern;

    public override IReadOnlyList<ColumnType> Types { get; } = [ColumnType.Category, ColumnType.Text];

    public override Diagnostic Code => Diagnostics.PatternMismatch;

    public override string Meaning => "Pattern (RE2 syntax) for the whole value; for `category` and `text`.";

    public override string Example => "regex: '[0-9]{4}-[A-Z]{5}'";

    public override string Remedy => "change the pattern under";

    public override string FixOn(ColumnType type) => "Remove it, or declare the type text";

    public override bool IsWeaker(string policy, string limit) => policy != limit;

    public override ValuePredicate Breaks(string limit, NumberForm form) => new Negation(new PatternMatch(limit));

    public override string Expected(string limit) => $"to match {FoundText.Name(limit)}";

    public override string Broken(string limit) => "do not match";
}
