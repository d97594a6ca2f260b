using MlGate.Checks.Data;
using MlGate.Checks.Data.Constraints;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Profiles;

namespace MlGate.Core.Tests.Checks.Data;

public sealed class DatasetChecksTests
{
    private const string Rows = "datasets.train.rows";

    [Fact]
    public void No_rows_is_a_finding_of_its_own()
    {
        var inputs = Sample.Inputs(Sample.Gate(), Sample.Profile().WithRows(0));

        Assert.Equal("MLG2007", inputs.Of("datasets.train").Code);
    }

    [Theory]
    [InlineData(10, 10, Outcome.Passed, Outcome.Passed)]
    [InlineData(11, 12, Outcome.Failed, Outcome.Passed)]
    [InlineData(1, 9, Outcome.Passed, Outcome.Failed)]
    public void The_row_count_may_be_either_end(long min, long max, Outcome atLeast, Outcome atMost)
    {
        var gate = Sample.Gate() with { MinRows = Sample.Declare(min, $"{Rows}.min"), MaxRows = Sample.Declare(max, $"{Rows}.max") };
        var inputs = Sample.Inputs(gate, Sample.Profile());

        Assert.Equal((atLeast, atMost), (inputs.Of($"{Rows}.min").Outcome, inputs.Of($"{Rows}.max").Outcome));
    }

    [Theory]
    [InlineData(100, 120, Outcome.Passed)]
    [InlineData(100, 121, Outcome.Failed)]
    [InlineData(100, 80, Outcome.Passed)]
    [InlineData(100, 79, Outcome.Failed)]
    [InlineData(0, 10, Outcome.NotMeasured)]
    public void The_row_count_may_change_by_the_share_either_way(long before, long now, Outcome expected)
    {
        var inputs = Changing() with { BaselineVersion = Sample.Two, Baseline = Sample.Profile().WithRows(before).Profile };

        Assert.Equal(expected, (inputs with { Candidate = Sample.Profile().WithRows(now).Profile }).Of($"{Rows}.change").Outcome);
    }

    [Theory]
    [InlineData(false, Severity.Info)]
    [InlineData(true, Severity.Error)]
    public void Without_a_baseline_a_change_is_no_verdict_and_blocks_only_where_one_is_required(bool required, Severity severity)
    {
        var finding = (Changing() with { RequireBaseline = required }).Of($"{Rows}.change");

        Assert.Equal((Outcome.NoBaseline, severity), (finding.Outcome, finding.Severity));
    }

    [Fact]
    public void A_baseline_that_could_not_be_read_is_not_a_missing_one()
    {
        Assert.Equal(Outcome.NotMeasured, (Changing() with { BaselineVersion = Sample.Two }).Of($"{Rows}.change").Outcome);
    }

    [Fact]
    public void The_same_bytes_need_no_baseline_profile()
    {
        Assert.Equal(Outcome.Passed, (Changing() with { BaselineVersion = Sample.One }).Of($"{Rows}.change").Outcome);
    }

    [Fact]
    public void A_frozen_dataset_must_keep_its_bytes()
    {
        var gate = Sample.Gate() with { Frozen = Sample.Declare(true, "datasets.train.frozen") };
        var inputs = Sample.Inputs(gate, Sample.Profile());

        Assert.Equal(Outcome.NoBaseline, inputs.Of("datasets.train.frozen").Outcome);
        Assert.Equal(Outcome.Passed, (inputs with { BaselineVersion = Sample.One }).Of("datasets.train.frozen").Outcome);
        var changed = (inputs with { BaselineVersion = Sample.Two }).Of("datasets.train.frozen");
        Assert.Equal((Outcome.Failed, "MLG2021"), (changed.Outcome, changed.Code));
        Assert.Equal(
            Outcome.Passed,
            (inputs with { BaselineVersion = Sample.Two, IsOwnHistory = true }).Of("datasets.train.frozen").Outcome
        );
        var converted = Sample.One with { Sha256 = Sample.Two.Sha256, Size = Sample.One.Size + 3 };
        Assert.Equal(Outcome.Passed, (inputs with { BaselineVersion = converted }).Of("datasets.train.frozen").Outcome);
        Assert.Equal(
            Outcome.Failed,
            (inputs with { BaselineVersion = converted with { Size = Sample.One.Size } }).Of("datasets.train.frozen").Outcome
        );
    }

    [Fact]
    public void A_rule_must_hold_for_most_rows()
    {
        var rule = DatasetConstraints.Rules.Declare(Sample.Declare(new RowRule("adds-up", "a >= b", 0.9), "datasets.train.rules.adds-up"));
        var gate = Sample.Gate() with { Constraints = [rule] };

        Assert.Equal(Outcome.NotMeasured, Sample.Inputs(gate, Sample.Profile()).Of("datasets.train.rules.adds-up").Outcome);
        Assert.Equal(
            Outcome.Passed,
            Sample.Inputs(gate, Sample.Profile().With("datasets.train.rules.adds-up", 1, 10, 3)).Of("datasets.train.rules.adds-up").Outcome
        );
        var broken = Sample
            .Inputs(gate, Sample.Profile().With("datasets.train.rules.adds-up", 2, 10, 3, 4))
            .Of("datasets.train.rules.adds-up");
        Assert.Equal((Outcome.Failed, "MLG2019"), (broken.Outcome, broken.Code));
    }

    [Fact]
    public void A_key_must_not_repeat_and_needs_its_columns()
    {
        var key = Sample.Declare<IReadOnlyList<string>>(["a", "b"], "datasets.train.keys.0");
        var gate = Sample.Gate() with { Constraints = [DatasetConstraints.Unique.Declare(key)] };

        Assert.Equal(Outcome.NotMeasured, Sample.Inputs(gate, Sample.Profile("a").With(key.Id.Text, 0, 10)).Of(key.Id.Text).Outcome);
        Assert.Equal(Outcome.Passed, Sample.Inputs(gate, Sample.Profile("a", "b").With(key.Id.Text, 0, 10)).Of(key.Id.Text).Outcome);
        Assert.Equal(Outcome.Failed, Sample.Inputs(gate, Sample.Profile("a", "b").With(key.Id.Text, 1, 10, 2)).Of(key.Id.Text).Outcome);
    }

    [Fact]
    public void Columns_must_differ_in_every_row()
    {
        const string Id = "datasets.train.unique-within-row[a,b]";
        var gate = Sample.Gate() with
        {
            Constraints = [DatasetConstraints.UniqueWithinRow.Declare(Sample.Declare<IReadOnlyList<string>>(["a", "b"], Id))],
        };

        var broken = Sample.Inputs(gate, Sample.Profile("a", "b").With(Id, 2, 9, 3, 4)).Of(Id);

        Assert.Equal(("MLG2025", Outcome.Failed), (broken.Code, broken.Outcome));
        Assert.Equal("different values of 'a', 'b' in every row", broken.Expected);
        Assert.Equal("2 of 9 rows repeat a value (rows 3, 4)", broken.Found);
        Assert.Equal("missing column 'b'", Sample.Inputs(gate, Sample.Profile("a")).Of(Id).Found);
    }

    [Fact]
    public void A_constraint_of_rows_hands_in_what_is_counted_for_it()
    {
        var all = DatasetConstraints.UniqueWithinRow.Declare(Sample.Declare<IReadOnlyList<string>>(["a", "b", "c"], "id"));
        var two = DatasetConstraints.UniqueWithinRow.Declare(Sample.Declare<IReadOnlyList<string>>(["a", "b"], "id"));

        Assert.Equal(["a", "b", "c"], all.Query.Columns);
        Assert.Equal("rows (1:a Equal 1:b)", two.Query.Canonical);
        Assert.NotEqual(all.Query.Canonical, two.Query.Canonical);
    }

    [Theory]
    [InlineData("id column", 0, Outcome.Passed, "none of the 50 rows of datasets.test is in datasets.train (by id column)")]
    [InlineData(
        "group column",
        1,
        Outcome.Failed,
        "1 of the 50 rows of datasets.test (2 %) are in datasets.train: 1 of its 100 rows (1 %) (by group column)"
    )]
    public void One_shared_id_or_group_fails(string by, long shared, Outcome outcome, string found)
    {
        var finding = Disjoint(
            new SharedRows
            {
                By = by,
                One = new(100, shared),
                Other = new(50, shared),
                FirstRows = [4],
            }
        );

        Assert.Equal((outcome, Severity.Error, "MLG2201", found), (finding.Outcome, finding.Severity, finding.Code, finding.Found));
        Assert.Equal([4], finding.Evidence!.OffendingRows);
    }

    [Theory]
    [InlineData(20, 0, Severity.Error, Outcome.Failed, Severity.Error)]
    [InlineData(20, 0, Severity.Warn, Outcome.Failed, Severity.Warn)]
    [InlineData(20, 0, Severity.Info, Outcome.Failed, Severity.Info)]
    [InlineData(1, 0, Severity.Error, Outcome.Failed, Severity.Warn)]
    [InlineData(1, 0, Severity.Info, Outcome.Failed, Severity.Info)]
    [InlineData(1, 5, Severity.Error, Outcome.Passed, Severity.Error)]
    [InlineData(0, 0, Severity.Error, Outcome.Passed, Severity.Error)]
    public void Equal_rows_fail_where_far_more_are_shared_than_by_chance(
        long shared,
        long pairs,
        Severity declared,
        Outcome outcome,
        Severity severity
    )
    {
        var finding = Disjoint(EqualRows(100, 50, shared, pairs), declared);

        Assert.Equal((outcome, severity), (finding.Outcome, finding.Severity));
    }

    [Fact]
    public void A_test_set_that_is_known_as_a_whole_fails_however_small()
    {
        Assert.Equal((Outcome.Failed, Severity.Error), Disjoint(EqualRows(5, 5, 5, 0)) is var all ? (all.Outcome, all.Severity) : default);
        Assert.Equal(
            (Outcome.Failed, Severity.Warn),
            Disjoint(EqualRows(5, 5, 4, 0)) is var most ? (most.Outcome, most.Severity) : default
        );
    }

    [Theory]
    [InlineData("test", "20 of the 50 rows of datasets.test (40 %) are in datasets.train: 20 of its 100 rows (20 %), ")]
    [InlineData("train", "20 of the 100 rows of datasets.train (20 %) are in datasets.test: 20 of its 50 rows (40 %), ")]
    public void The_share_of_the_test_set_that_is_known_is_said(string test, string found)
    {
        var finding = Disjoint(EqualRows(100, 50, 20, 0), Severity.Error, test);

        Assert.Equal(found + "8.9 expected by chance (p < 0.001)", finding.Found);
        Assert.Equal(test == "test" ? 0.4 : 0.2, finding.Evidence!.Candidate);
    }

    [Fact]
    public void Datasets_that_could_not_be_compared_are_not_called_disjoint()
    {
        var gate = Sample.Gate() with { DisjointFrom = [Sample.Declare("test", "datasets.train.disjoint-from.test")] };

        Assert.Equal(Outcome.NotMeasured, Sample.Inputs(gate, Sample.Profile()).Of("datasets.train.disjoint-from.test").Outcome);
    }

    [Theory]
    [InlineData("id column", "no row has an id")]
    [InlineData("group column", "no row has a group")]
    public void Without_a_single_id_nothing_is_called_disjoint(string by, string found)
    {
        var gate = Sample.Gate() with { DisjointFrom = [Sample.Declare("test", "datasets.train.disjoint-from.test")] };
        var inputs = Sample.Inputs(gate, Sample.Profile()) with
        {
            Shared = new Dictionary<string, SharedRows>
            {
                ["test"] = new()
                {
                    By = by,
                    One = new(0, 0),
                    Other = new(3, 0),
                },
            },
        };

        var finding = inputs.Of("datasets.train.disjoint-from.test");

        Assert.Equal((Outcome.NotMeasured, Severity.Error), (finding.Outcome, finding.Severity));
        Assert.StartsWith(found, finding.Found, StringComparison.Ordinal);
    }

    // All contents are alike but for those that repeat inside the first dataset and those that are in both.
    private static SharedRows EqualRows(long rows, long others, long shared, long pairs) =>
        new()
        {
            By = "equal rows",
            One = new(rows, shared, pairs),
            Other = new(others, shared),
            Repeats = [new(1, rows + others - (2 * (shared + pairs)), 0), new(2, shared + pairs, shared)],
        };

    private static Finding Disjoint(SharedRows shared, Severity severity = Severity.Error, params string[] testSets)
    {
        var gate = Sample.Gate() with { DisjointFrom = [Sample.Declare("test", "datasets.train.disjoint-from.test", severity)] };
        return (
            Sample.Inputs(gate, Sample.Profile()) with
            {
                Shared = new Dictionary<string, SharedRows> { ["test"] = shared },
                TestSets = testSets.ToHashSet(),
            }
        ).Of("datasets.train.disjoint-from.test");
    }

    private static DatasetInputs Changing() =>
        Sample.Inputs(Sample.Gate() with { RowsChange = Sample.Declare(0.2, $"{Rows}.change") }, Sample.Profile());
}
