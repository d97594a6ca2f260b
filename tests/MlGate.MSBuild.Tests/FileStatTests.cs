using MlGate.MSBuild.Inputs;
using MlGate.Testing;

namespace MlGate.MSBuild.Tests;

public sealed class FileStatTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public void The_change_time_is_known_here_and_is_that_of_the_write()
    {
        var path = folder.Write("data.csv", "1");

        Assert.InRange((ChangeTime.Read(path)!.Value - File.GetLastWriteTimeUtc(path)).TotalMilliseconds, -1, 1000);
    }

    [Fact]
    public void Setting_the_write_time_back_leaves_a_trace()
    {
        var path = folder.Write("data.csv", "1,2");
        var (before, written) = (FileStat.From(path), File.GetLastWriteTimeUtc(path));

        File.WriteAllText(path, "3,4");
        File.SetLastWriteTimeUtc(path, written);

        Assert.Equal(written, File.GetLastWriteTimeUtc(path));
        Assert.NotEqual(before.Text, FileStat.From(path).Text);
    }

    [Fact]
    public void Reading_a_file_leaves_none()
    {
        var path = folder.Write("data.csv", "1");
        var before = FileStat.From(path);

        File.ReadAllText(path);

        Assert.Equal(before, FileStat.From(path));
    }

    [Fact]
    public void What_is_not_there_is_absent_and_a_folder_is_not_a_file()
    {
        Assert.Equal(FileStat.Absent, FileStat.From(folder["gone"]));
        Assert.NotEqual(FileStat.Absent, FileStat.From(folder.Path));
    }

    public void Dispose() => folder.Dispose();
}
