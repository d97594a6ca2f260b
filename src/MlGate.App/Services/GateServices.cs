using MlGate.App.Location;
using MlGate.App.Policy;
using MlGate.Data.Batches;
using MlGate.Data.Caching;
using MlGate.Data.Engines.DuckDb;
using MlGate.Data.Profiles;
using MlGate.Findings;
using MlGate.GateFile.Parsing;
using MlGate.Gates;
using MlGate.Git;
using MlGate.Git.Fetching;
using MlGate.Git.Locks;
using MlGate.Git.Notes;
using MlGate.Git.Repositories;
using MlGate.Git.Waivers;
using MlGate.Models.Formats;
using MlGate.Models.Scoring;
using MlGate.Models.Sources;
using MlGate.Models.Worker;
using MlGate.Platform;
using MlGate.Predictions;
using MlGate.Reports;
using MlGate.Runs;
using MlGate.Versions;

namespace MlGate.App.Services;

/// <summary>
/// One gate file with the implementations of all ports. Each is made when it is first asked for: what a verb does not need is not loaded.
/// </summary>
internal sealed class GateServices : IDisposable
{
    private readonly GateLocation location;
    private readonly string? cacheFolder;
    private readonly HostEnvironment surroundings;
    private readonly GitSettings settings;
    private readonly Lazy<ICache> cache;
    private readonly Lazy<GitVersions> versions;
    private readonly Lazy<GitGateFiles> files;
    private readonly Lazy<IProfiles> profiles;
    private readonly Lazy<GitWaivers> waivers;

    public GateServices(string gateFile, string? cacheFolder, HostEnvironment surroundings)
        : this(new GateLocation.InTree(gateFile), cacheFolder, surroundings) { }

    public GateServices(GateLocation location, string? cacheFolder, HostEnvironment surroundings)
    {
        (this.location, this.cacheFolder, this.surroundings) = (location, cacheFolder, surroundings);
        TrustsCache = cacheFolder is not null || !surroundings.ContinuousIntegration;
        var moved = (location as GateLocation.Moved)?.From;
        var environment = GitSettings.From(Folder, Environment.GetEnvironmentVariable);
        settings = environment with
        {
            Target = surroundings.Target is { } target ? PullRequestTarget.Short(target) : environment.Target,
            IsContinuousIntegration = surroundings.ContinuousIntegration,
            EarlierFolder = Path.GetDirectoryName(moved),
            EarlierName = Path.GetFileName(moved),
            StartFolder = location.SearchedFrom,
        };

        cache = new(() =>
            cacheFolder is null
                ? new ContentCache(Path.Combine(Folder, ".mlgate", "cache"), root: Folder)
                : new ContentCache(Path.GetFullPath(cacheFolder))
        );
        versions = new(() => new GitVersions(settings, cache.Value, Clock));
        files = new(() => new GitGateFiles(settings));
        waivers = new(() => new GitWaivers(settings));
        profiles = new(() =>
            new DataProfiles(new EngineOptions(), TrustsCache ? cache.Value : null, remember: settings.Target is not null)
        );
    }

    public string GateFile => location.File;

    /// <summary>
    /// May what the cache says be believed? By default it lies in the working tree, and on continuous integration the author of the change
    /// under test controls that.
    /// The bytes of baselines are taken from it in any case: git's digest vouches for them.
    /// </summary>
    public bool TrustsCache { get; }

    public string Folder => Path.GetDirectoryName(GateFile)!;

    public GitVersions Versions => versions.Value;

    public LockStore Locks => new(settings);

    public IProfiles Profiles => profiles.Value;

    /// <summary>Past runs.</summary>
    public IRunHistory History => new GitNotesRunHistory(settings);

    public GitWaivers Waivers => waivers.Value;

    private static IRowBatches Rows => new RowBatches(new EngineOptions());

    /// <summary>The gate file's path as a report shows it: from the repository's root.</summary>
    public string NameInRepository => files.Value.FromRoot(Path.GetFileName(GateFile));

    private static IClock Clock { get; } = new SystemClock();

    public IGateFiles Files => files.Value;

    /// <summary>Fetches what a check will ask a shallow clone for.</summary>
    public BaselineFetch Fetching => new(settings, cache.Value, Clock);

    /// <summary>The same place, with nothing remembered of what the repository was.</summary>
    public GateServices Again() => new(location, cacheFolder, surroundings);

    /// <summary>Past runs of the repository that a folder is in.</summary>
    public static IRunHistory HistoryOf(string folder) =>
        new GitNotesRunHistory(GitSettings.From(folder, Environment.GetEnvironmentVariable));

    /// <summary>The gate of the working tree; of one that a pull request removes, that of its base.</summary>
    public Result<Gate> ReadGate() =>
        location switch
        {
            GateLocation.OnlyOnTarget only => MisplacedGate.OnlyOnTarget(NameInRepository, only.Tip),
            GateLocation.NotCheckedOut => GateFileSearch.NotCheckedOut(NameInRepository),
            GateLocation.CopyOfRemoved copy => MisplacedGate.CopyOfRemoved(NameInRepository, FromRoot(copy.RemovedFile)),
            GateLocation.Removed removed => GateParser.Load(Path.GetFileName(GateFile), files.Value, removed.Since.Commit),
            _ => GateParser.Load(Path.GetFileName(GateFile), files.Value),
        };

    /// <summary>How the pull request removes the gate; null where it does not.</summary>
    /// <param name="gate">As it was read.</param>
    public GateRemoval? RemovalOf(Gate gate) =>
        location is not GateLocation.Removed removed
            ? null
            : new GateRemoval(removed.Since)
            {
                WentTo = removed.WentTo is { } to ? FromRoot(to) : null,
                Added = removed.Added is { } added ? FromRoot(added) : null,
                Shared =
                [
                    .. gate.Artifacts.Where(artifact =>
                        artifact.Kind == ArtifactKind.Dataset && removed.StayingData.Contains(Path.GetFullPath(artifact.Path, Folder))
                    ),
                ],
            };

    /// <summary>The gate that judges: in a pull request that of its base.</summary>
    /// <param name="gate">As it was read.</param>
    public async Task<Gate> JudgingAsync(Gate gate, CancellationToken cancel) =>
        location is not GateLocation.Removed
            ? (await GoverningGateResolver.ChooseAsync(gate, Path.GetFileName(GateFile), Files, Versions, cancel)).Gate
            : gate;

    /// <summary>A gate file's text as if it stood here.</summary>
    public Result<Gate> Parse(string text) => GateParser.Parse(text, Path.GetFileName(GateFile), files.Value);

    /// <summary>The state of every artifact and model.</summary>
    public async Task<IReadOnlyList<ArtifactStatus>> ReadStatusAsync(Gate gate, CancellationToken cancel) =>
        await new StatusRun(Versions, surroundings.ContinuousIntegration).RunAsync(gate, cancel);

    /// <summary>Predictions of the gate's only model on its test set.</summary>
    public async Task<Result<PredictionSet>> ScoreAsync(Gate gate, CancellationToken cancel)
    {
        var model = gate.Models.Single();
        var test = gate.Datasets.First(dataset => dataset.Name == model.Test);
        var rows = await Versions.ReadCandidateAsync(test.Artifact, trustStatCache: false, cancel);
        var bytes = await Versions.ReadCandidateAsync(model.Artifact, trustStatCache: false, cancel);
        return rows.Value is null || bytes.Value is null
            ? Result.Failed<PredictionSet>([.. rows.Problems, .. bytes.Problems])
            : await Predictions.PredictAsync(
                new PredictionRequest
                {
                    Model = model,
                    TestGate = test,
                    Test = rows.Value,
                    Candidate = bytes.Value,
                },
                cancel
            );
    }

    public GatePorts Ports => new(Versions, Profiles, Predictions, Waivers, Clock);

    private string FromRoot(string path) =>
        files.Value.FromRoot(Path.GetRelativePath(Folder, path).Replace(Path.DirectorySeparatorChar, '/'));

    /// <summary>Runs a gate as this place wants it: in a pull request by the policy of its base.</summary>
    /// <param name="gate">As it was read.</param>
    /// <param name="baseline">Takes the place of the gate file's; null to keep it.</param>
    /// <param name="progress">Hears what is being done.</param>
    /// <param name="cancel">Stops the run.</param>
    public async Task<Report> CheckAsync(Gate gate, string? baseline, IRunProgress progress, CancellationToken cancel)
    {
        var options = new RunOptions
        {
            Tool = Tool.Version,
            GateFile = NameInRepository,
            Baseline = baseline,
            ContinuousIntegration = surroundings.ContinuousIntegration,
        };
        var run = new GoverningGateRun(Ports, Files, options, progress);
        return RemovalOf(gate) is { } removal
            ? await run.RunRemovedAsync(gate, Path.GetFileName(GateFile), removal, cancel)
            : await run.RunAsync(gate, Path.GetFileName(GateFile), cancel);
    }

    public IPredictions Predictions =>
        new ModelPredictions(
            Rows,
            cache.Value,
            Scoring,
            new PredictionSettings
            {
                ToolVersion = Tool.Version,
                CacheCandidates = !surroundings.ContinuousIntegration,
                CacheBaselines = TrustsCache,
                Remember = settings.Target is not null,
            },
            KnownFormats.All
        );

    /// <summary>What a model says about itself; null for one that cannot be read.</summary>
    /// <param name="path">Relative to the gate file.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<ModelDescription?> DescribeAsync(string path, CancellationToken cancel) =>
        (await Versions.ReadCandidateAsync(new Artifact(ArtifactKind.Model, "model", path), trustStatCache: false, cancel)).Value
            is { Files: [var file] }
            ? await ModelInspection.DescribeAsync(Scoring, KnownFormats.All, file, cancel)
            : null;

    /// <summary>The checks of some datasets alone, with those that they must be disjoint from.</summary>
    public async Task<IReadOnlyList<Finding>> CheckDatasetsAsync(Gate gate, IReadOnlyList<DatasetGate> datasets, CancellationToken cancel)
    {
        var options = new RunOptions
        {
            Tool = Tool.Version,
            GateFile = NameInRepository,
            ContinuousIntegration = surroundings.ContinuousIntegration,
            Only = datasets
                .SelectMany(dataset => dataset.DisjointFrom.Select(declared => declared.Value).Append(dataset.Name))
                .Select(GateSection.Datasets.Subject)
                .ToHashSet(),
        };
        var findings = (await new GateRun(Ports, options, NoProgress.Nothing).RunAsync(gate, cancel)).Findings;

        // The neighbours were read to be held against; what else is wrong with them is not this training's affair.
        return [.. findings.Where(finding => datasets.Any(dataset => finding.Id.IsIn(dataset.Id)))];
    }

    public void Dispose()
    {
        if (versions.IsValueCreated)
        {
            versions.Value.Dispose();
        }

        if (files.IsValueCreated)
        {
            files.Value.Dispose();
        }

        if (waivers.IsValueCreated)
        {
            waivers.Value.Dispose();
        }
    }

    private static ScoringProcess Scoring => new(ScoringCommand, new ScoringLimits());

    // The program of this process again: the host of .NET, or the executable that a tool is installed as. Never one that is looked for by
    // its name.
    private static WorkerCommand ScoringCommand =>
        ProgramFinder.CurrentDotnetHost() is { } host
            ? new WorkerCommand(host, ["exec", Environment.GetCommandLineArgs()[0], Tool.ScoreVerb])
            : new WorkerCommand(ProgramFinder.CurrentProgram()!, [Tool.ScoreVerb]);
}
