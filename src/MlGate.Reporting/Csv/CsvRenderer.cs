using System.Globalization;
using System.Text;
using MlGate.Findings;
using MlGate.Reporting.Json;
using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.Csv;

/// <summary>A row per finding, as RFC 4180 wants it (lines end with CR LF), for spreadsheets and data frames.</summary>
internal sealed class CsvRenderer : IReportRenderer
{
    private static readonly (string Name, Func<Report, Finding, string> Cell)[] Columns =
    [
        ("gate", (report, _) => CsvText.From(report.Gate)),
        ("commit", (report, _) => CsvText.From(report.Commit)),
        ("code", (_, finding) => CsvText.From(finding.Code)),
        ("id", (_, finding) => CsvText.From(finding.Id.Text)),
        ("subject", (_, finding) => CsvText.From(finding.Subject)),
        ("outcome", (_, finding) => NameConverter<Outcome>.NameOf(finding.Outcome)),
        ("severity", (_, finding) => NameConverter<Severity>.NameOf(finding.Severity)),
        ("waiver", (report, finding) =>
            CsvText.From(finding.Waiver is { } waiver ? RepositoryPath.From(report, new FilePlace(waiver, 0, 0)) : null)
        ),
        ("measure", (_, finding) => CsvText.From(finding.Evidence?.Measure)),
        ("baseline", (_, finding) => Number(finding.Evidence?.Baseline)),
        ("candidate", (_, finding) => Number(finding.Evidence?.Candidate)),
        ("lower", (_, finding) => Number(finding.Evidence?.Interval?.Lower)),
        ("upper", (_, finding) => Number(finding.Evidence?.Interval?.Upper)),
        ("level", (_, finding) => Number(finding.Evidence?.Interval?.Level)),
        ("method", (_, finding) => CsvText.From(finding.Evidence?.Interval?.Method)),
        ("limit_kind", (_, finding) => CsvText.From(finding.Evidence?.Limit?.Kind.Key)),
        ("limit", (_, finding) => Number(finding.Evidence?.Limit?.Value)),
        ("rows", (_, finding) => Number(finding.Evidence?.Rows)),
        ("denominator", (_, finding) => CsvText.From(finding.Evidence?.Denominator?.Name)),
        ("denominator_count", (_, finding) => Number(finding.Evidence?.Denominator?.Count)),
        ("adjusted_p", (_, finding) => Number(finding.Evidence?.AdjustedP)),
        ("leaning", (_, finding) => finding.Evidence?.Leaning is { } leaning ? NameConverter<Leaning>.NameOf(leaning) : ""),
        ("minimum_detectable_effect", (_, finding) => Number(finding.Evidence?.MinimumDetectableEffect)),
        ("needed", (_, finding) => Number(finding.Evidence?.Needed)),
        ("file", (report, finding) => CsvText.From(finding.Place is { } place ? RepositoryPath.From(report, place) : null)),
        ("line", (_, finding) => finding.Place is { Line: > 0 } place ? Number(place.Line) : ""),
        ("column", (_, finding) => finding.Place is { Column: > 0 } place ? Number(place.Column) : ""),
        ("found", (_, finding) => CsvText.From(finding.Found)),
        ("expected", (_, finding) => CsvText.From(finding.Expected)),
        ("fix", (_, finding) => CsvText.From(finding.Fix)),
        ("note", (_, finding) => CsvText.From(finding.Evidence?.Note)),
    ];

    public string Format => "csv";

    public string Extension => "csv";

    public string Render(Report report)
    {
        var text = new StringBuilder().AppendJoin(',', Columns.Select(column => column.Name)).Append("\r\n");
        foreach (var finding in EveryFinding.In(report))
        {
            text.AppendJoin(',', Columns.Select(column => column.Cell(report, finding))).Append("\r\n");
        }

        return text.ToString();
    }

    private static string Number(double? value) =>
        value is { } number && double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "";

    private static string Number(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
