namespace MlGate.Findings;

// MLG602x, MLG603x: publishing. None of them changes a verdict: they are warnings beside it.
public static partial class Diagnostics
{
    /// <summary>The token may not do this.</summary>
    public static readonly Diagnostic PublishingNotPermitted = new("MLG6020", "The token may not do this", ExitCode.Environment);

    /// <summary>The job summary or the outputs cannot be written.</summary>
    public static readonly Diagnostic PublishingJobNotWritten = new(
        "MLG6021",
        "The job summary or the outputs cannot be written",
        ExitCode.Environment
    );

    /// <summary>The token is not accepted.</summary>
    public static readonly Diagnostic PublishingTokenRefused = new("MLG6022", "The token is not accepted", ExitCode.Environment);

    /// <summary>What to publish to is not there.</summary>
    public static readonly Diagnostic PublishingNotFound = new("MLG6023", "What to publish to is not there", ExitCode.Environment);

    /// <summary>A limit of requests was hit.</summary>
    public static readonly Diagnostic PublishingLimited = new("MLG6024", "A limit of requests was hit", ExitCode.LimitHit);

    /// <summary>The server does not answer as it should.</summary>
    public static readonly Diagnostic PublishingUnanswered = new(
        "MLG6025",
        "The server does not answer as it should",
        ExitCode.Environment
    );

    /// <summary>The server refuses what is published.</summary>
    public static readonly Diagnostic PublishingRefused = new("MLG6026", "The server refuses what is published", ExitCode.Environment);

    /// <summary>A newer result is already shown.</summary>
    public static readonly Diagnostic PublishingSuperseded = new("MLG6027", "A newer result is already shown", ExitCode.Environment);

    /// <summary>A token is not sent to this address.</summary>
    public static readonly Diagnostic PublishingAddressUnsafe = new("MLG6028", "A token is not sent to this address", ExitCode.Unsafe);

    /// <summary>Where to publish is not known.</summary>
    public static readonly Diagnostic PublishingPlaceUnknown = new("MLG6029", "Where to publish is not known", ExitCode.Usage);

    /// <summary>A comment was shortened.</summary>
    public static readonly Diagnostic PublishingShortened = new("MLG6030", "A comment was shortened", ExitCode.LimitHit);

    /// <summary>A report about another commit.</summary>
    public static readonly Diagnostic PublishingOtherCommit = new("MLG6031", "A report about another commit", ExitCode.Integrity);

    /// <summary>A run whose token only reads.</summary>
    public static readonly Diagnostic PublishingReadOnly = new("MLG6032", "A run whose token only reads", ExitCode.Environment);

    /// <summary>A report of a gate that was not named.</summary>
    public static readonly Diagnostic PublishingOtherGate = new("MLG6033", "A report of a gate that was not named", ExitCode.Integrity);

    /// <summary>No status is made of a fork's report.</summary>
    public static readonly Diagnostic PublishingForkStatus = new("MLG6034", "No status is made of a fork's report", ExitCode.Environment);

    /// <summary>Several reports of one gate.</summary>
    public static readonly Diagnostic PublishingSeveralReports = new("MLG6035", "Several reports of one gate", ExitCode.Usage);
}
