using MlGate.Checks.Data;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Profiles;
using MlGate.Versions;

namespace MlGate.Core.Tests.Checks.Data;

/// <summary>A dataset of ten rows with one column, and shorthand for what the tests vary.</summary>
internal static class Sample
{
    private static int Line;

    public static readonly ArtifactVersion One = new(new string('1', 40), new string('a', 64), 10);
    public static readonly ArtifactVersion Two = new(new string('2', 40), new string('b', 64), 11);

    public static Declared<T> Declare<T>(T value, string id, Severity severity = Severity.Error) => new(value, id, NextPlace(), severity);

    public static Declared<GateNumber> Limit(double value, string id, Severity severity = Severity.Error) =>
        Declare(GateNumber.From(value), id, severity);

    public static Declared<DateTimeOffset> Moment(string value, string id) =>
        Declare(MomentText.TryParse(value, out var moment) ? moment : throw new ArgumentException(value, nameof(value)), id);

    public static FilePlace NextPlace() => new("mlgate.yml", Interlocked.Increment(ref Line), 5);

    public static ColumnGate Column(string name = "tenure", ColumnType type = ColumnType.Integer, Severity severity = Severity.Error) =>
        new()
        {
            Name = name,
            Place = NextPlace(),
            Id = $"datasets.train.columns.{name}",
            Type = Declare(type, $"datasets.train.columns.{name}.type", severity),
        };

    public static DatasetGate Gate(params ColumnGate[] columns) =>
        new()
        {
            Name = "train",
            Path = "data/train.csv",
            Place = new FilePlace("mlgate.yml", 1, 3),
            Columns = columns,
        };

    public static DatasetScan Profile(params string[] columns) =>
        new()
        {
            Profile = new DatasetProfile
            {
                Rows = 10,
                Columns =
                [
                    .. columns.Select(name => new ColumnProfile
                    {
                        Name = name,
                        StoredAs = "VARCHAR",
                        Present = 10,
                        Missing = 0,
                    }),
                ],
            },
            Violations = columns.ToDictionary(name => $"datasets.train.columns.{name}.type", _ => new Violations(0, 10, [])),
        };

    public static DatasetScan With(this DatasetScan profile, string id, long count, long of, params long[] rows) =>
        profile with
        {
            Violations = new Dictionary<string, Violations>(profile.Violations) { [id] = new Violations(count, of, rows) },
        };

    public static DatasetScan WithRows(this DatasetScan scan, long rows) => scan with { Profile = scan.Profile with { Rows = rows } };

    /// <summary>The scan with another profile of its only column.</summary>
    public static DatasetScan WithColumn(this DatasetScan scan, Func<ColumnProfile, ColumnProfile> change) =>
        scan with
        {
            Profile = scan.Profile with { Columns = [change(scan.Profile.Columns[0])] },
        };

    public static DatasetInputs Inputs(DatasetGate gate, DatasetScan candidate) =>
        new()
        {
            Gate = gate,
            Candidate = candidate.Profile,
            Violations = candidate.Violations,
            NotUsable = candidate.NotUsable,
            CandidateVersion = One,
        };

    /// <summary>The one finding of the check with that id.</summary>
    public static Finding Of(this DatasetInputs inputs, string id) =>
        Assert.Single(DataChecks.Evaluate(inputs), finding => finding.Id == id);
}
