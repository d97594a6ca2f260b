using MlGate.Publishing.Servers;
using MlGate.Reporting.Markdown;
using MlGate.Reporting.Terminal;
using MlGate.Reporting.Wording;

namespace MlGate.Publishing.Run;

/// <summary>Prints what would be published.</summary>
internal sealed class DryRun(Output output)
{
    /// <summary>Describes what each result would be published as.</summary>
    public void Describe(IEnumerable<PublishedResult> results, BuildServer server)
    {
        foreach (var result in results)
        {
            var request = result.Request;
            if (result.Summary is { } summary)
            {
                output.Result(
                    FormattableString.Invariant(
                        $"job summary: {System.Text.Encoding.UTF8.GetByteCount(summary(MarkdownBudget.Summary))} bytes"
                    )
                );
            }

            foreach (var annotation in result.Annotations.Take(PublishReports.MostAnnotations))
            {
                output.Result(FormattableString.Invariant($"annotation: {annotation.Path}({annotation.Line}): {annotation.Message}"));
            }

            if (request.CommitStatus)
            {
                output.Result($"status: mlgate/{ConsoleText.Name(request.Gate)}: {request.Summary}");
            }

            if (request.CheckRun)
            {
                output.Result($"check run: mlgate/{ConsoleText.Name(request.Gate)}: {request.Summary}");
            }

            var why = server.Context switch
            {
                null => "",
                { ReadOnly: true } => " (skipped: read-only token)",
                { HasPullRequest: false } => " (skipped: no pull request)",
                _ => "",
            };
            if (request.Comment is { } comment)
            {
                output.Result($"comment{why}:\n{comment(null)}");
            }
        }
    }
}
