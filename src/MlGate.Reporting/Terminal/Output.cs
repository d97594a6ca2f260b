using MlGate.Findings;
using MlGate.Reporting.Redaction;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Terminal;

/// <summary>Where a verb writes: results to one stream, progress and problems to the other.</summary>
internal sealed class Output(TextWriter results, TextWriter messages, SecretRedactor? secrets = null)
{
    private readonly SecretRedactor secrets = secrets ?? SecretRedactor.OfPatterns;

    /// <summary>The stream of results.</summary>
    public TextWriter Results => results;

    /// <summary>Removes the secrets of this process.</summary>
    public SecretRedactor Secrets => secrets;

    public void Result(string text) => results.WriteLine(secrets.Redact(text.TrimEnd('\n')));

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
