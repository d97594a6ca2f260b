using MlGate.Checks.Data;
using MlGate.Drift;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Profiles;

namespace MlGate.Core.Tests.Checks.Data;

public sealed class ColumnMustNotDriftTests
{
    private const string Id = "datasets.train.drift.columns.tenure";

    [Fact]
    public void Listed_columns_come_first_and_the_others_get_the_default_of_their_type()
    {
        var limit = Sample.Declare(new DriftLimit(DriftMethods.Psi, 0.2), "datasets.train.drift.columns.charges");
        var gate = Sample.Gate(
            Sample.Column("tenure"),
            Sample.Column("charges", ColumnType.Number),
            Sample.Column("contract", ColumnType.Category),
            Sample.Column("note", ColumnType.Text),
            Sample.Column("id") with
            {
                Role = ColumnRole.Id,
            },
            Sample.Column("label", ColumnType.Category) with
            {
                Role = ColumnRole.Label,
            }
        );

        var plan = DriftPlan.For(
            gate with
            {
                Drift = Drift() with { Columns = new Dictionary<string, Declared<DriftLimit>> { ["charges"] = limit } },
            }
        );

        Assert.Equal(["charges", "tenure", "contract", "label"], plan.Select(column => column.Name));
        Assert.Equal(
            [DriftMethods.Psi, DriftMethods.Wasserstein, DriftMethods.JensenShannon, DriftMethods.JensenShannon],
            plan.Select(column => column.Limit.Value.Method)
        );
        Assert.Equal("datasets.train.drift.columns.tenure", plan[1].Limit.Id);
    }

    [Fact]
    public void A_shift_alarms_with_statistic_limit_and_both_row_counts()
    {
        var finding = Changed(Pair([500, 300, 200], [200, 300, 500])).Of(Id);

        Assert.Equal((Outcome.Failed, "MLG2101"), (finding.Outcome, finding.Code));
        Assert.Equal(
            ("wasserstein", 1_000, new Denominator("baseline rows", 1_000)),
            (finding.Evidence!.Measure, finding.Evidence.Rows, finding.Evidence.Denominator)
        );
        Assert.Equal(0.6 / 0.78, finding.Evidence.Candidate!.Value, 1e-9);
        Assert.Contains("by chance", finding.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_shares_pass()
    {
        Assert.Equal(Outcome.Passed, Changed(Pair([500, 300, 200], [50, 30, 20])).Of(Id).Outcome);
    }

    [Fact]
    public void The_level_is_shared_by_all_judged_columns()
    {
        // 60 rows a side, shifted by a third of a category: beyond chance for one column, not for one of two hundred.
        var alone = Changed(Pair([30, 20, 10], [20, 17, 23]));
        ColumnGate[] many = [.. alone.Gate.Columns, .. Enumerable.Range(0, 199).Select(number => Sample.Column($"other{number}"))];

        var crowded = alone with
        {
            Gate = alone.Gate with { Columns = many },
            Candidate = Sample.Profile([.. many.Select(column => column.Name)]).Profile,
        };

        Assert.Equal(Outcome.Failed, alone.Of(Id).Outcome);
        Assert.Equal(Outcome.Passed, crowded.Of(Id).Outcome);
    }

    [Fact]
    public void Without_a_baseline_nothing_is_judged_and_with_the_same_bytes_nothing_drifted()
    {
        var inputs = Changed();

        Assert.Equal(
            (Outcome.NoBaseline, Severity.Info),
            (((inputs with { BaselineVersion = null }).Of(Id)).Outcome, (inputs with { BaselineVersion = null }).Of(Id).Severity)
        );
        Assert.Equal(Outcome.Passed, (inputs with { BaselineVersion = Sample.One }).Of(Id).Outcome);
    }

    [Fact]
    public void A_column_that_the_baseline_does_not_have_yet_does_not_block()
    {
        var finding = Changed().Of(Id);

        Assert.Equal((Outcome.NoBaseline, Severity.Info), (finding.Outcome, finding.Severity));
    }

    [Fact]
    public void Distributions_that_could_not_be_made_are_not_measured()
    {
        var finding = (Changed() with { Pairs = null }).Of(Id);

        Assert.Equal(Outcome.NotMeasured, finding.Outcome);
        Assert.True(finding.Counts);
    }

    [Fact]
    public void A_side_that_lost_all_its_values_is_not_measured()
    {
        Assert.Equal(Outcome.NotMeasured, Changed(Pair([500, 300, 200], [0, 0, 0])).Of(Id).Outcome);
    }

    [Fact]
    public void A_column_that_is_filled_for_the_first_time_has_no_baseline()
    {
        PairedDistribution categories = new()
        {
            Column = "tenure",
            Values = [],
            Categories = ["a", "b", null],
            Baseline = [0, 0, 10],
            Candidate = [5, 4, 1],
        };

        foreach (var pair in new[] { Pair([0, 0, 0], [500, 300, 200]), categories })
        {
            var finding = Changed(pair).Of(Id);

            Assert.Equal((Outcome.NoBaseline, Severity.Info), (finding.Outcome, finding.Severity));
            Assert.Equal(Severity.Error, (Changed(pair) with { RequireBaseline = true }).Of(Id).Severity);
        }
    }

    [Theory]
    [InlineData(1.0, Severity.Info)]
    [InlineData(0.5, Severity.Error)]
    public void A_column_that_stays_empty_is_not_measured(double missing, Severity severity)
    {
        var inputs = Changed(
            new PairedDistribution
            {
                Column = "tenure",
                Values = [],
                Baseline = [],
                Candidate = [],
            }
        );
        var column = inputs.Gate.Columns[0] with { MaxMissing = Sample.Declare(missing, "missing") };

        var finding = (inputs with { Gate = inputs.Gate with { Columns = [column] } }).Of(Id);

        Assert.Equal((Outcome.NotMeasured, severity), (finding.Outcome, finding.Severity));
    }

    [Fact]
    public void Of_added_rows_there_may_be_none_which_warns()
    {
        var inputs = Changed(Pair([500, 300, 200], [0, 0, 0]));

        var finding = (inputs with { Gate = inputs.Gate with { Drift = Drift() with { AddedRowsOnly = true } } }).Of(Id);

        Assert.Equal((Outcome.NotMeasured, Severity.Warn), (finding.Outcome, finding.Severity));
    }

    [Fact]
    public void A_method_for_numbers_is_not_forced_on_categories()
    {
        var pair = new PairedDistribution
        {
            Column = "tenure",
            Values = [],
            Baseline = [5, 5],
            Candidate = [5, 5],
        };

        Assert.Equal(Outcome.NotMeasured, Changed(pair).Of(Id).Outcome);
    }

    [Fact]
    public void Another_dataset_is_compared_with_though_there_is_no_baseline()
    {
        var inputs = Against("holdout", Pair([500, 300, 200], [200, 300, 500])) with { BaselineVersion = null };

        var finding = inputs.Of(Id);

        Assert.Equal((Outcome.Failed, "reference rows"), (finding.Outcome, finding.Evidence!.Denominator!.Name));
        Assert.EndsWith("against 'holdout'", finding.Expected, StringComparison.Ordinal);
        Assert.Equal(Outcome.Failed, (inputs with { BaselineVersion = Sample.One }).Of(Id).Outcome);
    }

    [Fact]
    public void A_dataset_that_cannot_be_compared_with_is_not_measured_and_counts()
    {
        Assert.All([Against("holdout"), Against("holdout") with { Pairs = null }], inputs =>
        {
            var finding = inputs.Of(Id);
            Assert.Equal((Outcome.NotMeasured, true), (finding.Outcome, finding.Counts));
            Assert.Contains("'holdout'", finding.Found, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_statistic_above_the_limit_that_chance_explains_says_so_and_shows_what_it_was_held_to()
    {
        var finding = Changed(Pair([1, 1, 0], [0, 0, 1])).Of(Id);

        Assert.Equal(Outcome.Passed, finding.Outcome);
        Assert.True(finding.Evidence!.Candidate > finding.Evidence.Limit!.Value);
        Assert.True(finding.Evidence.Candidate <= finding.Evidence.Threshold);
        Assert.EndsWith("too few rows", finding.Found, StringComparison.Ordinal);
    }

    private static DatasetInputs Against(string name, params PairedDistribution[] pairs)
    {
        var inputs = Changed(pairs);
        return inputs with { Gate = inputs.Gate with { Drift = Drift() with { Against = name } } };
    }

    private static DriftGate Drift() => new() { Place = new FilePlace("mlgate.yml", 900, 5), Id = "datasets.train.drift" };

    private static DatasetInputs Changed(params PairedDistribution[] pairs) =>
        Sample.Inputs(Sample.Gate(Sample.Column()) with { Drift = Drift() }, Sample.Profile("tenure")) with
        {
            BaselineVersion = Sample.Two,
            Pairs = pairs,
        };

    private static PairedDistribution Pair(long[] baseline, long[] candidate) =>
        new()
        {
            Column = "tenure",
            Values = [0, 1, 2],
            Baseline = baseline,
            Candidate = candidate,
            BaselineScale = 0.78,
        };
}
