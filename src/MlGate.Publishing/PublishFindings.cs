using MlGate.Findings;
using MlGate.Publishing.Calls;

namespace MlGate.Publishing;

/// <summary>Words the findings of publishing. None of them counts: a verdict never depends on whether people could be told.</summary>
internal static class PublishFindings
{
    public static Finding Of(Refusal refusal, string part) =>
        refusal.Kind switch
        {
            RefusalKind.NotPermitted => Warning(
                Diagnostics.PublishingNotPermitted,
                part,
                refusal.Found,
                "a token that may write it",
                "Grant the permission to the job, or publish from a workflow_run workflow when the pull request comes from a fork"
            ),
            RefusalKind.TokenRefused => Warning(
                Diagnostics.PublishingTokenRefused,
                part,
                refusal.Found,
                "a token that the server accepts",
                "Pass the token of the job"
            ),
            RefusalKind.NotFound => Warning(
                Diagnostics.PublishingNotFound,
                part,
                refusal.Found,
                "a repository, pull request and commit that the token can see",
                "Check the address and what the token may read"
            ),
            RefusalKind.Limited => Warning(
                Diagnostics.PublishingLimited,
                part,
                refusal.Found,
                "a limit that leaves room within the time that is waited",
                "Run again later, or publish from fewer jobs at once"
            ),
            RefusalKind.Unanswered => Warning(
                Diagnostics.PublishingUnanswered,
                part,
                refusal.Found,
                "an answer",
                "Look at the server's status page and run the job again"
            ),
            RefusalKind.AddressUnsafe => AddressUnsafe(refusal.Found, part),
            _ => Warning(
                Diagnostics.PublishingRefused,
                part,
                refusal.Found,
                "a server that takes what is published",
                "Mend what the answer names, or leave this part out"
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
            "the report is about another commit than the event",
            "a report of the commit that the pull request shows",
            "Publish the report of the run that the event is about"
        );

    /// <summary>A pull request whose runs may not write: nothing is wrong, but somebody may wait for the comment.</summary>
    public static Finding ReadOnly() =>
        Warning(
            Diagnostics.PublishingReadOnly,
            "comment",
            "a run for a fork or for Dependabot gets a token that only reads, so there is no comment",
            "a second workflow on workflow_run, which may write",
            "Read the result in the job summary, or publish in two steps as docs/publishing.md shows"
        ) with
        {
            Severity = Severity.Info,
        };

    public static Finding NotWritten(string part, string found, string variable) =>
        Warning(
            Diagnostics.PublishingJobNotWritten,
            part,
            found,
            $"a file that can be written at {variable}",
            "Run it as a step of the job, with the variables that the server sets"
        );

    public static Finding Shortened(string part) =>
        Warning(
            Diagnostics.PublishingShortened,
            part,
            "the text is longer than the server takes, its end was left out",
            "a text within the budget",
            "Read the whole report in the job's artifact"
        );

    /// <summary>
    /// The branch of the measured commit has several pull requests, and the measured merge does not tell which of them it is of.
    /// </summary>
    public static Finding SeveralPullRequests(string found) =>
        Warning(
            Diagnostics.PublishingPlaceUnknown,
            "comment",
            found,
            "one open pull request that the measured commit belongs to",
            "Close all but one of them, or give each a branch of its own"
        );

    /// <summary>A status that protects a branch must not say what the author of a fork wrote.</summary>
    public static Finding ForkStatus() =>
        Warning(
            Diagnostics.PublishingForkStatus,
            "status",
            "the report is that of a fork, whose author decides what it says, so no status and no check run is made of it",
            "a status of a measurement that the fork's author has no hand in",
            "Require a run in the merge queue, or approve the workflows of forks by hand, and leave status and check run out"
        ) with
        {
            Severity = Severity.Info,
        };

    public static Finding SeveralReports(string gate, int count) =>
        Warning(
            Diagnostics.PublishingSeveralReports,
            "report",
            FormattableString.Invariant(
                $"there are {count} reports of the gate '{PlainLine.Of(gate, 100)}', and only the worst of them is published"
            ),
            "one report of each gate",
            "Give each gate file a name of its own, or name the report that counts"
        );

    public static Finding NoArtifact(string name) =>
        Warning(
            Diagnostics.PublishingNotFound,
            "artifact",
            $"the measured run kept no artifact '{name}' in this attempt, or it has expired",
            "the artifact with the run's reports",
            "Look at the log of the run; where it did measure, compare the name with that in its workflow"
        );

    /// <summary>An error: whoever fills an artifact so means harm, or the workflow keeps more in it than reports.</summary>
    public static Finding ArtifactTooLarge(string name, int most) =>
        Warning(
            Diagnostics.ReportTooLarge,
            "artifact",
            $"the artifact '{name}' has more than {FormattableString.Invariant($"{most}")} bytes",
            "an artifact with the reports of one run",
            "Keep the reports in an artifact of their own"
        ) with
        {
            Severity = Severity.Error,
        };

    public static bool IsSuperseded(Finding? finding) => finding?.Code == Diagnostics.PublishingSuperseded.Code;

    public static Finding Superseded(string found, string part = "comment") =>
        Warning(Diagnostics.PublishingSuperseded, part, found, "the newest run", "See this result in the summary of its own run") with
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
