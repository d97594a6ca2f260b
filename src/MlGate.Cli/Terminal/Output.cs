using MlGate.Findings;
using MlGate.Reporting.Terminal;
using MlGate.Reports;

namespace MlGate.Cli.Terminal;

/// <summary>Where a verb writes: results to one stream, progress and problems to the other.</summary>
internal sealed class Output(TextWriter results, TextWriter messages, SecretRedactor? secrets = null)
{
    private readonly SecretRedactor secrets = secrets ?? SecretRedactor.OfPatterns;

    public void Result(string text) => results.WriteLine(secrets.Redact(text.TrimEnd('\n')));

    public void Report(Report report, string format, bool verbose) =>
        ReportPrinter.Print(report, format, verbose, results, secrets, terminal: results == Console.Out && !Console.IsOutputRedirected);

    public void Message(string text) => messages.WriteLine(secrets.Redact(text));

    public void Problem(Diagnostic diagnostic, string found, string expected) =>
        messages.WriteLine(
            ConsoleText.Line(secrets.Redact($"error {diagnostic.Code}: {found}; expected {expected}. {diagnostic.HelpLink}"))
        );

    public void Problems(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings.Select(secrets.Redact))
        {
            var level = finding.Severity switch
            {
                Severity.Error => "error",
                Severity.Warn => "warning",
                _ => "message",
            };
            messages.WriteLine(
                ConsoleText.Line($"{(finding.Place is { } place ? place + ": " : "")}{level} {finding.Code}: {finding.Message}")
            );
        }
    }
}
