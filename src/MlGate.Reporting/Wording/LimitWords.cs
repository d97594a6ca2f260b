using MlGate.Findings;

namespace MlGate.Reporting.Wording;

/// <summary>Says what a limit allows, and whether it is about the value or about its change.</summary>
internal static class LimitWords
{
    /// <summary><c>drop ≤ 0.020</c>, <c>value ≥ 0.700</c>; null without a limit.</summary>
    public static Phrase? Of(Evidence? evidence)
    {
        if (evidence?.Limit is not { } limit || Figures.Of(evidence).Limit is not { } figure)
        {
            return null;
        }

        return limit.Kind switch
        {
            "mostly" => $"violations ≤ {Piece.Number(figure)}",
            "limit" when evidence.Threshold is not null =>
                $"value ≤ {Piece.Number(figure)} (limit {Piece.Number(Numbers.Fixed(limit.Value, Numbers.DecimalsOf(limit.Value)))} "
                    + $"above chance)",
            "limit" => $"value ≤ {Piece.Number(figure)}",
            "change" => $"change ≤ {Piece.Number(Numbers.Percent(limit.Value))}",
            "min" => $"value ≥ {Piece.Number(figure)}",
            "max" => $"value ≤ {Piece.Number(figure)}",
            "max-drop" => $"drop ≤ {Piece.Number(figure)}",
            "max-rise" => $"rise ≤ {Piece.Number(figure)}",
            "max-relative-drop" => $"drop ≤ {Piece.Number(figure)} of the baseline",
            "max-relative-rise" => $"rise ≤ {Piece.Number(figure)} of the baseline",
            "min-gain" => $"gain ≥ {Piece.Number(figure)}",
            "max-gain" => $"gain ≤ {Piece.Number(figure)}",
            "max-drop-since-anchor" => $"drop since the anchor ≤ {Piece.Number(figure)}",
            "max-rise-since-anchor" => $"rise since the anchor ≤ {Piece.Number(figure)}",
            _ => $"{Piece.Name(limit.Kind)} {Piece.Number(figure)}",
        };
    }
}
