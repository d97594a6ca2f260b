namespace MlGate.Findings;

/// <summary>The quantity that a limit is about.</summary>
public enum Estimand
{
    /// <summary>The candidate's value.</summary>
    Value,

    /// <summary>Candidate − what it is compared with.</summary>
    Difference,

    /// <summary>Candidate over what it is compared with; the limit is a share of the latter.</summary>
    Ratio,
}

/// <summary>The version that a candidate is compared with.</summary>
public enum ComparedWith
{
    /// <summary>None: the limit is about the candidate alone.</summary>
    Nothing,

    /// <summary>The version of the target branch.</summary>
    Baseline,

    /// <summary>The fixed earlier version.</summary>
    Anchor,
}

/// <summary>How a limit on a metric is decided.</summary>
public enum LimitRule
{
    /// <summary>The point estimate decides: <c>min</c>, <c>max</c>.</summary>
    Level,

    /// <summary>A loss larger than the limit fails where it is statistically significant.</summary>
    Loss,

    /// <summary>A gain smaller than the limit fails.</summary>
    RequiredGain,

    /// <summary>A gain larger than the limit fails: too good to be true.</summary>
    PlausibleGain,
}

/// <summary>The direction of a change that a limit is about.</summary>
public enum Direction
{
    /// <summary>Neither: the limit is about a value, or about a change of any sign.</summary>
    Any,

    /// <summary>The value falls.</summary>
    Drop,

    /// <summary>The value rises.</summary>
    Rise,

    /// <summary>The value gets better, whichever way that is for the metric.</summary>
    Gain,
}
