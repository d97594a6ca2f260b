using MlGate.Testing;

namespace MlGate.Platform.Tests;

public sealed class RegularFileTests : IDisposable
{
    // Nothing here waits; a test that hangs fails after this.
    private const int Soon = 30_000;

    private readonly TempFolder folder = new();

    public RegularFileTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Pipes and links are those of Unix.");

    public static TheoryData<string> Kinds => [.. SpecialFiles.Kinds];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_regular_file_is_read_whole()
    {
        var path = folder.Write("a.txt", "größer\r\n");

        Assert.Equal("größer\r\n", RegularFile.ReadText(path, 100));
        Assert.Equal(10, RegularFile.ReadBytes(path, 10).Length);
        Assert.True(RegularFile.Exists(path));
    }

    [Theory(Timeout = Soon)]
    [MemberData(nameof(Kinds))]
    public async Task What_is_no_regular_file_is_not_opened(string kind)
    {
        SpecialFiles.Make(kind, folder["x"]);

        var read = await Task.Run(
            () => Record.Exception(() => RegularFile.ReadBytes(folder["x"], 1 << 20)),
            TestContext.Current.CancellationToken
        );
        var locked = await Task.Run(
            () => Record.Exception(() => RegularFile.OpenLock(folder["x"]).Dispose()),
            TestContext.Current.CancellationToken
        );

        Assert.IsType<UnsafeFileException>(read);
        Assert.IsType<UnsafeFileException>(locked);
        Assert.False(RegularFile.Exists(folder["x"]));
        Assert.DoesNotContain(folder.Path, read.Message, StringComparison.Ordinal);
    }

    [Theory(Timeout = Soon)]
    [InlineData("pipe", "a named pipe")]
    [InlineData("device", "a device")]
    public async Task A_link_that_may_be_followed_must_lead_to_a_regular_file(string kind, string found)
    {
        SpecialFiles.Make(kind, folder["there"]);
        File.CreateSymbolicLink(folder["x"], folder["there"]);

        var problem = await Task.Run(
            () => Record.Exception(() => RegularFile.ReadText(folder["x"], 1 << 20, followLink: true)),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(found, Assert.IsType<UnsafeFileException>(problem).Found);
        Assert.Equal(found, RegularFile.Obstacle(folder["x"]));
    }

    [Fact]
    public void A_link_to_a_regular_file_is_followed_only_where_that_is_wanted()
    {
        SpecialFiles.Make("link", folder["x"]);

        Assert.Equal("content of somebody else", RegularFile.ReadText(folder["x"], 100, followLink: true));
        Assert.Equal("a symbolic link", Assert.Throws<UnsafeFileException>(() => RegularFile.ReadText(folder["x"], 100)).Found);
        Assert.Null(RegularFile.Obstacle(folder["x"]));
    }

    [Fact]
    public void A_file_beyond_the_limit_is_refused()
    {
        var path = folder.Write("a.txt", "12345");

        Assert.Equal("12345", RegularFile.ReadText(path, 5));
        Assert.True(Assert.Throws<UnsafeFileException>(() => RegularFile.ReadText(path, 4)).IsTooLarge);
    }

    [Fact]
    public void A_missing_file_is_missing()
    {
        Assert.Throws<FileNotFoundException>(() => RegularFile.ReadText(folder["none"], 4));
        Assert.Throws<FileNotFoundException>(() => RegularFile.ReadText(folder["none/of/them"], 4));
    }

    [Theory(Timeout = Soon)]
    [InlineData("pipe")]
    [InlineData("device")]
    [InlineData("loop")]
    [InlineData("link")]
    public async Task Writing_replaces_what_has_the_name_and_follows_nothing(string kind)
    {
        SpecialFiles.Make(kind, folder["x"]);

        await Task.Run(() => RegularFile.Write(folder["x"], "mine"), TestContext.Current.CancellationToken);

        Assert.Equal("mine", RegularFile.ReadText(folder["x"], 100));
        Assert.Empty(Directory.GetFiles(folder.Path, "*.tmp"));
        if (kind == "link")
        {
            Assert.Equal("content of somebody else", File.ReadAllText(folder["x.target"]));
        }
    }

    [Fact]
    public void A_lock_is_held_by_one()
    {
        using (RegularFile.OpenLock(folder["lock"]))
        {
            Assert.IsNotType<UnsafeFileException>(Assert.ThrowsAny<IOException>(() => RegularFile.OpenLock(folder["lock"])));
        }

        RegularFile.OpenLock(folder["lock"]).Dispose();
    }

    [Theory]
    [InlineData(".mlgate")]
    [InlineData(".mlgate/cache")]
    public void A_folder_of_our_own_is_not_made_through_a_link(string part)
    {
        using var elsewhere = new TempFolder();
        Directory.CreateDirectory(Path.GetDirectoryName(folder[part])!);
        Directory.CreateSymbolicLink(folder[part], elsewhere.Path);

        var problem = Assert.Throws<UnsafeFileException>(() => OwnFolder.Create(folder.Path, ".mlgate/cache/locks"));

        Assert.Equal("a symbolic link", problem.Found);
        Assert.Empty(Directory.GetFileSystemEntries(elsewhere.Path));
    }

    [Fact]
    public void A_folder_below_a_link_of_the_user_is_made()
    {
        using var elsewhere = new TempFolder();
        Directory.CreateSymbolicLink(folder["root"], elsewhere.Path);

        OwnFolder.Create(folder["root"], ".mlgate/cache");

        Assert.True(Directory.Exists(elsewhere[".mlgate/cache"]));
    }
}
