namespace MlGate.Findings;

// MLG602x, MLG603x: publishing. None of them changes a verdict: they are warnings beside it.
public static partial class Diagnostics
{
    /// <summary>Token without the required permission.</summary>
    public static readonly Diagnostic PublishingNotPermitted = new(
        Area.Reports,
        "MLG6020",
        "Token without the required permission",
        ExitCode.Environment
    );

    /// <summary>Job summary or outputs not written.</summary>
    public static readonly Diagnostic PublishingJobNotWritten = new(
        Area.Reports,
        "MLG6021",
        "Job summary or outputs not written",
        ExitCode.Environment
    );

    /// <summary>Invalid token.</summary>
    public static readonly Diagnostic PublishingTokenRefused = new(Area.Reports, "MLG6022", "Invalid token", ExitCode.Environment);

    /// <summary>Publish target not found.</summary>
    public static readonly Diagnostic PublishingNotFound = new(Area.Reports, "MLG6023", "Publish target not found", ExitCode.Environment);

    /// <summary>Rate limit reached.</summary>
    public static readonly Diagnostic PublishingLimited = new(Area.Reports, "MLG6024", "Rate limit reached", ExitCode.LimitHit);

    /// <summary>No valid response from the server.</summary>
    public static readonly Diagnostic PublishingUnanswered = new(
        Area.Reports,
        "MLG6025",
        "No valid response from the server",
        ExitCode.Environment
    );

    /// <summary>Publish request refused.</summary>
    public static readonly Diagnostic PublishingRefused = new(Area.Reports, "MLG6026", "Publish request refused", ExitCode.Environment);

    /// <summary>Newer result already published.</summary>
    public static readonly Diagnostic PublishingSuperseded = new(
        Area.Reports,
        "MLG6027",
        "Newer result already published",
        ExitCode.Environment
    );

    /// <summary>Token not sent to this address.</summary>
    public static readonly Diagnostic PublishingAddressUnsafe = new(
        Area.Reports,
        "MLG6028",
        "Token not sent to this address",
        ExitCode.Unsafe
    );

    /// <summary>Unknown publish target.</summary>
    public static readonly Diagnostic PublishingPlaceUnknown = new(Area.Reports, "MLG6029", "Unknown publish target", ExitCode.Usage);

    /// <summary>Comment shortened.</summary>
    public static readonly Diagnostic PublishingShortened = new(Area.Reports, "MLG6030", "Comment shortened", ExitCode.LimitHit);

    /// <summary>Report for another commit.</summary>
    public static readonly Diagnostic PublishingOtherCommit = new(Area.Reports, "MLG6031", "Report for another commit", ExitCode.Integrity);

    /// <summary>Read-only token.</summary>
    public static readonly Diagnostic PublishingReadOnly = new(Area.Reports, "MLG6032", "Read-only token", ExitCode.Environment);

    /// <summary>Report of an unexpected gate.</summary>
    public static readonly Diagnostic PublishingOtherGate = new(
        Area.Reports,
        "MLG6033",
        "Report of an unexpected gate",
        ExitCode.Integrity
    );

    /// <summary>No status for a report from a fork.</summary>
    public static readonly Diagnostic PublishingForkStatus = new(
        Area.Reports,
        "MLG6034",
        "No status for a report from a fork",
        ExitCode.Environment
    );

    /// <summary>Several reports of one gate.</summary>
    public static readonly Diagnostic PublishingSeveralReports = new(
        Area.Reports,
        "MLG6035",
        "Several reports of one gate",
        ExitCode.Usage
    );
}
