using System.Globalization;
using MlGate.Cli.Tests.Worker;
using MlGate.Testing;

namespace MlGate.Cli.Tests.FirstHour;

/// <summary>The paths of a first hour, with real repositories and the real tool.</summary>
public sealed class FirstHourTests
{
    private static readonly Dictionary<string, string?> Local = [];

    [Fact]
    public void The_commands_that_init_prints_lead_to_a_gate_that_passes()
    {
        using var folder = PredictionsOnly();
        var answer = GateRepository.RunIn(folder.Path, Local, "init");
        Assert.True(answer.Exit == 0, answer.ToString());
        var commands = Next(answer);

        Assert.Equal(
            [
                "git init",
                "git add mlgate.yml .gitattributes .mlgate test.csv out/predictions.csv",
                "git commit -m \"Gate data and models\"",
                "mlgate check",
            ],
            commands
        );
        WorkerAnswer? last = null;
        foreach (var command in commands)
        {
            last = Run(folder.Path, command);
        }

        Assert.True(last!.Exit == 0, last.ToString());
    }

    [Fact]
    public void Predictions_alone_are_gated_fail_are_accepted_and_pass()
    {
        // A team that works in Python: rows to test on, predictions of them, and nothing else.
        using var folder = PredictionsOnly();
        GateRepository.GitIn(folder.Path, "init", "--quiet", "--initial-branch=main");
        Must(folder.Path, "init");
        Commit(folder.Path, "The gate");
        Assert.Contains("score: p_yes", File.ReadAllText(folder["mlgate.yml"]), StringComparison.Ordinal);

        // Retrained, and worse.
        GateRepository.GitIn(folder.Path, "checkout", "--quiet", "-b", "retrain");
        folder.Write("out/predictions.csv", Predictions(0.1));
        Must(folder.Path, "lock");
        Commit(folder.Path, "Retrain");
        var failed = GateRepository.RunIn(folder.Path, Local, "check", "--format", "json");
        Assert.True(failed.Exit == 1, failed.ToString());

        // Accepted on purpose, check by check.
        foreach (var id in FailedIds(failed.Text))
        {
            Must(
                folder.Path,
                "accept",
                id,
                "--reason=a smaller model",
                "--owner=Jane",
                "--until=" + DateTime.UtcNow.AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            );
        }

        Commit(folder.Path, "Accept");
        var passed = GateRepository.RunIn(folder.Path, Local, "check");
        Assert.True(passed.Exit == 0, passed.ToString());
        Assert.Contains("waiver", passed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_next_batch_of_the_same_source_passes()
    {
        using var folder = new TempFolder();
        folder.Write("train.csv", GateRepository.Rows("t", 900, 11));
        GateRepository.GitIn(folder.Path, "init", "--quiet", "--initial-branch=main");
        Must(folder.Path, "init");
        Commit(folder.Path, "The gate");

        folder.Write("train.csv", GateRepository.Rows("u", 1000, 12));
        Must(folder.Path, "lock");
        Commit(folder.Path, "Next batch");

        var answer = GateRepository.RunIn(folder.Path, Local, "check");
        Assert.True(answer.Exit == 0, answer.ToString());
    }

    private static TempFolder PredictionsOnly()
    {
        var folder = new TempFolder();
        folder.Write("test.csv", GateRepository.Rows("e", 600, 2));
        folder.Write("out/predictions.csv", Predictions(0.9));
        return folder;
    }

    private static string Predictions(double skill) =>
        GateRepository.Scores(600, 2, skill).Replace("id,p\n", "id,p_yes\n", StringComparison.Ordinal);

    private static void Must(string folder, params string[] arguments)
    {
        var answer = GateRepository.RunIn(folder, Local, arguments);
        Assert.True(answer.Exit == 0, answer.ToString());
    }

    private static void Commit(string folder, string message)
    {
        GateRepository.GitIn(folder, "add", "--all");
        GateRepository.GitIn(folder, "commit", "--quiet", "--message", message);
    }

    private static List<string> Next(WorkerAnswer answer) =>
        [.. answer.Text.Split('\n').SkipWhile(line => line != "Next:").Skip(1).Select(line => line.Trim()).Where(line => line.Length > 0)];

    private static WorkerAnswer Run(string folder, string command)
    {
        if (command.StartsWith("mlgate ", StringComparison.Ordinal))
        {
            return GateRepository.RunIn(folder, Local, command.Split(' ')[1..]);
        }

        var quoted = command.Split('"');
        string[] arguments = quoted.Length == 3 ? [.. quoted[0].Trim().Split(' ')[1..], quoted[1]] : command.Split(' ')[1..];
        return new WorkerAnswer(0, GateRepository.GitIn(folder, arguments), "");
    }

    private static List<string> FailedIds(string report)
    {
        using var json = System.Text.Json.JsonDocument.Parse(report);
        return
        [
            .. json
                .RootElement.GetProperty("findings")
                .EnumerateArray()
                .Where(finding =>
                    finding.GetProperty("outcome").GetString() == "failed" && finding.GetProperty("severity").GetString() == "error"
                )
                .Select(finding => finding.GetProperty("id").GetString()!),
        ];
    }
}
