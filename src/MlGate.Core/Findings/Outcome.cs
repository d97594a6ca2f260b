namespace MlGate.Findings;

/// <summary>What became of one check. Only <see cref="Passed"/> and <see cref="Waived"/> are green.</summary>
public enum Outcome
{
    /// <summary>The limit holds.</summary>
    Passed,

    /// <summary>A reviewed, dated acceptance covers the finding.</summary>
    Waived,

    /// <summary>There is nothing to compare with yet.</summary>
    NoBaseline,

    /// <summary>The data cannot decide; the evidence says what could.</summary>
    Inconclusive,

    /// <summary>Baseline and candidate cannot be put side by side.</summary>
    NotComparable,

    /// <summary>The limit is broken.</summary>
    Failed,

    /// <summary>The check could not run: worse than failed, because nobody knows.</summary>
    NotMeasured,
}
