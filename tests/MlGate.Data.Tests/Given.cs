using System.Security.Cryptography;
using System.Text;
using MlGate.Checks.Data;
using MlGate.Checks.Data.Constraints;
using MlGate.Data.Engines.DuckDb;
using MlGate.Data.Profiles;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Profiles;
using MlGate.Runs;
using MlGate.Versions;

namespace MlGate.Data.Tests;

/// <summary>Shorthand for gates, files and engines.</summary>
internal static class Given
{
    public static readonly FilePlace Place = new("mlgate.yml", 3, 5);

    public static EngineOptions Engine(int threads = 2) => new() { Threads = threads };

    public static string TestData(string name) => Path.Combine(AppContext.BaseDirectory, "TestData", name);

    public static ArtifactBytes Bytes(params string[] paths) =>
        new(
            new Artifact(ArtifactKind.Dataset, "train", "data"),
            new ArtifactVersion(new string('0', 40), new string('0', 64), 0),
            Files(paths)
        );

    public static IReadOnlyList<ArtifactFile> Files(params string[] paths) =>
        [
            .. paths.Select(path => new ArtifactFile(
                "data/" + Path.GetFileName(path),
                path,
                Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))),
                new FileInfo(path).Length
            )),
        ];

    public static DatasetGate Gate(params ColumnGate[] columns) =>
        new()
        {
            Name = "train",
            Path = "data",
            Place = Place,
            Columns = columns,
        };

    public static ColumnGate Column(string name, ColumnType type, ColumnRole role = ColumnRole.Feature)
    {
        var id = "datasets.train.columns." + name;
        return new()
        {
            Name = name,
            Place = Place,
            Id = id,
            Type = Of(type, id + ".type"),
            Role = role,
        };
    }

    public static Declared<T> Of<T>(T value, string id) => new(value, id, Place);

    public static Declared<GateNumber> Limit(double value, string id) => Of(GateNumber.From(value), id);

    public static Declared<DateTimeOffset> Moment(string value, string id) =>
        Of(MomentText.TryParse(value, out var moment) ? moment : throw new ArgumentException(value, nameof(value)), id);

    public static DeclaredConstraint Unique(string id) => ColumnConstraints.Unique.Declare(Of(true, id));

    public static DeclaredDatasetConstraint Key(string id, params string[] columns) =>
        DatasetConstraints.Unique.Declare(Of<IReadOnlyList<string>>(columns, id));

    public static DeclaredDatasetConstraint Rule(string name, string expect) =>
        DatasetConstraints.Rules.Declare(Of(new RowRule(name, expect), "datasets.train.rules." + name));

    /// <summary>Files of which nothing is declared.</summary>
    public static FileDataset Rows(params string[] paths) => new(Bytes(paths), "data", DatasetSchema.Undeclared);

    public static FileDataset Dataset(DatasetGate gate, params string[] paths) => new(Bytes(paths), gate);

    /// <summary>What the checks of a gate need of data.</summary>
    public static Task<Result<DatasetScan>> ScanAsync(this IProfiles profiles, DatasetGate gate, params string[] paths) =>
        profiles.ScanAsync(Dataset(gate, paths), DataChecks.Queries(gate), isPairedNext: gate.Drift is not null, CancellationToken.None);

    /// <summary>All declared columns that a gate's drift may judge, side by side.</summary>
    public static Task<Result<IReadOnlyList<PairedDistribution>>> PairAsync(
        this IProfiles profiles,
        DatasetGate gate,
        string baseline,
        string candidate
    ) =>
        profiles.PairAsync(
            Dataset(gate, baseline),
            Dataset(gate, candidate),
            new PairedColumns(
                [
                    .. gate
                        .Columns.Where(column =>
                            gate.Drift?.Columns.ContainsKey(column.Name) == true
                            || (column.Role == ColumnRole.Feature && DriftDefaults.MethodsFor(column.Type.Value).Count > 0)
                        )
                        .Select(column => column.Name),
                ],
                gate.Drift is { AddedRowsOnly: true }
            ),
            CancellationToken.None
        );

    public static async Task<Result<DatasetScan>> Profile(string path, DatasetGate gate, int threads = 2) =>
        await new DataProfiles(Engine(threads)).ScanAsync(gate, path);

    public static async Task<DatasetScan> SoundProfile(string path, DatasetGate gate, int threads = 2)
    {
        var result = await Profile(path, gate, threads);
        Assert.True(result.Value is not null, string.Join("\n", result.Problems.Select(problem => problem.Code + " " + problem.Message)));
        return result.Value;
    }

    public static async Task<Finding> Problem(string path, DatasetGate? gate = null) =>
        Assert.Single((await Profile(path, gate ?? Gate())).Problems);

    extension(DatasetScan scan)
    {
        public long Rows => scan.Profile.Rows;

        public IReadOnlyList<ColumnProfile> Columns => scan.Profile.Columns;
    }

    /// <summary>All that was found, as text.</summary>
    public static string Text(this DatasetScan scan) =>
        Encoding.UTF8.GetString([
            .. ProfileText.Write(scan.Profile),
            .. ViolationsText.Write(new QueryAnswers(scan.Violations, scan.NotUsable)),
        ]);

    public static Violations Broken(this DatasetScan profile, string column, string check) =>
        profile.Violations[$"datasets.train.columns.{column}.{check}"];
}
