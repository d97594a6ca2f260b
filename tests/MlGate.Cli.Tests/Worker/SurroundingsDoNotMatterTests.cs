using System.Diagnostics;
using MlGate.Testing;

namespace MlGate.Cli.Tests.Worker;

/// <summary>The same inputs give the same report, wherever and whenever.</summary>
public sealed class SurroundingsDoNotMatterTests
{
    private static string Digest(WorkerAnswer answer)
    {
        Assert.True(answer.Exit == 0, answer.ToString());
        return answer.Digest;
    }

    [Fact]
    public void Culture_time_zone_threads_and_home_do_not_change_the_digest()
    {
        using var repository = new GateRepository();
        repository.Write("models/m.csv", GateRepository.Scores(600, 2, 0.81));
        repository.Must("lock");
        var expected = Digest(repository.Check());

        Dictionary<string, string?>[] surroundings =
        [
            new()
            {
                ["LANG"] = "tr_TR.UTF-8",
                ["LC_ALL"] = "tr_TR.UTF-8",
                ["TZ"] = "Pacific/Kiritimati",
            },
            new()
            {
                ["LANG"] = "C",
                ["LC_ALL"] = "ar_SA.UTF-8",
                ["TZ"] = "America/St_Johns",
            },
            new() { ["LC_ALL"] = "fa_IR.UTF-8", ["DOTNET_PROCESSOR_COUNT"] = "1" },
            new() { ["DOTNET_PROCESSOR_COUNT"] = "4" },
            new()
            {
                ["HOME"] = null,
                ["DOTNET_CLI_HOME"] = null,
                ["XDG_CONFIG_HOME"] = null,
            },
            new() { ["CI"] = "true" },
        ];
        foreach (var environment in surroundings)
        {
            Directory.Delete(repository[".mlgate/cache"], recursive: true);
            Assert.Equal(expected, Digest(repository.Check(environment)));
        }
    }

    [Fact]
    public void Spaces_emoji_and_long_paths_do_not_change_the_digest()
    {
        using var repository = new GateRepository();
        using var elsewhere = new TempFolder();
        var folder = elsewhere["a folder ; with 🚀 @ and " + string.Join('/', Enumerable.Repeat(new string('d', 60), 4))];
        Directory.CreateDirectory(folder);
        GateRepository.GitIn(
            elsewhere.Path,
            "clone",
            "--quiet",
            "--no-hardlinks",
            "file://" + repository.Path,
            Path.Combine(folder, "work")
        );

        Assert.Equal(
            Digest(repository.Check(more: "--baseline=HEAD")),
            Digest(repository.Check(folder: Path.Combine(folder, "work"), more: "--baseline=HEAD"))
        );
    }

    [Fact]
    public void A_signal_ends_it_at_once_and_leaves_the_locks_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals there.");
        using var repository = new GateRepository();
        repository.Replace(
            "mlgate.yml",
            "    key: id\n",
            "    key: id\n    train: { command: \"sleep 600\", reads: [datasets.train], within: 1h }\n"
        );
        var before = File.ReadAllText(repository[".mlgate/lock/models/m.json"]);
        var start = new ProcessStartInfo("dotnet", ["exec", GateRepository.Worker, "train"])
        {
            WorkingDirectory = repository.Path,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;

        // The progress line says that the command is running.
        string? line;
        do
        {
            line = process.StandardError.ReadLine();
        } while (line is not null && !line.Contains("sleep 600", StringComparison.Ordinal));
        Assert.NotNull(line);
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString()])!)
        {
            kill.WaitForExit();
        }

        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(30)), "It did not end.");
        Assert.Equal(130, process.ExitCode);
        Assert.Equal(before, File.ReadAllText(repository[".mlgate/lock/models/m.json"]));
    }

    [Fact]
    public void A_signal_during_a_check_ends_the_scoring_process_too()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals there.");
        using var repository = new GateRepository();
        File.Copy(Path.Combine(GateRepository.Sample, "models", "churn.zip"), repository["models/m.zip"]);
        File.Copy(Path.Combine(GateRepository.Sample, "data", "test.csv"), repository["data/churn.csv"]);
        repository.Write(
            "mlgate.yml",
            """
            version: 1
            name: small
            datasets: { test: { path: data/churn.csv } }
            models:
              m:
                { path: models/m.zip, task: binary-classification, test: test, label: churn, positive: "Yes", metrics: { auc: { min: 0.5 } } }
            """
        );
        File.Delete(repository[".mlgate/lock/models/m.json"]);
        repository.Must("lock");
        var before = File.ReadAllText(repository[".mlgate/lock/models/m.json"]);

        var start = new ProcessStartInfo(GateRepository.DotnetHost, ["exec", GateRepository.Worker, "check"])
        {
            WorkingDirectory = repository.Path,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        _ = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();

        // The scoring process is stopped as soon as it is there: it hangs, and hears no polite signal.
        var scorer = 0;
        Assert.True(
            SpinWait.SpinUntil(() => (scorer = ScoringChild(process.Id)) != 0 || process.HasExited, TimeSpan.FromSeconds(60))
                && scorer != 0,
            "No scoring process was started."
        );
        using (var stop = Process.Start("kill", ["-STOP", scorer.ToString(System.Globalization.CultureInfo.InvariantCulture)])!)
        {
            stop.WaitForExit();
            Assert.Equal(0, stop.ExitCode);
        }

        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])!)
        {
            kill.WaitForExit();
        }

        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(30)), "It did not end.");
        Assert.Equal(130, process.ExitCode);
        Assert.True(SpinWait.SpinUntil(() => !IsAlive(scorer), TimeSpan.FromSeconds(30)), "The scoring process lives on.");
        Assert.Equal(before, File.ReadAllText(repository[".mlgate/lock/models/m.json"]));
    }

    [Fact]
    public void A_signal_ends_it_although_what_it_waits_for_does_not_listen()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals there.");
        using var repository = new GateRepository(format: "sha256");
        using var programs = new TempFolder();

        // Stands for a git on a disk that does not answer. Only the end of the program's patience ends this, never the git itself.
        programs.Write(
            "git",
            $"#!/bin/sh\necho $$ > '{programs["id.new"]}'\nmv '{programs["id.new"]}' '{programs["id"]}'\nexec sleep 600\n"
        );
#pragma warning disable CA1416 // Skipped on Windows above.
        File.SetUnixFileMode(programs["git"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
#pragma warning restore CA1416
        var start = new ProcessStartInfo(GateRepository.DotnetHost, ["exec", GateRepository.Worker, "check"])
        {
            WorkingDirectory = repository.Path,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["PATH"] = programs.Path + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        using var process = Process.Start(start)!;
        _ = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        Assert.True(
            SpinWait.SpinUntil(() => File.Exists(programs["id"]) || process.HasExited, TimeSpan.FromSeconds(60)) && !process.HasExited,
            "No git was started."
        );
        var git = int.Parse(File.ReadAllText(programs["id"]).Trim(), System.Globalization.CultureInfo.InvariantCulture);

        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])!)
        {
            kill.WaitForExit();
        }

        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(60)), "It did not end.");
        Assert.Equal(130, process.ExitCode);
        Assert.True(SpinWait.SpinUntil(() => !IsAlive(git), TimeSpan.FromSeconds(30)), "The git lives on.");
    }

    // The child that runs the same program as its parent; git, the other child, does not.
    private static int ScoringChild(int parent)
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])))
        {
            try
            {
                var stat = File.ReadAllText(folder + "/stat");
                if (
                    stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1] == parent.ToString(System.Globalization.CultureInfo.InvariantCulture)
                    && File.ReadAllText(folder + "/cmdline").Contains("mlgate.dll\0score", StringComparison.Ordinal)
                )
                {
                    return int.Parse(Path.GetFileName(folder), System.Globalization.CultureInfo.InvariantCulture);
                }
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // It ended meanwhile.
            }
        }

        return 0;
    }

    // An ended child that nobody has waited for yet is no longer alive.
    private static bool IsAlive(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..][0] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }
}
