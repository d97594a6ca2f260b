using System.Text.Json;
using MlGate.Testing;

namespace MlGate.Cli.Tests.Worker;

/// <summary>A pull request in a repository of several gates, and what they say of it.</summary>
internal static class RemovingPullRequest
{
    public static readonly Dictionary<string, string?> PullRequest = new() { ["GITHUB_BASE_REF"] = "main", ["CI"] = "true" };

    // A gate at the root, named small, and one of another name below.
    public static GateRepository TwoGates(string other = "ml") => GateRepository.After("another gate in " + other, repository =>
        {
            repository.Write(other + "/mlgate.yml", GateRepository.Gate.Replace("name: small", "name: other", StringComparison.Ordinal));
            foreach (var file in new[] { "data/train.csv", "data/test.csv", "models/m.csv" })
            {
                repository.Write($"{other}/{file}", File.ReadAllText(repository[file]));
            }

            Lock(repository, other);
            repository.Commit("another gate");
            repository.Git("checkout", "--quiet", "-b", "change");
        });

    public static void Lock(GateRepository repository, string folder) =>
        Assert.Equal(0, GateRepository.RunIn(repository[folder], null, "lock").Exit);

    public static void Spoil(GateRepository repository, string folder)
    {
        repository.Write(folder + "/models/m.csv", GateRepository.Scores(600, 2, 0.1));
        Lock(repository, folder);
    }

    public static WorkerAnswer CheckAll(GateRepository repository, out Dictionary<string, JsonElement> reports)
    {
        using var output = new TempFolder();
        var answer = GateRepository.RunIn(repository.Path, PullRequest, "check", "--all", "--no-progress", "--output=" + output.Path);
        reports = Directory
            .EnumerateFiles(output.Path, "report.json", SearchOption.AllDirectories)
            .ToDictionary(
                file => Path.GetRelativePath(output.Path, Path.GetDirectoryName(file)!).Replace('\\', '/'),
                file => JsonDocument.Parse(File.ReadAllText(file)).RootElement
            );
        return answer;
    }

    public static string[] Codes(JsonElement report, string severity) =>
        [
            .. report
                .GetProperty("findings")
                .EnumerateArray()
                .Where(finding =>
                    finding.GetProperty("severity").GetString() == severity && finding.GetProperty("outcome").GetString() != "passed"
                )
                .Select(finding => finding.GetProperty("code").GetString()!),
        ];

    public static string[] Names(GateRepository repository) =>
        GateRepository.RunIn(repository.Path, PullRequest, "gates", "--all").Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    // Two gates of one folder, of the same data.
    public static GateRepository SharedData() => GateRepository.After("another gate of the same data", repository =>
        {
            repository.Write(
                "b.yml",
                GateRepository
                    .Gate.Replace("name: small", "name: b", StringComparison.Ordinal)
                    .Replace("  m:", "  b:", StringComparison.Ordinal)
                    .Replace("models/m.csv", "models/b.csv", StringComparison.Ordinal)
            );
            repository.Write("models/b.csv", File.ReadAllText(repository["models/m.csv"]));
            repository.Must("lock", "b.yml");
            repository.Commit("another gate");
            repository.Git("checkout", "--quiet", "-b", "change");
        });
}
