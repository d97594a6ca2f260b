using System.Text.Json;
using MlGate.Data.Caching;
using MlGate.Findings;
using MlGate.Platform;
using MlGate.Profiles;
using MlGate.Runs;

namespace MlGate.Data.Profiles;

/// <summary>
/// Keeps profiles and violations apart: a changed limit changes what breaks it, and no statistic. What cannot be kept is computed.
/// </summary>
/// <param name="cache">Keeps them by content; null for none.</param>
/// <param name="remember">Without a cache: hold in memory what was computed?</param>
internal sealed class ScanCache(ICache? cache, bool remember)
{
    private const long LargestEntry = 256 << 20;

    // What this object computed itself can be believed where no cache can: a preview asks for most of it again.
    private readonly Dictionary<string, object> computed = new(StringComparer.Ordinal);

    /// <summary>The profile of a key; computed if it is not known.</summary>
    public Task<Result<DatasetProfile>> ProfileAsync(string key, Func<Task<Result<DatasetProfile>>> compute, CancellationToken cancel) =>
        GetAsync("profiles", key, compute, ProfileText.Write, ProfileText.Read, cancel);

    /// <summary>The answers of a key; computed if they are not known.</summary>
    public Task<Result<QueryAnswers>> AnswersAsync(string key, Func<Task<Result<QueryAnswers>>> compute, CancellationToken cancel) =>
        GetAsync("violations", key, compute, ViolationsText.Write, ViolationsText.Read, cancel);

    private async Task<Result<T>> GetAsync<T>(
        string kind,
        string key,
        Func<Task<Result<T>>> compute,
        Func<T, byte[]> write,
        Func<ReadOnlyMemory<byte>, T> read,
        CancellationToken cancel
    )
        where T : class
    {
        if (cache is null)
        {
            return computed.TryGetValue(key, out var known) ? (T)known : Remember(key, await compute().ConfigureAwait(false));
        }

        T? made = null;
        var path = await cache
            .GetOrCreateAsync(
                kind,
                key,
                async temporary =>
                {
                    var result = await compute().ConfigureAwait(false);
                    made = result.Value;
                    return made is null ? result.Problems : await WriteAsync(kind, temporary, write(made), cancel).ConfigureAwait(false);
                },
                cancel
            )
            .ConfigureAwait(false);
        if (made is not null)
        {
            // A cache that cannot be written (a read-only tree) only saves time.
            return made;
        }

        if (path.Value is null)
        {
            return path.Problems.All(problem => problem.Id == "cache." + kind)
                ? await compute().ConfigureAwait(false)
                : Result.Failed<T>(path.Problems);
        }

        try
        {
            return read(RegularFile.ReadBytes(path.Value, LargestEntry));
        }
        catch (Exception exception)
            when (exception
                    is JsonException
                        or KeyNotFoundException
                        or IOException
                        or UnauthorizedAccessException
                        or InvalidOperationException
                        or FormatException
                        or OverflowException
                        or ArgumentException
                        or IndexOutOfRangeException
            )
        {
            return await compute().ConfigureAwait(false);
        }
    }

    private Result<T> Remember<T>(string key, Result<T> result)
        where T : class
    {
        if (remember && result.Value is { } value)
        {
            computed[key] = value;
        }

        return result;
    }

    private static async Task<IReadOnlyList<Finding>> WriteAsync(string kind, string path, byte[] text, CancellationToken cancel)
    {
        try
        {
            await File.WriteAllBytesAsync(path, text, cancel).ConfigureAwait(false);
            return [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [ContentCache.NotAccessible(kind, exception)];
        }
    }
}
