using MlGate.Findings;
using MlGate.Gates;
using MlGate.Profiles;

namespace MlGate.Checks.Data.Constraints;

/// <summary>Values are among those that <c>in</c> lists.</summary>
internal sealed class AllowedValues : ValueConstraint<IReadOnlyList<string>>
{
    public override string Key => "in";

    public override LimitForm<IReadOnlyList<string>> Form => LimitForms.Texts;

    public override IReadOnlyList<ColumnType> Types { get; } = Enum.GetValues<ColumnType>();

    public override Diagnostic Code => Diagnostics.OutsideDomain;

    public override string Meaning =>
        "Allowed values: a list, or `file:` and a text file with one value per line, relative to the file that contains "
        + "this key. Numbers and booleans in the list are compared as written.";

    public override string Example => "in: [Month-to-month, One year, Two year]";

    public override string Remedy => "add the new values under";

    public override bool IsWeaker(IReadOnlyList<string> policy, IReadOnlyList<string> limit) =>
        limit.Except(policy, StringComparer.Ordinal).Any();

    public override ValuePredicate Breaks(IReadOnlyList<string> limit, NumberForm form) => new Negation(new Membership(limit));

    public override string Expected(IReadOnlyList<string> limit) => $"to be one of {FoundText.Number(limit.Count)} allowed values";

    public override string Broken(IReadOnlyList<string> limit) => "are not in the list";

    // The profile lists the most frequent values only.
    public override bool IsKeptBy(ColumnProfile profile, ColumnType type, IReadOnlyList<string> limit) =>
        type == ColumnType.Category
        && profile.Distinct == profile.Top.Count
        && profile.Top.All(value => limit.Contains(value.Value, StringComparer.Ordinal));

    public override LimitProblem? ProblemWith(IReadOnlyList<string> limit, ColumnType type)
    {
        (Func<string, bool> IsValid, string Expected)? rule = type switch
        {
            ColumnType.Integer or ColumnType.Number => (IsNumber, "numbers"),
            ColumnType.Date => (IsDate, "dates such as 2026-11-30"),
            ColumnType.Timestamp => (text => MomentText.TryParseOfData(text, out _), "times such as 2026-11-30T12:00:00Z"),
            _ => null,
        };
        return rule is { } values && limit.FirstOrDefault(value => !values.IsValid(value)) is { } wrong
            ? new LimitProblem(
                $"{PrintableText.Quote(wrong)} in the domain of a column of type {type.ToString().ToLowerInvariant()}",
                values.Expected,
                "Declare the type category"
            )
            : null;
    }

    private static bool IsNumber(string text) =>
        text.All(letter => char.IsAsciiDigit(letter) || letter is '+' or '-' or '.' or 'e' or 'E') && GateNumber.TryParse(text, out _);

    private static bool IsDate(string text) =>
        MomentText.TryParseOfData(text, out var moment) && moment.UtcDateTime.TimeOfDay == TimeSpan.Zero;
}
