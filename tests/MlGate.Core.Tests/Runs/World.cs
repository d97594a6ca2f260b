using MlGate.Findings;
using MlGate.Gates;
using MlGate.Metrics;
using MlGate.Predictions;
using MlGate.Profiles;
using MlGate.Reports;
using MlGate.Runs;
using MlGate.Versions;
using MlGate.Waivers;

namespace MlGate.Core.Tests.Runs;

/// <summary>
/// The outside of a run, in memory: a locked dataset for training, one for testing, and a model; tests break what they are about.
/// </summary>
internal sealed partial class World : IVersions, IProfiles, IPredictions, IWaivers, IGateFiles, IClock, IRunProgress
{
    public static readonly Artifact Train = new(ArtifactKind.Dataset, "train", "data/train.csv");
    public static readonly Artifact Test = new(ArtifactKind.Dataset, "test", "data/test.csv");
    public static readonly Artifact Model = new(ArtifactKind.Model, "m", "models/m.zip");

    private int line = 1;

    public Gate Gate { get; set; }

    public RunOptions Options { get; set; } = new() { Tool = "1.0", GateFile = "mlgate.yml" };

    /// <summary>What was asked of the outside: <c>profile datasets.train</c>.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>What takes the place of the usual answer, by artifact or by <c>wanted</c> ref.</summary>
    public Dictionary<string, Finding> CandidateProblems { get; } = [];

    public Dictionary<string, Finding> LockProblems { get; } = [];

    public Dictionary<string, Finding> BaselineProblems { get; } = [];

    public Dictionary<string, Finding> BaselineBytesProblems { get; } = [];

    public Dictionary<string, Finding> ProfileProblems { get; } = [];

    public HashSet<string> NotAsLocked { get; } = [];

    /// <summary>Artifacts whose bytes are committed as they are in the working tree; those of the others were changed since.</summary>
    public HashSet<string> CommittedAsItIs { get; } = [];

    public Finding? PredictionProblem { get; set; }

    /// <summary>Artifacts that somebody writes between the first reading and the next.</summary>
    public HashSet<string> Rewritten { get; } = [];

    /// <summary>The files with waivers.</summary>
    public List<WaiverFile> Waivers { get; } = [];

    /// <summary>Text of the gate file in the working tree, and at the base of the pull request; null for none.</summary>
    public string? Head { get; set; }

    public string? Base { get; set; }

    /// <summary>The tip of the target branch; null for the base itself.</summary>
    public Baseline? Tip { get; set; }

    /// <summary>Paths that the target branch has changed since the base.</summary>
    public HashSet<string> ChangedSince { get; } = [];

    /// <summary>What the locks at a commit say, by artifact.</summary>
    public Dictionary<string, char> BaseLocks { get; } = [];

    /// <summary>What the locks at the tip of the target branch say, by artifact.</summary>
    public Dictionary<string, char> TipLocks { get; } = [];

    /// <summary>The gate file's folder in the working tree and in commits.</summary>
    public (string Here, string InCommits) Folders { get; set; } = ("", "");

    /// <summary>Artifacts whose bytes at every commit are those of the working tree.</summary>
    public HashSet<string> Unchanged { get; } = [];

    /// <summary>Artifacts whose bytes at every commit are those of the working tree but for a conversion on checkout.</summary>
    public HashSet<string> Converted { get; } = [];

    /// <summary>What the models' locks say that they were trained from.</summary>
    public Lineage? Lineage { get; set; }

    /// <summary>The version of all code.</summary>
    public char Code { get; set; } = 'e';

    /// <summary>The version of everything at a ref, where it is another than the usual one.</summary>
    public Dictionary<string, char> AtRef { get; } = [];

    /// <summary>What was to be predicted.</summary>
    public List<PredictionRequest> Requests { get; } = [];

    /// <summary>Columns of every baseline; the candidates have none.</summary>
    public IReadOnlyList<ColumnProfile> BaselineColumns { get; set; } = [];

    /// <summary>How far every baseline lies behind.</summary>
    public Behind? Lag { get; set; }

    /// <summary>Positives of 200 that the baseline finds, and that the candidate finds.</summary>
    public (int Baseline, int Candidate) Found { get; set; } = (160, 160);

    /// <summary>Positives that only one of the two finds, beyond the difference.</summary>
    public int Noise { get; set; }

    public Checkout Checkout { get; set; } = new(new string('c', 40), "work", null);

    public DateTimeOffset Now => new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public World() =>
        Gate = new Gate
        {
            Name = "small",
            Place = new FilePlace("mlgate.yml", 1, 1),
            Datasets = [Dataset(Train) with { MinRows = Declare(5L, "datasets.train.rows.min") }, Dataset(Test)],
            Models = [ModelOf(Model, (LimitKinds.Min, 0.5), (LimitKinds.MaxDrop, 0.05))],
        };

    public Declared<T> Declare<T>(T value, string id) => new(value, id, Place());

    public DatasetGate Dataset(Artifact artifact) =>
        new()
        {
            Name = artifact.Name,
            Path = artifact.Path,
            Place = Place(),
        };

    public ModelGate ModelOf(Artifact artifact, params (LimitKind Kind, double Value)[] limits) =>
        new()
        {
            Name = artifact.Name,
            Path = artifact.Path,
            Place = Place(),
            Task = ModelTask.BinaryClassification,
            Test = "test",
            Label = "label",
            Positive = "Yes",
            Metrics =
            [
                new MetricGate
                {
                    Metric = "recall",
                    Id = artifact.Id + ".metrics.recall",
                    Place = Place(),
                    Limits =
                    [
                        .. limits.Select(limit =>
                            Declare(new MetricLimit(limit.Kind, limit.Value), $"{artifact.Id}.metrics.recall.{limit.Kind}")
                        ),
                    ],
                },
            ],
        };

    public static Finding Problem(Diagnostic diagnostic, string id) =>
        new()
        {
            Code = diagnostic.Code,
            Id = id,
            Subject = id,
            Outcome = diagnostic == Diagnostics.NoBaselineFound ? Outcome.NoBaseline : Outcome.NotMeasured,
            Expected = "something else",
            Found = "this",
        };

    public async Task<Report> Run(CancellationToken cancel = default) => await new GateRun(Ports, Options, this).RunAsync(Gate, cancel);

    public GatePorts Ports => new(this, this, this, this, this);

    IReadOnlyList<WaiverFile> IWaivers.Read(string? commit)
    {
        Asked.Add("waivers of " + (commit ?? "the working tree"));
        return Waivers;
    }

    string IGateFiles.FolderAt(string? commit) => commit is null ? Folders.Here : Folders.InCommits;

    string? IGateFiles.Read(string path, string? commit) =>
        path == "mlgate.yml"
            ? commit is null
                ? Head
                : Base
            : null;

    async Task<Result<DatasetScan>> IProfiles.ScanAsync(
        IDataset dataset,
        IReadOnlyList<ViolationQuery> queries,
        bool isPairedNext,
        CancellationToken cancel
    )
    {
        var profile = await ((IProfiles)this).ProfileAsync(dataset, isPairedNext, cancel);
        return profile.Value is null ? Result.Failed<DatasetScan>(profile.Problems) : new DatasetScan { Profile = profile.Value };
    }

    Task<Result<DatasetProfile>> IProfiles.ProfileAsync(IDataset dataset, bool isPairedNext, CancellationToken cancel)
    {
        var what = $"profile {(dataset.Version.Sha256[0] == 'a' ? "" : "baseline ")}{dataset.Id}";
        Asked.Add(what);
        return Task.FromResult<Result<DatasetProfile>>(
            ProfileProblems.TryGetValue(what, out var problem)
                ? problem
                : new DatasetProfile { Rows = 10, Columns = dataset.Version.Sha256[0] == 'a' ? [] : BaselineColumns }
        );
    }

    Task<Result<IReadOnlyList<PairedDistribution>>> IProfiles.PairAsync(
        IDataset baseline,
        IDataset candidate,
        PairedColumns columns,
        CancellationToken cancel
    )
    {
        Asked.Add("pair " + candidate.Id);
        return Task.FromResult(
            ProfileProblems.TryGetValue("pair " + candidate.Id, out var problem)
                ? Result.Failed<IReadOnlyList<PairedDistribution>>([problem])
                : Result.Success<IReadOnlyList<PairedDistribution>>([])
        );
    }

    Task<Result<SharedRows>> IProfiles.FindSharedRowsAsync(IDataset one, IDataset other, CancellationToken cancel)
    {
        Asked.Add($"share {one.Id} {(other.Version.Sha256[0] == 'a' ? "" : "baseline ")}{other.Id}");
        return Task.FromResult<Result<SharedRows>>(
            new SharedRows
            {
                By = "id column",
                One = new(10, 0),
                Other = new(10, 0),
            }
        );
    }

    Task<Result<PredictionSet>> IPredictions.PredictAsync(PredictionRequest request, CancellationToken cancel)
    {
        Requests.Add(request);
        Asked.Add($"predict {request.Model.Id}{(request.Baseline is null ? " alone" : "")}");
        return Task.FromResult<Result<PredictionSet>>(
            PredictionProblem
                ?? (Result<PredictionSet>)
                    new PredictionSet
                    {
                        Keys = [.. Enumerable.Range(0, 400).Select(row => (UInt128)row)],
                        Classes = ["No", "Yes"],
                        Labels = [.. Enumerable.Range(0, 400).Select(row => row < 200 ? 1.0 : 0.0)],
                        Candidate = Scored(Found.Candidate, Noise),
                        Baseline = request.Baseline is null ? null : Scored(Found.Baseline, 0),
                    }
        );
    }

    IDisposable IRunProgress.Step(string subject, string step) => new MemoryStream();

    public FilePlace Place() => new("mlgate.yml", ++line, 3);

    // The first positives are found; noise loses that many at the start and finds as many after them.
    private static Scores Scored(int found, int noise) =>
        new([.. Enumerable.Range(0, 400).Select(row => row >= noise && row < found + noise ? 0.9 : 0.1)], 1);

    // Fewer bytes of the same object.
    private static ArtifactBytes Other(ArtifactBytes bytes) =>
        bytes with
        {
            Version = bytes.Version with { Sha256 = new string('9', 64), Size = bytes.Version.Size - 1 },
        };

    public static ArtifactBytes Bytes(Artifact artifact, char digit) =>
        new(
            artifact,
            new ArtifactVersion(new string(digit, 40), new string(digit, 64), 10),
            [new ArtifactFile(artifact.Path, "/" + artifact.Path, new string(digit, 64), 10)]
        );
}
