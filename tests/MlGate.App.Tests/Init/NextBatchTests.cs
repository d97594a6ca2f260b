using System.Security.Cryptography;
using MlGate.App.Init;
using MlGate.Checks.Data;
using MlGate.Data.Inference;
using MlGate.Data.Profiles;
using MlGate.Data.Tests;
using MlGate.Findings;
using MlGate.GateFile.Draft;
using MlGate.GateFile.Parsing;
using MlGate.Gates;
using MlGate.Runs;
using MlGate.Testing;
using MlGate.Versions;

namespace MlGate.App.Tests.Init;

/// <summary>A gate that is inferred from one batch holds on the next ones of the same source, and fails where the source breaks.</summary>
public sealed class NextBatchTests
{
    [Fact]
    public async Task At_most_one_of_35_ordinary_months_fails()
    {
        using var folder = new TempFolder();
        var months = Enumerable
            .Range(0, MonthlyTrips.Months)
            .Select(month => folder.Write($"{month:00}.csv", MonthlyTrips.Write(month)))
            .ToList();
        var gate = await GateFor(months[0]);

        var failed = new List<(int Month, IReadOnlyList<Finding> Findings)>();
        for (var month = 1; month < MonthlyTrips.Months; month++)
        {
            if (await Failures(gate, months[month - 1], months[month]) is { Count: > 0 } findings)
            {
                failed.Add((month, findings));
            }
        }

        Assert.True(failed.Count <= 1, string.Join('\n', failed.Select(month => $"{month.Month}: {Told(month.Findings)}")));
    }

    [Fact]
    public async Task A_month_that_breaks_with_the_ones_before_fails_by_drift()
    {
        using var folder = new TempFolder();
        var first = folder.Write("00.csv", MonthlyTrips.Write(0));
        var before = folder.Write("26.csv", MonthlyTrips.Write(26));
        var broken = folder.Write("27.csv", MonthlyTrips.Write(27, isBroken: true));

        var gate = await GateFor(first);
        var failed = await Failures(gate, before, broken);
        Assert.DoesNotContain(await Failures(gate, before, folder.Write("27b.csv", MonthlyTrips.Write(27))), finding =>
            finding.Code == Diagnostics.ColumnDrifted.Code
        );

        Assert.Contains(failed, finding => finding.Code == Diagnostics.ColumnDrifted.Code);
        Assert.Contains(failed, finding => finding.Code == Diagnostics.RowCount.Code);
    }

    [Theory]
    [InlineData("churn.csv")]
    [InlineData("credit_data.csv")]
    [InlineData("penguins.csv")]
    public async Task One_half_of_real_data_fits_the_gate_of_the_other(string name)
    {
        using var folder = new TempFolder();
        var lines = File.ReadAllLines(Given.TestData(name));
        var (failed, drifted) = (new List<string>(), new HashSet<int>());
        for (var seed = 1; seed <= 5; seed++)
        {
            var random = new Random(seed);
            var order = lines.Skip(1).OrderBy(_ => random.Next()).ToList();
            var one = folder.Write($"{seed}-a.csv", Joined(lines[0], order.Take(order.Count / 2)));
            var other = folder.Write($"{seed}-b.csv", Joined(lines[0], order.Skip(order.Count / 2)));

            foreach (var finding in await Failures(await GateFor(one), one, other))
            {
                failed.Add($"{seed}: {finding.Id}: {finding.Found}");
                drifted.Add(finding.Code == Diagnostics.ColumnDrifted.Code ? seed : -seed);
            }
        }

        // Drift is judged at a level of 5 % per pair: one of five splits may alarm by chance, and nothing else may fail.
        Assert.True(drifted.Count <= 1 && drifted.All(seed => seed > 0), string.Join('\n', failed));
    }

    private static string Joined(string header, IEnumerable<string> rows) => header + "\n" + string.Join('\n', rows) + "\n";

    private static string Told(IReadOnlyList<Finding> findings) =>
        string.Join("; ", findings.Select(finding => $"{finding.Id}: {finding.Found}"));

    private static async Task<DatasetGate> GateFor(string path)
    {
        var schema = (await new SchemaInference(Given.Engine()).InferAsync(Given.Files(path), CancellationToken.None)).Value!;
        var text = StarterWriter.Write(
            new StarterGate { Name = "trips", Datasets = [DatasetProposal.For("train", "data", schema, test: false)] }
        );
        var parsed = GateParser.Parse(text, "mlgate.yml", new NoFiles());
        Assert.True(parsed.Value is not null, string.Join('\n', parsed.Problems.Select(problem => problem.Message)) + "\n" + text);
        Assert.Empty(await Failures(parsed.Value.Datasets[0], path, path));
        return parsed.Value.Datasets[0];
    }

    private static async Task<IReadOnlyList<Finding>> Failures(DatasetGate gate, string before, string now)
    {
        var profiles = new DataProfiles(Given.Engine());
        var (baseline, candidate) = (new FileDataset(Given.Bytes(before), gate), new FileDataset(Given.Bytes(now), gate));
        var scan = Sound(await profiles.ScanAsync(candidate, DataChecks.Queries(gate), isPairedNext: true, CancellationToken.None));
        var columns = new PairedColumns([.. DriftPlan.For(gate).Select(column => column.Name)], AddedRowsOnly: false);
        var same = before == now;
        var inputs = new DatasetInputs
        {
            Gate = gate,
            Candidate = scan.Profile,
            Violations = scan.Violations,
            NotUsable = scan.NotUsable,
            CandidateVersion = Version(now),
            BaselineVersion = Version(before),
            Baseline = Sound(await profiles.ProfileAsync(baseline, isPairedNext: true, CancellationToken.None)),
            Pairs = same ? null : Sound(await profiles.PairAsync(baseline, candidate, columns, CancellationToken.None)),
            Seed = 1,
        };
        return
        [
            .. DataChecks
                .Evaluate(inputs)
                .Where(finding => finding.Severity == Severity.Error && finding.Outcome is not (Outcome.Passed or Outcome.NoBaseline)),
        ];
    }

    private static ArtifactVersion Version(string path)
    {
        var bytes = File.ReadAllBytes(path);
        return new(Convert.ToHexStringLower(SHA256.HashData(bytes))[..40], Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length);
    }

    private static T Sound<T>(Result<T> result)
        where T : class
    {
        Assert.True(result.Value is not null, string.Join('\n', result.Problems.Select(problem => problem.Code + " " + problem.Message)));
        return result.Value;
    }

    private sealed class NoFiles : IGateFiles
    {
        public string Folder => "";

        public string? Read(string path, string? commit) => null;
    }
}
