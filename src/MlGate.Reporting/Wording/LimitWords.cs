using MlGate.Findings;

namespace MlGate.Reporting.Wording;

/// <summary>Says what a limit allows, and whether it is about the value or about its change.</summary>
internal static class LimitWords
{
    /// <summary><c>drop ≤ 0.020</c>, <c>at least 0.700</c>; null without a limit.</summary>
    public static SafeText? For(Evidence? evidence)
    {
        if (evidence?.Limit is not { } limit || FormattedEvidence.From(evidence).Limit is not { } figure)
        {
            return null;
        }

        if (evidence.Threshold is not null)
        {
            var declared = TextPart.Number(Numbers.Fixed(limit.Value, Numbers.DecimalsOf(limit.Value)));
            return $"at most {TextPart.Number(figure)} ({declared} above chance)";
        }

        // A change of any sign has no figures of its own.
        var shown = limit.Kind is { IsRelative: true, Direction: Direction.Any } ? Numbers.Percent(limit.Value) : figure;
        return Fill(limit.Kind.Allowed, TextPart.Number(shown));
    }

    /// <summary>Behind a value that breaks the limit: <c>at least 0.700 required</c>.</summary>
    public static SafeText Required(LimitKind kind, TextPart limit) =>
        kind.IsLeast ? SafeText.From($"at least {limit} required") : $"at most {limit} allowed";

    /// <summary>A text of a kind of limit with numbers in its places.</summary>
    /// <param name="text">With <c>{limit}</c>, <c>{value}</c> and <c>{values}</c>.</param>
    /// <param name="limit">For the first.</param>
    /// <param name="value">The candidate's value.</param>
    /// <param name="values">Before → now.</param>
    public static SafeText Fill(string text, TextPart limit, TextPart? value = null, TextPart? values = null)
    {
        var parts = text.Split('{', '}')
            .Select(part =>
                part switch
                {
                    "limit" => limit,
                    "value" => value ?? limit,
                    "values" => values ?? limit,
                    _ => TextPart.Own(part),
                }
            );
        return SafeText.Join("", parts.Where(part => part.Value.Length > 0).Select(part => (SafeText)$"{part}"));
    }
}
