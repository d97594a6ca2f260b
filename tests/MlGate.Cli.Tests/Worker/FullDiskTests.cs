using System.Diagnostics;
using System.Globalization;
using MlGate.Testing;

namespace MlGate.Cli.Tests.Worker;

/// <summary>A temporary folder without space, and few file handles: exit 7 with a code, and nothing is left behind.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly List<string> mounted = [];

    public FullDiskTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Limits of disks and handles are set by tools of Unix.");

    public void Dispose()
    {
        mounted.ForEach(place => Run("umount", place));
        folder.Dispose();
    }

    [Theory]
    [InlineData(4)]
    [InlineData(64)]
    [InlineData(512)]
    public void A_full_temporary_folder_has_a_code_and_keeps_nothing(int kibibytes)
    {
        using var repository = Repository();
        var temporary = Disk(kibibytes);

        var answer = repository.Check(new() { ["TMPDIR"] = temporary });

        Assert.True(answer.Exit is 7 or 0, answer.ToString());
        Assert.True(
            answer.Exit == 0
                || (answer.Text + answer.Errors + string.Join("\n", answer.Diagnostics ?? [])).Contains(
                    "MLG7007",
                    StringComparison.Ordinal
                ),
            answer.ToString()
        );
        Assert.DoesNotContain(Directory.GetFileSystemEntries(temporary), entry =>
            Path.GetFileName(entry).StartsWith("mlgate-", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_smallest_folder_is_really_too_small()
    {
        using var repository = Repository();

        Assert.Equal(7, repository.Check(new() { ["TMPDIR"] = Disk(4) }).Exit);
    }

    [Fact]
    public async Task Few_file_handles_have_a_code_and_no_stack_trace()
    {
        using var repository = Repository();
        var codes = new SortedSet<int>();
        foreach (var handles in new[] { 400, 200, 199, 150, 100, 80, 60, 50 })
        {
            var start = new ProcessStartInfo(
                "/bin/sh",
                [
                    "-c",
                    $"ulimit -n {handles.ToString(CultureInfo.InvariantCulture)}; exec \"$0\" \"$@\"",
                    GateRepository.DotnetHost,
                    "exec",
                    GateRepository.Worker,
                    "check",
                    "--no-progress",
                ]
            )
            {
                WorkingDirectory = repository.Path,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var reading = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var text = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var errors = await reading;
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            codes.Add(process.ExitCode);

            Assert.True(process.ExitCode is 0 or 7, $"{handles}: exit {process.ExitCode}\n{text}\n{errors}");
            Assert.DoesNotMatch(@"\bat [A-Z][\w.<>`]*\(", text + errors);
        }

        Assert.Equal([0, 7], codes);
    }

    // Two versions of a training set that differ, so that the engine stages both.
    private static GateRepository Repository() => GateRepository.After("two versions of train", repository =>
        {
            repository.Replace(
                "mlgate.yml",
                "    disjoint-from: [test]",
                "    drift: { against: baseline, columns: { x: { method: psi, limit: 0.2 } } }\n    disjoint-from: [test]"
            );
            repository.Must("lock");
            repository.Commit("second");
            repository.Write("data/train.csv", GateRepository.Rows("t", 20_000, 3));
            repository.Must("lock");
        });

    private string Disk(int kibibytes)
    {
        var place = folder["disk" + mounted.Count.ToString(CultureInfo.InvariantCulture)];
        Directory.CreateDirectory(place);
        Assert.SkipUnless(
            Run("mount", "-t", "tmpfs", "-o", FormattableString.Invariant($"size={kibibytes}k"), "tmpfs", place) == 0,
            "Only root can mount a small disk."
        );
        mounted.Add(place);
        return place;
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true }
        )!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
