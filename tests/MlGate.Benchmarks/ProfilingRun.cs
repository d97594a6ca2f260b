using System.Diagnostics;
using System.Globalization;
using MlGate.Checks.Data;
using MlGate.Checks.Data.Constraints;
using MlGate.Data.Engines.DuckDb;
using MlGate.Data.Profiles;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Runs;
using MlGate.Versions;

namespace MlGate.Benchmarks;

/// <summary>
/// One full profile with checks of the file that <see cref="ProfilingData"/> writes, in a process of its own so that its peak memory is its
/// own.
/// </summary>
internal static class ProfilingRun
{
    private static readonly FilePlace Place = new("mlgate.yml", 1, 1);

    /// <param name="path">The file; written first if it does not exist.</param>
    /// <param name="rows">Its rows.</param>
    public static async Task<int> Run(string path, long rows)
    {
        if (!File.Exists(path))
        {
            ProfilingData.Write(path, rows);
        }

        var file = new ArtifactFile("data.csv", path, new string('0', 64), new FileInfo(path).Length);
        var bytes = new ArtifactBytes(
            new Artifact(ArtifactKind.Dataset, "data", "data.csv"),
            new ArtifactVersion(new string('0', 40), file.Sha256, file.Size),
            [file]
        );
        using var process = Process.GetCurrentProcess();
        var (watch, cpu) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        var gate = Gate();
        var result = await new DataProfiles(new EngineOptions()).ScanAsync(
            new FileDataset(bytes, gate),
            DataChecks.Queries(gate),
            isPairedNext: false,
            CancellationToken.None
        );
        var (wall, used) = (watch.Elapsed.TotalSeconds, (process.TotalProcessorTime - cpu).TotalSeconds);
        process.Refresh();
        var said = result.Value is { } profile
            ? "broken "
                + string.Join(
                    ", ",
                    profile
                        .Violations.Where(check => check.Value.Count > 0)
                        .Select(check => check.Key + " " + check.Value.Count.ToString(CultureInfo.InvariantCulture))
                )
            : result.Problems[0].Message;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"mlgate: {result.Value?.Profile.Rows} rows, wall {wall:0.0} s, cpu {used:0.0} s, peak "
                    + $"{process.PeakWorkingSet64 / 1048576.0:0} MB, {said}"
            )
        );
        return result.Value is null ? 1 : 0;
    }

    private static DatasetGate Gate() =>
        new()
        {
            Name = "data",
            Path = "data.csv",
            Place = Place,
            Columns =
            [
                Column("id", ColumnType.Integer) with
                {
                    Constraints = [ColumnConstraints.Unique.Declare(Of(true, "id.unique"))],
                },
                Column("age", ColumnType.Integer) with
                {
                    Constraints =
                    [
                        ColumnConstraints.Min.Declare(Of(GateNumber.From(0.0), "age.min")),
                        ColumnConstraints.Max.Declare(Of(GateNumber.From(120.0), "age.max")),
                    ],
                    MaxMissing = Of(0.0, "age.missing"),
                },
                Column("income", ColumnType.Number) with
                {
                    Constraints = [ColumnConstraints.Min.Declare(Of(GateNumber.From(0.0), "income.min"))],
                },
                Column("score", ColumnType.Number) with
                {
                    Constraints = [ColumnConstraints.Max.Declare(Of(GateNumber.From(140.0), "score.max"))],
                },
                Column("ratio", ColumnType.Number),
                Column("visits", ColumnType.Integer),
                Column("lg", ColumnType.Number),
                Column("tier", ColumnType.Integer),
                Column("city", ColumnType.Category) with
                {
                    Constraints =
                    [
                        ColumnConstraints.In.Declare(
                            Of<IReadOnlyList<string>>(
                                [.. Enumerable.Range(0, 50).Select(city => FormattableString.Invariant($"city_{city}"))],
                                "city.in"
                            )
                        ),
                    ],
                },
                Column("name", ColumnType.Text) with
                {
                    Constraints =
                    [
                        ColumnConstraints.Regex.Declare(Of("user-[0-9]+", "name.regex")),
                        ColumnConstraints.MaxLength.Declare(Of(11L, "name.max-length")),
                    ],
                },
                Column("ts", ColumnType.Timestamp) with
                {
                    Constraints = [ColumnConstraints.After.Declare(Of(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), "ts.after"))],
                },
                Column("active", ColumnType.Boolean),
            ],
            Constraints = [DatasetConstraints.Rules.Declare(Of(new RowRule("rule", "visits >= tier or age < 100"), "rule"))],
        };

    private static ColumnGate Column(string name, ColumnType type) =>
        new()
        {
            Name = name,
            Place = Place,
            Id = name,
            Type = Of(type, name + ".type"),
        };

    private static Declared<T> Of<T>(T value, string id) => new(value, id, Place);
}
