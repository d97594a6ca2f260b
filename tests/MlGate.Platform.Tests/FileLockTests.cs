using MlGate.Testing;

namespace MlGate.Platform.Tests;

public sealed class FileLockTests
{
    [Fact]
    public void One_has_it_at_a_time_and_the_next_gets_it_after()
    {
        using var folder = new TempFolder();
        using (var held = FileLock.TryTake(folder["lock"]))
        {
            Assert.NotNull(held);
            Assert.Null(FileLock.TryTake(folder["lock"]));
        }

        using var next = FileLock.TryTake(folder["lock"]);
        Assert.NotNull(next);
    }

    [Fact]
    public void A_wait_that_is_too_long_or_cancelled_ends_without_it()
    {
        using var folder = new TempFolder();
        using var held = FileLock.TryTake(folder["lock"]);
        using var cancelled = new ManualResetEvent(initialState: true);
        using var never = new ManualResetEvent(initialState: false);

        Assert.Null(FileLock.Take(folder["lock"], never, TimeSpan.Zero));
        Assert.Null(FileLock.Take(folder["lock"], cancelled));
    }

    [Fact]
    public async Task Who_waits_gets_it_when_it_is_free()
    {
        using var folder = new TempFolder();
        using var never = new ManualResetEvent(initialState: false);
        var held = FileLock.TryTake(folder["lock"]);
        var waiting = Task.Run(() => FileLock.Take(folder["lock"], never), TestContext.Current.CancellationToken);

        held!.Dispose();

        using var got = await waiting.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.NotNull(got);
    }

    [Fact]
    public void Many_that_count_one_after_the_other_lose_no_count()
    {
        using var folder = new TempFolder();
        using var never = new ManualResetEvent(initialState: false);
        File.WriteAllText(folder["count"], "0");

        Parallel.For(0, 50, _ =>
        {
            using var held = FileLock.Take(folder["lock"], never);
            File.WriteAllText(
                folder["count"],
                (int.Parse(File.ReadAllText(folder["count"]), System.Globalization.CultureInfo.InvariantCulture) + 1).ToString(
                    System.Globalization.CultureInfo.InvariantCulture
                )
            );
        });

        Assert.Equal("50", File.ReadAllText(folder["count"]));
    }

    [Fact]
    public void What_cannot_be_made_is_an_error_and_not_a_lock_of_somebody_else()
    {
        using var folder = new TempFolder();

        Assert.Throws<DirectoryNotFoundException>(() => FileLock.TryTake(folder["no/such/lock"]));
        Directory.CreateDirectory(folder["lock"]);
        Assert.ThrowsAny<IOException>(() => FileLock.TryTake(folder["lock"]));
    }
}
