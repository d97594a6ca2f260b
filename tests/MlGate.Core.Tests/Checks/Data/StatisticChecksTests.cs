using MlGate.Checks.Data.Constraints;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Profiles;

namespace MlGate.Core.Tests.Checks.Data;

public sealed class StatisticChecksTests
{
    private const string Id = "datasets.train.columns.tenure.mean";

    [Theory]
    [InlineData("min", 4.0, 4.0, Outcome.Passed)]
    [InlineData("min", 4.1, 4.0, Outcome.Failed)]
    [InlineData("max", 4.0, 4.0, Outcome.Passed)]
    [InlineData("max", 3.9, 4.0, Outcome.Failed)]
    public void An_end_of_the_range_belongs_to_it(string end, double limit, double mean, Outcome expected)
    {
        var finding = Sample.Inputs(Sample.Gate(Limited(end, limit)), Profile(mean)).Of($"{Id}.{end}");

        Assert.Equal(expected, finding.Outcome);
        Assert.Equal("MLG2024", finding.Code);
        Assert.Equal((mean, limit, 10L), (finding.Evidence!.Candidate, finding.Evidence.Limit!.Value, finding.Evidence.Rows));
        Assert.Equal("a mean of 4 over 10 values", finding.Found);
    }

    [Theory]
    [InlineData(0.1 + 0.2, Outcome.Passed)]
    [InlineData(0.300000001, Outcome.Failed)]
    public void Rounding_breaks_no_limit(double mean, Outcome expected) =>
        Assert.Equal(expected, Sample.Inputs(Sample.Gate(Limited("max", 0.3)), Profile(mean)).Of($"{Id}.max").Outcome);

    [Fact]
    public void The_baseline_is_shown_beside_it()
    {
        var inputs = Sample.Inputs(Sample.Gate(Limited("min", 5)), Profile(4)) with { Baseline = Profile(6).Profile };

        var finding = inputs.Of($"{Id}.min");

        Assert.Equal(6, finding.Evidence!.Baseline);
        Assert.Equal("a mean of at least 5", finding.Expected);
    }

    [Fact]
    public void A_column_without_values_has_none()
    {
        var column = Limited("min", 5);

        Assert.Equal(Outcome.NotMeasured, Sample.Inputs(Sample.Gate(column), Sample.Profile("tenure")).Of($"{Id}.min").Outcome);
        Assert.Equal(Severity.Error, Sample.Inputs(Sample.Gate(column), Sample.Profile("tenure")).Of($"{Id}.min").Severity);
        var mayBeEmpty = column with { MaxMissing = Sample.Declare(1.0, "datasets.train.columns.tenure.missing.max") };
        Assert.Equal(Severity.Info, Sample.Inputs(Sample.Gate(mayBeEmpty), Sample.Profile("tenure")).Of($"{Id}.min").Severity);
    }

    [Fact]
    public void A_column_that_may_be_absent_is_information()
    {
        var column = Limited("min", 5) with { Optional = true };

        var finding = Sample.Inputs(Sample.Gate(column), Sample.Profile("other")).Of($"{Id}.min");

        Assert.Equal((Outcome.NotMeasured, Severity.Info), (finding.Outcome, finding.Severity));
    }

    [Fact]
    public void A_narrower_range_is_not_weaker()
    {
        var (min, max) = (ColumnConstraints.Mean.Limits[0], ColumnConstraints.Mean.Limits[1]);
        var (two, three) = (GateNumber.From(2), GateNumber.From(3));

        Assert.False(min.IsWeaker(two, three));
        Assert.True(min.IsWeaker(three, two));
        Assert.False(max.IsWeaker(three, two));
        Assert.True(max.IsWeaker(two, three));
    }

    private static ColumnGate Limited(string end, double limit) =>
        Sample.Column() with
        {
            Constraints = [ColumnConstraints.Mean.Limits.Single(kind => kind.Key == end).Declare(Sample.Limit(limit, $"{Id}.{end}"))],
        };

    private static DatasetScan Profile(double mean) =>
        Sample.Profile("tenure").WithColumn(column => column with { Numbers = new NumberProfile(1, 9, mean, 1, []) });
}
