namespace MlGate.Publishing;

/// <summary>What <c>mlgate publish</c> was asked for.</summary>
internal sealed record PublishOptions
{
    /// <summary>Reports, and folders that hold some.</summary>
    public IReadOnlyList<string> Named { get; init; } = [];

    /// <summary>The artifact of the measured run that holds the reports; null for none.</summary>
    public string? Artifact { get; init; }

    /// <summary>
    /// Names of gates: only their reports are published, and one that has none is said to have none. Empty for whatever the reports name.
    /// </summary>
    public IReadOnlyList<string> Gates { get; init; } = [];

    public bool Measuring { get; init; }

    public bool Summary { get; init; } = true;

    public bool Annotations { get; init; } = true;

    public bool Comment { get; init; } = true;

    public bool Status { get; init; }

    public bool CheckRun { get; init; }

    /// <summary>The variable that holds the token; null for the usual one of the server.</summary>
    public string? TokenVariable { get; init; }

    /// <summary>Whose comments are ours where GitHub does not say.</summary>
    public string? Login { get; init; }

    /// <summary>Link to the full report.</summary>
    public Uri? ReportLink { get; init; }

    /// <summary>Where the log is; null for the run's page.</summary>
    public Uri? LogLink { get; init; }

    public bool DryRun { get; init; }

    /// <summary>Is what could not be published an error?</summary>
    public bool Require { get; init; }

    /// <summary>An address for a link: https alone; null for anything else.</summary>
    public static Uri? AddressOf(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps ? uri : null;

    /// <summary>Why these options make no sense together; null where they do.</summary>
    public string? Complaint =>
        (Named.Count > 0 || Artifact is not null, Gates.Count > 0) switch
        {
            (false, false) => "nothing to publish: name a report, an artifact, or a gate with --gate",
            _ when Artifact is not null && DryRun => "--dry-run cannot read an artifact: name a report",
            (_, false) when Artifact is not null => "--artifact needs --gate with the expected gates: others can write to the artifact",
            (true, _) or (_, false) when Measuring => "--measuring needs --gate, without reports",
            _ => null,
        };
}
