using MlGate.Testing;

namespace MlGate.Platform.Tests;

public sealed class ProgramTests : IDisposable
{
    private readonly TempFolder folder = new();

    public ProgramTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "The paths are those of Unix.");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("/usr/bin:/bin", "/usr/bin:/bin")]
    [InlineData(".:/usr/bin", "/usr/bin")]
    [InlineData(":/usr/bin", "/usr/bin")]
    [InlineData("/usr/bin:", "/usr/bin")]
    [InlineData("/usr/bin::/bin", "/usr/bin:/bin")]
    [InlineData("bin:../bin:./x:~/bin:/opt/x", "/opt/x")]
    [InlineData("/repo/tools:/repository:/repo", "/repository")]
    [InlineData("/repo/../repo/x:/bin", "/bin")]
    [InlineData("", "/usr/bin:/bin")]
    [InlineData(".", "/usr/bin:/bin")]
    [InlineData(null, "/usr/bin:/bin")]
    public void Children_search_absolute_folders_outside_of_the_repository(string? path, string expected) =>
        Assert.Equal(expected, SearchPath.ForChild(path, "/repo"));

    [Fact]
    public void Without_an_exception_folders_of_the_repository_stay() =>
        Assert.Equal("/repo/.venv/bin:/bin", SearchPath.ForChild("/repo/.venv/bin:.:/bin"));

    [Fact]
    public void The_variables_of_a_child_are_protected()
    {
        var variables = new Dictionary<string, string?> { ["PATH"] = ".:/bin" };

        SearchPath.Protect(variables);

        Assert.Equal("/bin", variables["PATH"]);
    }

    [Fact]
    public void A_program_is_found_by_its_absolute_path()
    {
        Program("first/tool");
        Program("second/tool");

        Assert.Equal(folder["first/tool"], ProgramFinder.Find("tool", $"{folder["none"]}:{folder["first"]}:{folder["second"]}"));
        Assert.Equal(folder["second/tool"], ProgramFinder.Find("tool", $"{folder["first"]}:{folder["second"]}", folder["first"]));
    }

    [Fact]
    public void The_working_directory_has_no_programs()
    {
        Program("tool");
        var before = Directory.GetCurrentDirectory();
        Directory.SetCurrentDirectory(folder.Path);
        try
        {
            Assert.All(new[] { "", ".", ":", "./", null }, path => Assert.Null(ProgramFinder.Find("tool", path)));
        }
        finally
        {
            Directory.SetCurrentDirectory(before);
        }
    }

    [Fact]
    public void What_cannot_be_run_is_no_program()
    {
        folder.Write("first/tool", "no program");
        Directory.CreateDirectory(folder["second/tool"]);
        Program("third/tool");

        Assert.Equal(folder["third/tool"], ProgramFinder.Find("tool", $"{folder["first"]}:{folder["second"]}:{folder["third"]}"));
    }

    [Theory]
    [InlineData("./tool")]
    [InlineData("/bin/tool")]
    [InlineData("c:tool")]
    [InlineData("")]
    public void A_name_has_no_folder(string name) => Assert.Throws<ArgumentException>(() => ProgramFinder.Find(name, "/bin"));

    private void Program(string relative) =>
        File.SetUnixFileMode(
            folder.Write(relative, "#!/bin/sh\n"),
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        );
}
