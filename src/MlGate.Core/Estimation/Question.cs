namespace MlGate.Estimation;

/// <summary>What is asked of a metric.</summary>
internal enum Question
{
    /// <summary>The candidate's value.</summary>
    Value,

    /// <summary>Candidate − baseline.</summary>
    Change,

    /// <summary>Candidate over baseline.</summary>
    Ratio,
}
