using MlGate.Findings;

namespace MlGate.Runs;

/// <summary>Files kept by the digest of all that they were computed from.</summary>
public interface ICache
{
    /// <summary>The cached file of a key; made first if it is absent or damaged. One maker per key at a time, across processes.</summary>
    /// <param name="kind">A folder: <c>bytes</c>, <c>profiles</c>, <c>predictions</c>.</param>
    /// <param name="key">64 lower-case hex digits: the digest of all inputs, settings and versions.</param>
    /// <param name="make">Writes the file at the path that it is given; returns problems, or nothing when it is done.</param>
    /// <param name="cancel">Ends the wait for another maker.</param>
    /// <returns>Absolute path of the file; or the maker's problems, or that the cache itself cannot be read or written.</returns>
    /// <remarks>What the maker throws goes through: it says nothing about the cache.</remarks>
    Task<Result<string>> GetOrCreateAsync(
        string kind,
        string key,
        Func<string, Task<IReadOnlyList<Finding>>> make,
        CancellationToken cancel
    );
}
