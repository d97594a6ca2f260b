namespace MlGate.Runs;

/// <summary>The time.</summary>
public interface IClock
{
    /// <summary>Now, UTC.</summary>
    DateTimeOffset Now { get; }
}
