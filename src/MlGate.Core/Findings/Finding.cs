namespace MlGate.Findings;

/// <summary>Result of one check. A report is a list of findings.</summary>
public sealed record Finding
{
    /// <summary>The code, <c>MLGdddd</c>; a row of <see cref="Diagnostics"/>.</summary>
    public required string Code { get; init; }

    /// <summary>The check's path in the gate file (<c>models.churn.metrics.auc.max-drop</c>): its name in reports and waivers.</summary>
    public required CheckId Id { get; init; }

    /// <summary>Subject of the finding, for readers: <c>models.churn</c>, <c>data/train.csv</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>Outcome of the check.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>
    /// The effective severity: that of the gate file, except that an inconclusive outcome carries what its policy makes of it.
    /// </summary>
    public Severity Severity { get; init; } = Severity.Error;

    /// <summary>What must hold, one line without a full stop: <c>a drop of at most 0.02</c>.</summary>
    public required string Expected { get; init; }

    /// <summary>What was found, one line without a full stop. Never a cell's value; secrets are removed.</summary>
    public required string Found
    {
        get;
        init => field = SecretText.Redact(value);
    }

    /// <summary>How to fix it, one line; null if no action is needed.</summary>
    public string? Fix
    {
        get;
        init => field = value is null ? null : SecretText.Redact(value);
    }

    /// <summary>Where the limit is declared, or where the input is wrong.</summary>
    public FilePlace? Place { get; init; }

    /// <summary>The artifacts that the check judged; empty for a finding about no artifact.</summary>
    public IReadOnlyList<JudgedArtifact> Judged { get; init; } = [];

    /// <summary>The numbers behind the outcome; null where there are none.</summary>
    public Evidence? Evidence { get; init; }

    /// <summary>Path of the waiver that accepts it, relative to the gate file's folder; null without one.</summary>
    public string? Waiver { get; init; }

    /// <summary>True if the finding can stop a build.</summary>
    public bool Counts => Severity == Severity.Error && Outcome is not (Outcome.Passed or Outcome.Waived);

    /// <summary>True if a reviewer can accept it.</summary>
    public bool IsWaivable =>
        Outcome is Outcome.Failed or Outcome.Inconclusive && Severity != Severity.Info && Diagnostics.Find(Code) is { IsWaivable: true };

    /// <summary>The line that a build log shows.</summary>
    public string Message =>
        $"{Subject}: {Found}; expected {Expected}."
        + (
            Fix is null ? ""
            : Fix.EndsWith('?') ? " " + Fix
            : $" {Fix}."
        );
}
