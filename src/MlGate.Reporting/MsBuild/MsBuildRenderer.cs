using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.MsBuild;

/// <summary>Lines in the form that MSBuild and editors read: <c>file(line,column): error code: message</c>.</summary>
internal sealed class MsBuildRenderer : IReportRenderer
{
    public string Format => "msbuild";

    public string Extension => "msbuild.txt";

    public string Render(Report report)
    {
        var headline = Headline.From(new ReportReading(report));
        var lines = BuildDiagnostic
            .From(report)
            .Select(Line)
            .Append($"mlgate: {ConsoleText.From($"{TextPart.Name(report.Gate)}: {headline.Title}")}");
        return string.Join('\n', lines) + "\n";
    }

    private static string Line(BuildDiagnostic line) =>
        FormattableString.Invariant($"{Origin(line)}: {line.Severity} {line.Code}: {line.Message}");

    // The readers of this form end the file's name at the first colon, and its place at the last parenthesis before it.
    private static string Origin(BuildDiagnostic line) =>
        (line.File, line.Line) switch
        {
            (null, _) => "mlgate",
            ({ } file, 0) => file,
            ({ } file, _) => FormattableString.Invariant($"{file}({line.Line},{line.Column})"),
        };
}
