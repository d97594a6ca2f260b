using System.Globalization;
using System.Text.RegularExpressions;
using MlGate.Reporting.Csv;
using MlGate.Reports;

namespace MlGate.Reporting.Tests;

/// <summary>CSV as a strict parser reads it.</summary>
public sealed partial class CsvFormatTests
{
    public static TheoryData<string> Forms => [.. ReportSamples.All.Keys];

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, Payloads.All.Count)];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Csv_gives_every_number_back(string form)
    {
        var report = ReportSamples.All[form];

        var rows = Csv(report);

        var (header, body) = (rows[0].ToList(), rows.Skip(report.Findings.Count == 0 ? 2 : 1).ToList());
        Assert.All(rows, row => Assert.Equal(header.Count, row.Count));
        Assert.Equal(
            report.Findings.Select(finding => finding.Evidence?.Candidate),
            body.Select(row => Number(row[header.IndexOf("candidate")]))
        );
        Assert.Equal(
            report.Findings.Select(finding => finding.Evidence?.Interval?.Lower),
            body.Select(row => Number(row[header.IndexOf("lower")]))
        );
        Assert.Equal(report.Findings.Select(finding => finding.Id.Text), body.Select(row => row[header.IndexOf("id")]));
    }

    [Fact]
    public void Csv_names_the_waiver_that_accepts_a_finding()
    {
        var report = ReportSamples.All["waived"];

        var rows = Csv(report);

        var (outcome, waiver) = (rows[0].ToList().IndexOf("outcome"), rows[0].ToList().IndexOf("waiver"));
        Assert.Equal("samples/churn/" + report.Waivers[0].File, Assert.Single(rows, row => row[outcome] == "waived")[waiver]);
        Assert.All(rows.Skip(1).Where(row => row[outcome] != "waived"), row => Assert.Equal("", row[waiver]));
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void Csv_holds_no_formula_and_no_other_cells(int payload)
    {
        var report = InjectionTests.Report(Payloads.All[payload]);

        var rows = Csv(report);

        Assert.Equal(report.Findings.Count + 1, rows.Count);
        Assert.All(rows, row => Assert.Equal(rows[0].Count, row.Count));
        Assert.All(rows.SelectMany(row => row), cell =>
            Assert.True(double.TryParse(cell, CultureInfo.InvariantCulture, out _) || !FormulaStart().IsMatch(cell), cell)
        );
        Assert.All(rows.SelectMany(row => row), AssertVisible);
    }

    // RFC 4180 by the letter: CR LF ends a row, a quote within quotes is doubled, nothing else has a meaning.
    internal static List<IReadOnlyList<string>> Csv(Report report)
    {
        var text = new CsvRenderer().Render(report);
        var (rows, row, at) = (new List<IReadOnlyList<string>>(), new List<string>(), 0);
        while (at < text.Length)
        {
            var match = Cell().Match(text, at);
            Assert.True(match.Success && match.Index == at, $"no cell at {at}");
            row.Add(
                match.Groups["quoted"].Success
                    ? match.Groups["quoted"].Value.Replace("\"\"", "\"", StringComparison.Ordinal)
                    : match.Groups["bare"].Value
            );
            at += match.Length;
            if (match.Groups["end"].Value == ",")
            {
                continue;
            }

            rows.Add(row);
            row = [];
        }

        return rows;
    }

    private static double? Number(string cell) => cell.Length == 0 ? null : double.Parse(cell, CultureInfo.InvariantCulture);

    private static void AssertVisible(string text) =>
        Assert.All(text, letter => Assert.True(letter == '\n' || InjectionTests.Visible(letter), $"U+{(int)letter:X4}"));

    [GeneratedRegex("\\G(\"(?<quoted>([^\"]|\"\")*)\"|(?<bare>[^\",\r\n]*))(?<end>,|\r\n)")]
    private static partial Regex Cell();

    [GeneratedRegex(@"^[""\s]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]")]
    private static partial Regex FormulaStart();
}
