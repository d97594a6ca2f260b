using System.Security.Cryptography;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Metrics;
using MlGate.Models.Formats;
using MlGate.Models.Sources;
using MlGate.Models.Worker;
using MlGate.Runs;
using MlGate.Versions;

namespace MlGate.Models.Tests.ScoringHost;

/// <summary>Builds what the conductor would hand over.</summary>
internal static class Requests
{
    public static PredictionRequest Of(
        string test,
        string candidate,
        string? baseline = null,
        ModelTask? task = null,
        string label = "churn"
    ) =>
        new()
        {
            Model = new ModelGate
            {
                Name = "churn",
                Path = Path.GetFileName(candidate),
                Place = new FilePlace("mlgate.yml", 12, 3),
                Task = task ?? ModelTask.BinaryClassification,
                Test = "test",
                Label = label,
                Loader = new LoaderGate { MissingRealsAsNaNs = true },
                Positive = (task ?? ModelTask.BinaryClassification).HasPositive ? "Yes" : null,
            },
            TestGate = new DatasetGate
            {
                Name = "test",
                Path = "test.csv",
                Place = new FilePlace("mlgate.yml", 3, 3),
            },
            Test = Bytes(ArtifactKind.Dataset, "test", test),
            Candidate = Bytes(ArtifactKind.Model, "churn", candidate),
            Baseline = baseline is null ? null : Bytes(ArtifactKind.Model, "churn", baseline),
        };

    public static ArtifactBytes Bytes(ArtifactKind kind, string name, string path)
    {
        var (sha, size) = (Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))), new FileInfo(path).Length);
        return new ArtifactBytes(
            new Artifact(kind, name, Path.GetFileName(path)),
            new ArtifactVersion("", sha, size),
            [new ArtifactFile(Path.GetFileName(path), path, sha, size)]
        );
    }

    public static ModelPredictions Predictions(
        string cacheFolder,
        string mode = "score",
        ScoringLimits? limits = null,
        bool cacheCandidates = true,
        FolderCache? cache = null,
        bool cacheBaselines = true,
        bool remember = false,
        params string[] arguments
    ) =>
        new(
            new CsvRows(),
            cache ?? new FolderCache(cacheFolder),
            Process(mode, limits, arguments),
            new PredictionSettings
            {
                ToolVersion = "test",
                CacheCandidates = cacheCandidates,
                CacheBaselines = cacheBaselines,
                Remember = remember,
            },
            KnownFormats.All
        );

    public static ScoringProcess Process(string mode, ScoringLimits? limits = null, params string[] arguments) =>
        new(
            new WorkerCommand(
                Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
                ["exec", Path.Combine(AppContext.BaseDirectory, "MlGate.Models.Tests.ScoringHost.dll"), mode, .. arguments]
            ),
            limits ?? new ScoringLimits()
        );
}
