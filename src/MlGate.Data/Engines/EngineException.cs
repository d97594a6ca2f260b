namespace MlGate.Data.Engines;

/// <summary>An engine refuses a query, or fails while it runs.</summary>
/// <param name="reason">Why, in one line. It may quote the query and values of the data.</param>
/// <param name="inner">The exception of the engine's library.</param>
internal sealed class EngineException(string reason, Exception inner) : Exception(reason, inner)
{
    /// <summary>Is there no memory left for the query?</summary>
    public bool IsOutOfMemory { get; init; }
}
