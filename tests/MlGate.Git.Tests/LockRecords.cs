using MlGate.Versions;

namespace MlGate.Git.Tests;

/// <summary>Records for tests.</summary>
internal static class LockRecords
{
    /// <summary>A record that differs from round to round.</summary>
    public static LockRecord Of(string name, int round) =>
        new()
        {
            Artifact = new Artifact(ArtifactKind.Model, name, name + ".bin"),
            Version = new ArtifactVersion(Digits(round, 40), Digits(round, 64), round),
            Files = [.. Enumerable.Range(0, 200).Select(file => new LockedFile($"{name}/{file:d4}", Digits(file + round, 64), file))],
        };

    /// <summary>A record with everything.</summary>
    public static LockRecord Full { get; } =
        new()
        {
            Artifact = new Artifact(ArtifactKind.Model, "churn", "models/churn.zip"),
            Version = new ArtifactVersion(Digits(1, 40), Digits(2, 64), 3),
            InRepository = true,
            Lineage = new Lineage
            {
                Command = "dotnet run --project Trainer -- \"é\"",
                Seed = 42,
                Datasets = new SortedDictionary<string, ArtifactVersion> { ["train"] = new(Digits(3, 40), Digits(4, 64), 5) },
                Code = new SortedDictionary<string, ArtifactVersion> { ["Trainer/"] = new(Digits(5, 40), Digits(6, 64), 7) },
                Toolchain = new SortedDictionary<string, string> { ["dotnet"] = "10.0.401" },
                Packages = new SortedDictionary<string, string> { ["Microsoft.ML"] = "5.0.1" },
            },
        };

    public static string Digits(int number, int length) => number.ToString("x").PadLeft(length, '0');
}
