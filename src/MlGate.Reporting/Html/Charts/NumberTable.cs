using MlGate.Reporting.Html.Elements;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Html.Charts;

/// <summary>A table of numbers: the first column names the row.</summary>
internal static class NumberTable
{
    /// <summary>The table; every cell is a phrase.</summary>
    /// <param name="caption">What it holds.</param>
    /// <param name="heads">Heads of the columns.</param>
    /// <param name="rows">Rows of as many cells.</param>
    public static Markup Render(SafeText caption, IReadOnlyList<SafeText> heads, IEnumerable<IReadOnlyList<SafeText>> rows)
    {
        var head = Join(heads.Select(cell => (Markup)$"<th scope=\"col\">{cell}</th>"));
        var body = Markup.Lines(
            rows.Select(row =>
                (Markup)$"<tr><th scope=\"row\">{row[0]}</th>{Join(row.Skip(1).Select(cell => (Markup)$"<td>{cell}</td>"))}</tr>"
            )
        );
        return $"""
            <table class="num"><caption>{caption}</caption>
            <thead><tr>{head}</tr></thead>
            <tbody>
            {body}
            </tbody></table>
            """;
    }

    /// <summary>A number with decimals; a dash for none.</summary>
    public static SafeText Cell(double? value, int decimals = 3) =>
        value is { } number ? (SafeText)$"{TextPart.Number(Numbers.Fixed(number, decimals))}" : $"–";

    /// <summary>A number in as few digits as an axis has.</summary>
    public static SafeText Plain(double? value) => value is { } number ? (SafeText)$"{TextPart.Number(Chart.Number(number))}" : $"–";

    /// <summary>A share in percent.</summary>
    public static SafeText Percent(double share) => $"{TextPart.Number(Numbers.Fixed(100 * share, 1) + " %")}";

    private static Markup Join(IEnumerable<Markup> cells)
    {
        var all = Markup.Empty;
        foreach (var cell in cells)
        {
            all.AppendFormatted(cell);
        }

        return all;
    }
}
