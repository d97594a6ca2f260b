namespace MlGate.Gates;

/// <summary>What a lock that is out of date becomes.</summary>
public enum StaleLock
{
    /// <summary>A warning.</summary>
    Warn,

    /// <summary>On continuous integration an error, elsewhere a warning.</summary>
    Auto,

    /// <summary>An error.</summary>
    Error,
}
