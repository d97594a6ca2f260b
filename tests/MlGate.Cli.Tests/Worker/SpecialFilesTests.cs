using System.Diagnostics;
using MlGate.Testing;

namespace MlGate.Cli.Tests.Worker;

/// <summary>
/// What is no regular file, in the place of every file that MlGate reads or writes itself: the run ends soon, with a code or as if the file
/// were missing.
/// </summary>
public sealed class SpecialFilesTests(SpecialFilesTests.Template template) : IClassFixture<SpecialFilesTests.Template>
{
    // A hang lasts for ever; a run takes some seconds on a busy machine.
    private const int Soon = 120_000;

    // Every one of them would hang or flood a reader that only opens its file.
    private static readonly string[] Endless = ["pipe", "device"];
    private static readonly string[] Others = ["folder", "loop", "large"];

    private static readonly string[] Places =
    [
        ".gitattributes",
        "data/.gitattributes",
        ".gitignore",
        "data/.gitignore",
        "mlgate.yml",
        "policy.yml",
        "countries.txt",
        "data/test.csv",
        "models/m.csv",
        ".git/config",
        ".git/info/attributes",
        ".git/info/exclude",
        ".git/packed-refs",
        ".git/shallow",
        ".git/commondir",
    ];

    private static readonly string[] OwnPlaces =
    [
        ".mlgate",
        ".mlgate/cache",
        ".mlgate/cache/.gitignore",
        ".mlgate/cache/stat",
        ".mlgate/cache/writer",
        ".mlgate/cache/writer.holder",
        ".mlgate/cache/profiles",
        ".mlgate/cache/bytes",
        ".mlgate/cache/locks",
        ".mlgate/lock",
        ".mlgate/lock/datasets",
        ".mlgate/lock/datasets/test.json",
        ".mlgate/lock/models/m.json",
        ".mlgate/waivers",
        ".mlgate/waivers/w.json",
        "out/report.json",
        "out/report.json.new",
        "out/inputs.txt",
        "out/diagnostics.json",
    ];

    public static TheoryData<string, string> Rows =>
        [
            .. from place in Places.Concat(OwnPlaces) from kind in Endless select (place, kind),
            .. from place in OwnPlaces
            from kind in Others
            where kind != "large" || place.LastIndexOf('.') > 0 || place.EndsWith("stat", StringComparison.Ordinal)
            select (place, kind),
        ];

    [Theory(Timeout = Soon)]
    [MemberData(nameof(Rows))]
    public async Task A_check_and_a_lock_end_with_a_code(string place, string kind)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Pipes and links are those of Unix.");
        using var repository = Repository();
        Put(kind, repository[place]);

        var check = await Ends(repository, TestContext.Current.CancellationToken, "check", "--no-progress", "--output=out");
        var written = await Ends(repository, TestContext.Current.CancellationToken, "lock");

        Assert.All([check, written], answer =>
        {
            Assert.True(answer.Exit is 0 or 1 or 2 or 3 or 4 or 5 or 7, answer.ToString());
            Assert.True(answer.Exit == 0 || (answer.Text + answer.Errors).Contains("MLG", StringComparison.Ordinal), answer.ToString());
        });
    }

    [Theory(Timeout = Soon)]
    [InlineData(".mlgate/cache/stat")]
    [InlineData(".mlgate/cache/writer.holder")]
    [InlineData(".mlgate/cache/.gitignore")]
    public async Task What_can_be_made_again_changes_no_verdict(string place)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Pipes and links are those of Unix.");
        using var repository = Repository();
        Put("pipe", repository[place]);

        Assert.Equal(0, (await Ends(repository, TestContext.Current.CancellationToken, "check", "--no-progress")).Exit);
        Assert.Equal(0, (await Ends(repository, TestContext.Current.CancellationToken, "lock")).Exit);
    }

    [Theory(Timeout = Soon)]
    [InlineData("pipe")]
    [InlineData("device")]
    [InlineData("loop")]
    public async Task Arguments_end_with_a_code(string kind)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Pipes and links are those of Unix.");
        using var repository = Repository();
        Put(kind, repository["x"]);

        foreach (
            var arguments in new string[][]
            {
                ["check", "x"],
                ["show", "x"],
                ["publish", "x", "--dry-run"],
                ["@x"],
                ["history", "record", "x"],
                ["check", "--cache=x"],
                ["check", "--output=x"],
            }
        )
        {
            var answer = await Ends(repository, TestContext.Current.CancellationToken, arguments);

            Assert.True(answer.Exit is 0 or 1 or 2 or 3 or 4 or 5 or 7, $"{arguments[0]}: {answer}");
        }
    }

    [Fact]
    public void Nothing_is_written_or_deleted_through_a_link()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        using var repository = Repository();
        using var elsewhere = new TempFolder();
        elsewhere.Write("cache/profiles/old.sha256", "x");
        elsewhere.Write("cache/profiles/old", "x");
        elsewhere.Write("lock/datasets/left.json.1.tmp", "x");
        var before = Files(elsewhere.Path);
        Directory.Delete(repository[".mlgate"], recursive: true);
        Directory.CreateSymbolicLink(repository[".mlgate"], elsewhere.Path);

        var check = repository.Run("check", "--no-progress");
        var written = repository.Run("lock");

        Assert.Equal(before, Files(elsewhere.Path));
        Assert.True(check.Exit is 4 or 5 or 7, check.ToString());
        Assert.True(written.Exit == 5, written.ToString());
        Assert.Contains("MLG3002", written.Errors + written.Text, StringComparison.Ordinal);
    }

    private static List<string> Files(string folder) =>
        [.. Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private Copy Repository() => new(template.Path);

    private static void Put(string kind, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }

        File.Delete(path);
        switch (kind)
        {
            case "pipe":
                using (var make = Process.Start("mkfifo", [path]))
                {
                    make.WaitForExit();
                }

                break;
            case "device":
                File.CreateSymbolicLink(path, "/dev/zero");
                break;
            case "folder":
                Directory.CreateDirectory(path);
                File.WriteAllText(Path.Combine(path, "inner"), "");
                break;
            case "loop":
                File.CreateSymbolicLink(path, path);
                break;
            default:
                // Takes no space: a file with a hole.
                using (var file = File.Create(path))
                {
                    file.SetLength(600L << 20);
                }

                break;
        }
    }

    private static Task<WorkerAnswer> Ends(Copy repository, CancellationToken cancel, params string[] arguments) =>
        Task.Run(() => repository.Run(arguments), cancel);

    /// <summary>A committed repository with all that a gate can read.</summary>
    public sealed class Template : IDisposable
    {
        private readonly GateRepository repository = new();

        public Template()
        {
            repository.Write("policy.yml", "version: 1\nname: policy\nalpha: 0.05\n");
            repository.Write("countries.txt", "DE\nFR\nBR\n");
            repository.Replace("mlgate.yml", "in: [DE, FR, BR]", "in: file:countries.txt");
            repository.Replace("mlgate.yml", "name: small\n", "name: small\nextends: policy.yml\n");
            repository.Commit("second");
        }

        public string Path => repository.Path;

        public void Dispose() => repository.Dispose();
    }

    private sealed class Copy : IDisposable
    {
        private readonly TempFolder folder = new();

        public Copy(string template)
        {
            using var copy = Process.Start("cp", ["-a", template + "/.", folder.Path]);
            copy.WaitForExit();
            Assert.Equal(0, copy.ExitCode);
        }

        public string this[string relative] => folder[relative];

        public WorkerAnswer Run(params string[] arguments) => GateRepository.RunIn(folder.Path, null, arguments);

        // A pipe is never to be opened, not even to clean up.
        public void Dispose() => Directory.Delete(folder.Path, recursive: true);
    }
}
