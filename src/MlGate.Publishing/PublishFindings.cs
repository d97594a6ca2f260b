using MlGate.Findings;
using MlGate.Publishing.Calls;

namespace MlGate.Publishing;

/// <summary>Words the findings of publishing. None of them counts: a verdict never depends on whether people could be told.</summary>
internal static class PublishFindings
{
    public static Finding For(ServerError refusal, string part) =>
        refusal.Kind switch
        {
            ServerErrorKind.NotPermitted => Warning(
                Diagnostics.PublishingNotPermitted,
                part,
                refusal.Found,
                "a token with write permission",
                "Grant the permission to the job, or publish from a workflow_run workflow when the pull request comes from a fork"
            ),
            ServerErrorKind.TokenRefused => Warning(
                Diagnostics.PublishingTokenRefused,
                part,
                refusal.Found,
                "a token that the server accepts",
                "Pass the token of the job"
            ),
            ServerErrorKind.NotFound => Warning(
                Diagnostics.PublishingNotFound,
                part,
                refusal.Found,
                "a repository, pull request and commit that the token can read",
                "Check the address and the permissions of the token"
            ),
            ServerErrorKind.Limited => Warning(
                Diagnostics.PublishingLimited,
                part,
                refusal.Found,
                "a free request limit within the waiting time",
                "Run again later, or publish from fewer jobs at once"
            ),
            ServerErrorKind.Unanswered => Warning(
                Diagnostics.PublishingUnanswered,
                part,
                refusal.Found,
                "a valid response",
                "Check the status page of the server and run the job again"
            ),
            ServerErrorKind.AddressUnsafe => AddressUnsafe(refusal.Found, part),
            _ => Warning(
                Diagnostics.PublishingRefused,
                part,
                refusal.Found,
                "an accepted request",
                "Fix the error in the response, or turn this part off"
            ),
        };

    public static Finding PlaceUnknown(string found, string part = "context") =>
        Warning(
            Diagnostics.PublishingPlaceUnknown,
            part,
            found,
            "the variables and the event file of a run for a pull request",
            "Publish in a workflow on pull_request or workflow_run"
        );

    public static Finding AddressUnsafe(string found, string part = "context") =>
        Warning(
            Diagnostics.PublishingAddressUnsafe,
            part,
            found,
            "requests to the configured https address only",
            "Set the variable to the https address of the server's API"
        );

    public static Finding OtherCommit() =>
        Warning(
            Diagnostics.PublishingOtherCommit,
            "context",
            "the report is for another commit than the event",
            "a report of the commit of the pull request",
            "Publish the report of the run in the event"
        );

    /// <summary>A pull request whose runs may not write: nothing is wrong, but somebody may wait for the comment.</summary>
    public static Finding ReadOnly() =>
        Warning(
            Diagnostics.PublishingReadOnly,
            "comment",
            "read-only token for a fork or Dependabot: no comment",
            "a second workflow on workflow_run, with write permission",
            "See the job summary, or publish in two steps (docs/publishing.md)"
        ) with
        {
            Severity = Severity.Info,
        };

    public static Finding NotWritten(string part, string found, string variable) =>
        Warning(
            Diagnostics.PublishingJobNotWritten,
            part,
            found,
            $"a writable file in {variable}",
            "Run it as a step of the job, with the variables of the server"
        );

    public static Finding Shortened(string part) =>
        Warning(
            Diagnostics.PublishingShortened,
            part,
            "text too long for the server; its end was omitted",
            "a shorter text",
            "Read the full report in the artifact of the job"
        );

    /// <summary>
    /// The branch of the measured commit has several pull requests, and the measured merge does not tell which of them it is of.
    /// </summary>
    public static Finding SeveralPullRequests(string found) =>
        Warning(
            Diagnostics.PublishingPlaceUnknown,
            "comment",
            found,
            "a single open pull request with the measured commit",
            "Close all but one of them, or use a separate branch for each"
        );

    /// <summary>A status that protects a branch must not say what the author of a fork wrote.</summary>
    public static Finding ForkStatus() =>
        Warning(
            Diagnostics.PublishingForkStatus,
            "status",
            "report from a fork, whose author controls its content: no status or check run",
            "a measurement outside the control of the author",
            "Require a run in the merge queue, or approve the workflows of forks by hand, without status and check run"
        ) with
        {
            Severity = Severity.Info,
        };

    public static Finding SeveralReports(string gate, int count) =>
        Warning(
            Diagnostics.PublishingSeveralReports,
            "report",
            FormattableString.Invariant($"{count} reports of the gate '{PlainLine.From(gate, 100)}'; only the worst is published"),
            "one report of each gate",
            "Give each gate file a unique name, or publish one report file"
        );

    public static Finding NoArtifact(string name) =>
        Warning(
            Diagnostics.PublishingNotFound,
            "artifact",
            $"no artifact '{name}' in this attempt of the measured run, or it has expired",
            "the artifact with the reports",
            "Check the log of the run, and the artifact name in its workflow"
        );

    /// <summary>An error: whoever fills an artifact so means harm, or the workflow keeps more in it than reports.</summary>
    public static Finding ArtifactTooLarge(string name, int most) =>
        Warning(
            Diagnostics.ReportTooLarge,
            "artifact",
            $"the artifact '{name}' has more than {FormattableString.Invariant($"{most}")} bytes",
            "an artifact with the reports of one run",
            "Keep the reports in a separate artifact"
        ) with
        {
            Severity = Severity.Error,
        };

    public static bool IsSuperseded(Finding? finding) => finding?.Code == Diagnostics.PublishingSuperseded.Code;

    public static Finding Superseded(string found, string part = "comment") =>
        Warning(Diagnostics.PublishingSuperseded, part, found, "the newest run", "See the summary of the run for this result") with
        {
            Severity = Severity.Info,
        };

    private static Finding Warning(Diagnostic code, string part, string found, string expected, string fix) =>
        new()
        {
            Code = code.Code,
            Id = "publishing." + part,
            Subject = "publishing",
            Outcome = Outcome.NotMeasured,
            Severity = Severity.Warn,
            Expected = expected,
            Found = found,
            Fix = fix,
        };
}
