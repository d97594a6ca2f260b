using MlGate.Checks.Data.Constraints;
using MlGate.Data.Caching;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Platform;
using MlGate.Testing;

namespace MlGate.Data.Tests;

public sealed class ContentCacheTests
{
    private static readonly string Key = new('a', 64);

    private static readonly Task<IReadOnlyList<Finding>> Nothing = Task.FromResult<IReadOnlyList<Finding>>([]);

    [Fact]
    public async Task An_entry_is_made_once()
    {
        using var folder = new TempFolder();
        var made = 0;

        var paths = new List<string>();
        for (var time = 0; time < 3; time++)
        {
            paths.Add(await Get(new ContentCache(folder["cache"]), Key, "text", () => made++));
        }

        Assert.Equal(1, made);
        Assert.Equal(["text", "text", "text"], paths.Select(File.ReadAllText));
        Assert.Equal("*\n", File.ReadAllText(folder["cache/.gitignore"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("tex")]
    [InlineData("other")]
    public async Task A_damaged_entry_is_made_anew(string damage)
    {
        using var folder = new TempFolder();
        var cache = new ContentCache(folder["cache"]);
        File.WriteAllText(await Get(cache, Key, "text", () => 0), damage);

        Assert.Equal("text", File.ReadAllText(await Get(cache, Key, "text", () => 0)));
    }

    [Fact]
    public async Task Problems_leave_nothing_behind()
    {
        using var folder = new TempFolder();
        var problem = await Given.Problem(folder.Write("a.csv", ""));

        var result = await new ContentCache(folder["cache"]).GetOrCreateAsync(
            "profiles",
            Key,
            path =>
            {
                File.WriteAllText(path, "half");
                return Task.FromResult<IReadOnlyList<Finding>>([problem]);
            },
            CancellationToken.None
        );

        Assert.Equal([problem], result.Problems);
        Assert.Empty(Directory.EnumerateFiles(folder["cache/profiles"]));
    }

    [Fact]
    public async Task An_error_while_making_leaves_nothing_behind()
    {
        using var folder = new TempFolder();
        var cache = new ContentCache(folder["cache"]);

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            cache.GetOrCreateAsync(
                "profiles",
                Key,
                path =>
                {
                    File.WriteAllText(path, "half");
                    throw new InvalidOperationException();
                },
                CancellationToken.None
            )
        );

        Assert.Empty(Directory.EnumerateFiles(folder["cache/profiles"]));
    }

    [Theory]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(UnauthorizedAccessException))]
    public async Task What_its_maker_throws_is_not_taken_for_the_caches_own_trouble(Type type)
    {
        using var folder = new TempFolder();
        var thrown = (Exception)Activator.CreateInstance(type)!;

        var caught = await Assert.ThrowsAsync(type, () =>
            new ContentCache(folder["cache"]).GetOrCreateAsync("profiles", Key, _ => throw thrown, CancellationToken.None)
        );

        Assert.Same(thrown, caught);
    }

    [Fact]
    public async Task A_cache_that_cannot_be_written_is_a_finding()
    {
        using var folder = new TempFolder();

        var result = await new ContentCache(folder.Write("file", "")).GetOrCreateAsync(
            "profiles",
            Key,
            _ => Nothing,
            CancellationToken.None
        );

        Assert.Equal("MLG7002", Assert.Single(result.Problems).Code);
    }

    [Fact]
    public async Task The_entries_that_were_not_used_for_the_longest_go_first()
    {
        using var folder = new TempFolder();
        var text = new string('x', 400);
        var keys = "abc".Select(letter => new string(letter, 64)).ToList();
        var paths = new List<string>();
        foreach (var key in keys)
        {
            paths.Add(await Get(new ContentCache(folder["cache"], 1_000), key, "", () => 0));
        }

        for (var at = 0; at < 3; at++)
        {
            File.Delete(paths[at]);
            await Get(new ContentCache(folder["cache"], 10_000), keys[at], text, () => 0);
            File.SetLastWriteTimeUtc(paths[at] + ".sha256", new DateTime(2026, 1, 10 - at, 0, 0, 0, DateTimeKind.Utc));
        }

        await Get(new ContentCache(folder["cache"], 1_000), new string('d', 64), text, () => 0);

        Assert.Equal([true, false, false], paths.Select(File.Exists));
    }

    [Fact]
    public async Task What_another_was_just_handed_is_not_evicted()
    {
        using var folder = new TempFolder();
        var handed = await Get(new ContentCache(folder["cache"], 1_000), Key, new string('x', 900), () => 0);

        await Get(new ContentCache(folder["cache"], 1_000), new string('b', 64), new string('x', 900), () => 0);

        Assert.True(File.Exists(handed));
    }

    [Fact]
    public async Task What_another_holds_the_lock_of_is_not_evicted()
    {
        using var folder = new TempFolder();
        var (text, other) = (new string('x', 900), new string('b', 64));
        var old = await Get(new ContentCache(folder["cache"], 1_000), Key, text, () => 0);
        File.SetLastWriteTimeUtc(old + ".sha256", new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        using (FileLock.TryTake(folder["cache/locks/profiles-" + Key]))
        {
            await Get(new ContentCache(folder["cache"], 1_000), other, text, () => 0);
            Assert.True(File.Exists(old));
        }

        // The same without the lock: it is the lock that kept it.
        await Get(new ContentCache(folder["cache"], 1_000), other, text, () => 0);
        Assert.False(File.Exists(old));
    }

    [Fact]
    public async Task One_maker_works_at_a_time()
    {
        using var folder = new TempFolder();
        var (inside, most, made) = (0, 0, 0);

        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ =>
                    Task.Run(() =>
                        new ContentCache(folder["cache"]).GetOrCreateAsync(
                            "bytes",
                            Key,
                            path =>
                            {
                                most = Math.Max(most, Interlocked.Increment(ref inside));
                                Interlocked.Increment(ref made);
                                File.WriteAllText(path, "text");
                                Interlocked.Decrement(ref inside);
                                return Nothing;
                            },
                            CancellationToken.None
                        )
                    )
                )
        );

        Assert.Equal((1, 1), (most, made));
    }

    [Fact]
    public async Task Waiting_for_another_maker_can_be_cancelled()
    {
        using var folder = new TempFolder();
        var cache = new ContentCache(folder["cache"]);
        using var cancel = new CancellationTokenSource();

        await cache.GetOrCreateAsync(
            "bytes",
            Key,
            async path =>
            {
                cancel.CancelAfter(50);
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                    new ContentCache(folder["cache"]).GetOrCreateAsync("bytes", Key, _ => Nothing, cancel.Token)
                );
                File.WriteAllText(path, "text");
                return [];
            },
            CancellationToken.None
        );
    }

    [Fact]
    public async Task Profiles_are_kept_by_content_and_schema()
    {
        // Arrange
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", "n\n1\n2\n");
        var profiles = new Profiles.DataProfiles(Given.Engine(), new ContentCache(folder["cache"]));
        var gate = Given.Gate(Given.Column("n", ColumnType.Integer));

        // Act
        var first = (await profiles.ScanAsync(gate, path)).Value!;
        var again = (await profiles.ScanAsync(gate, path)).Value!;
        var narrower = (
            await profiles.ScanAsync(
                Given.Gate(gate.Columns[0] with { Constraints = [ColumnConstraints.Max.Declare(Given.Limit(1.0, "max"))] }),
                path
            )
        ).Value!;

        // Assert
        Assert.Equal(Profiles.ProfileText.Write(first.Profile), Profiles.ProfileText.Write(again.Profile));
        Assert.Equal(1, narrower.Violations["max"].Count);
        Assert.Single(Directory.GetFiles(folder["cache/profiles"], "*.sha256"));
        Assert.Equal(2, Directory.GetFiles(folder["cache/violations"], "*.sha256").Length);
    }

    private static async Task<string> Get(ContentCache cache, string key, string text, Func<int> count)
    {
        var result = await cache.GetOrCreateAsync(
            "profiles",
            key,
            path =>
            {
                count();
                File.WriteAllText(path, text);
                return Nothing;
            },
            CancellationToken.None
        );
        return result.Value!;
    }
}
