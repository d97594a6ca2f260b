using System.Security.Cryptography;
using MlGate.Findings;
using MlGate.Platform;
using MlGate.Runs;
using MlGate.Tracing;

namespace MlGate.Data.Caching;

/// <summary>
/// Files in a folder, each beside the digest of what was written, which is checked on every read: a damaged entry is made anew, not
/// trusted.
/// </summary>
/// <param name="folder">Absolute path; made when it is first needed, and ignored by git from the inside.</param>
/// <param name="capacity">Bytes; the entries that were not used for the longest go first.</param>
/// <param name="root">Absolute path of a folder above it, below which no link is followed; null for the folder itself.</param>
internal sealed class ContentCache(string folder, long capacity = ContentCache.DefaultCapacity, string? root = null) : ICache
{
    public const long DefaultCapacity = 2L << 30;
    private const int KeyLength = 64;

    private static readonly EnumerationOptions WithoutLinks = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
        MaxRecursionDepth = 2,
    };

    // Time for whoever was handed a file to read it: the lock is given back before.
    private static readonly TimeSpan InUse = TimeSpan.FromMinutes(10);
    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task<Result<string>> GetOrCreateAsync(
        string kind,
        string key,
        Func<string, Task<IReadOnlyList<Finding>>> make,
        CancellationToken cancel
    )
    {
        if (key.Length != KeyLength || !key.All(char.IsAsciiHexDigitLower) || kind.Length == 0 || !kind.All(char.IsAsciiLetterLower))
        {
            throw new ArgumentException("A key is 64 lower-case hex digits, and a kind lower-case letters.");
        }

        using var trace = RunTrace.Start("cache", kind);
        trace?.SetTag("key", key);
        var path = Path.Combine(folder, kind, key);
        Exception? ofMaker = null;
        async Task<IReadOnlyList<Finding>> MakeAsync(string temporary)
        {
            try
            {
                return await make(temporary);
            }
            catch (Exception exception)
            {
                ofMaker = exception;
                throw;
            }
        }

        try
        {
            Prepare(kind);
            using var held = await FileLock.TakeAsync(LockOf(path), cancel);
            var isHit = IsSound(path);
            trace?.SetTag(
                "entry",
                isHit ? "hit"
                    : File.Exists(path) ? "damaged"
                    : "miss"
            );
            if (!isHit && await CreateAsync(path, MakeAsync) is { Count: > 0 } problems)
            {
                return Result.Failed<string>(problems);
            }

            File.SetLastWriteTimeUtc(DigestOf(path), DateTime.UtcNow);
            lock (used)
            {
                used.Add(path);
                TryEvict();
            }

            return Result.Success(path);
        }
        catch (Exception exception) when ((exception is IOException or UnauthorizedAccessException) && !ReferenceEquals(exception, ofMaker))
        {
            return NotAccessible(kind, exception);
        }
    }

    /// <summary>The cache itself cannot be read or written.</summary>
    public static Finding NotAccessible(string kind, Exception exception) =>
        new()
        {
            Code = FileFailure.DiagnosticOf(exception).Code,
            Id = "cache." + kind,
            Subject = ".mlgate/cache",
            Outcome = Outcome.NotMeasured,
            Expected = "a readable and writable cache",
            Found = FileFailure.Describe(exception),
            Fix = "Free space, correct the permissions, or delete the folder",
        };

    private string LockOf(string path) =>
        Path.Combine(folder, "locks", Path.GetFileName(Path.GetDirectoryName(path)) + "-" + Path.GetFileName(path));

    private static string DigestOf(string path) => path + ".sha256";

    private void Prepare(string kind)
    {
        foreach (var name in new[] { kind, "locks" })
        {
            _ = OwnFolder.Create(root ?? folder, root is null ? name : Path.Combine(Path.GetRelativePath(root, folder), name));
        }

        var ignore = Path.Combine(folder, ".gitignore");
        if (!RegularFile.Exists(ignore))
        {
            RegularFile.Write(ignore, "*\n");
        }
    }

    private static async Task<IReadOnlyList<Finding>> CreateAsync(string path, Func<string, Task<IReadOnlyList<Finding>>> make)
    {
        // The key is locked: what another maker left behind is dead.
        var temporary = path + ".tmp";
        foreach (var left in new[] { temporary, DigestOf(temporary) })
        {
            Remove(left);
        }

        try
        {
            var problems = await make(temporary);
            if (problems.Count > 0)
            {
                return problems;
            }

            Flush(temporary);
            RegularFile.Write(DigestOf(temporary), Digest(temporary));
            foreach (var taken in new[] { path, DigestOf(path) }.Where(Directory.Exists))
            {
                Remove(taken);
            }

            File.Move(temporary, path, overwrite: true);
            File.Move(DigestOf(temporary), DigestOf(path), overwrite: true);
            return [];
        }
        finally
        {
            Remove(temporary);
            Remove(DigestOf(temporary));
        }
    }

    private static bool IsSound(string path) =>
        RegularFile.Exists(path)
        && RegularFile.Exists(DigestOf(path))
        && new FileInfo(DigestOf(path)).Length == KeyLength
        && RegularFile.ReadText(DigestOf(path), KeyLength) == Digest(path);

    // Neither a folder nor a link in the place of an entry keeps a new one from taking it.
    private static void Remove(string path)
    {
        if (Directory.Exists(path) && new DirectoryInfo(path).LinkTarget is null)
        {
            Directory.Delete(path, recursive: true);
        }
        else
        {
            File.Delete(path);
        }
    }

    // What the digest vouches for must be on the disk before its name is.
    private static void Flush(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
    }

    private static string Digest(string path)
    {
        using var stream = RegularFile.OpenRead(path, long.MaxValue);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    // Another process may be evicting the same entries, and on Windows reading one: the next call tries again.
    private void TryEvict()
    {
        try
        {
            Evict();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException) { }
    }

    // What this process was handed is never taken away from it, and what another one was handed is not while it may be reading.
    private void Evict()
    {
        var entries = Directory
            .EnumerateFiles(folder, "*.sha256", WithoutLinks)
            .Select(digest => (Path: digest[..^".sha256".Length], Used: File.GetLastWriteTimeUtc(digest)))
            .Where(entry => File.Exists(entry.Path))
            .Select(entry => (entry.Path, entry.Used, Size: new FileInfo(entry.Path).Length))
            .OrderBy(entry => entry.Used)
            .ThenBy(entry => entry.Path, StringComparer.Ordinal)
            .ToList();
        var size = entries.Sum(entry => entry.Size);
        foreach (var entry in entries)
        {
            if (size <= capacity)
            {
                return;
            }

            if (!used.Contains(entry.Path) && Delete(entry.Path))
            {
                size -= entry.Size;
            }
        }
    }

    private bool Delete(string path)
    {
        using var held = FileLock.TryTake(LockOf(path));

        // Asked under the lock: since the entries were listed, someone may have taken this one.
        if (held is null || DateTime.UtcNow - File.GetLastWriteTimeUtc(DigestOf(path)) < InUse)
        {
            return false;
        }

        File.Delete(DigestOf(path));
        File.Delete(path);
        return true;
    }
}
