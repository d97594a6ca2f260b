namespace MlGate.Findings;

// MLG602x, MLG603x: publishing. None of them changes a verdict: they are warnings beside it.
public static partial class Diagnostics
{
    /// <summary>Token without the required permission.</summary>
    public static readonly Diagnostic PublishingNotPermitted = new(
        "MLG6020",
        "Token without the required permission",
        ExitCode.Environment
    );

    /// <summary>Job summary or outputs not written.</summary>
    public static readonly Diagnostic PublishingJobNotWritten = new("MLG6021", "Job summary or outputs not written", ExitCode.Environment);

    /// <summary>Invalid token.</summary>
    public static readonly Diagnostic PublishingTokenRefused = new("MLG6022", "Invalid token", ExitCode.Environment);

    /// <summary>Publish target not found.</summary>
    public static readonly Diagnostic PublishingNotFound = new("MLG6023", "Publish target not found", ExitCode.Environment);

    /// <summary>Rate limit reached.</summary>
    public static readonly Diagnostic PublishingLimited = new("MLG6024", "Rate limit reached", ExitCode.LimitHit);

    /// <summary>No valid response from the server.</summary>
    public static readonly Diagnostic PublishingUnanswered = new("MLG6025", "No valid response from the server", ExitCode.Environment);

    /// <summary>Publish request refused.</summary>
    public static readonly Diagnostic PublishingRefused = new("MLG6026", "Publish request refused", ExitCode.Environment);

    /// <summary>Newer result already published.</summary>
    public static readonly Diagnostic PublishingSuperseded = new("MLG6027", "Newer result already published", ExitCode.Environment);

    /// <summary>Token not sent to this address.</summary>
    public static readonly Diagnostic PublishingAddressUnsafe = new("MLG6028", "Token not sent to this address", ExitCode.Unsafe);

    /// <summary>Unknown publish target.</summary>
    public static readonly Diagnostic PublishingPlaceUnknown = new("MLG6029", "Unknown publish target", ExitCode.Usage);

    /// <summary>Comment shortened.</summary>
    public static readonly Diagnostic PublishingShortened = new("MLG6030", "Comment shortened", ExitCode.LimitHit);

    /// <summary>Report for another commit.</summary>
    public static readonly Diagnostic PublishingOtherCommit = new("MLG6031", "Report for another commit", ExitCode.Integrity);

    /// <summary>Read-only token.</summary>
    public static readonly Diagnostic PublishingReadOnly = new("MLG6032", "Read-only token", ExitCode.Environment);

    /// <summary>Report of an unexpected gate.</summary>
    public static readonly Diagnostic PublishingOtherGate = new("MLG6033", "Report of an unexpected gate", ExitCode.Integrity);

    /// <summary>No status for a report from a fork.</summary>
    public static readonly Diagnostic PublishingForkStatus = new("MLG6034", "No status for a report from a fork", ExitCode.Environment);

    /// <summary>Several reports of one gate.</summary>
    public static readonly Diagnostic PublishingSeveralReports = new("MLG6035", "Several reports of one gate", ExitCode.Usage);
}
