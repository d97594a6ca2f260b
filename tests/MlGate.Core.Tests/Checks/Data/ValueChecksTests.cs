using MlGate.Checks.Data.Constraints;
using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Core.Tests.Checks.Data;

public sealed class ValueChecksTests
{
    private const string Id = "datasets.train.columns.tenure";

    public static TheoryData<string, string> Facts =>
        new()
        {
            { "min", "MLG2012" },
            { "max", "MLG2012" },
            { "after", "MLG2012" },
            { "before", "MLG2012" },
            { "in", "MLG2013" },
            { "regex", "MLG2014" },
            { "min-length", "MLG2015" },
            { "max-length", "MLG2015" },
            { "multiple-of", "MLG2012" },
        };

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_fact_that_each_value_keeps_passes(string key, string code)
    {
        var inputs = Sample.Inputs(Sample.Gate(Declaring(key)), Sample.Profile("tenure").With($"{Id}.{key}", 0, 10));

        var finding = inputs.Of($"{Id}.{key}");

        Assert.Equal(Outcome.Passed, finding.Outcome);
        Assert.Equal(code, finding.Code);
    }

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_fact_that_a_value_breaks_fails_with_its_code_and_row(string key, string code)
    {
        var inputs = Sample.Inputs(Sample.Gate(Declaring(key)), Sample.Profile("tenure").With($"{Id}.{key}", 1, 10, 7));

        var finding = inputs.Of($"{Id}.{key}");

        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Equal(code, finding.Code);
        Assert.Equal([7], finding.Evidence!.OffendingRows);
        Assert.Contains("1 of 10", finding.Found, StringComparison.Ordinal);
        Assert.NotNull(finding.Fix);
    }

    [Theory]
    [InlineData(0.995, 1, 200, Outcome.Passed)]
    [InlineData(0.995, 2, 200, Outcome.Failed)]
    [InlineData(0.9, 1, 10, Outcome.Passed)]
    [InlineData(0.9, 2, 10, Outcome.Failed)]
    [InlineData(1, 1, 1_000_000_000_000, Outcome.Failed)]
    public void Mostly_is_met_to_the_row(double mostly, long broken, long of, Outcome expected)
    {
        var column = Declaring("min") with { Mostly = mostly };

        var finding = Sample.Inputs(Sample.Gate(column), Sample.Profile("tenure").With($"{Id}.min", broken, of)).Of($"{Id}.min");

        Assert.Equal(expected, finding.Outcome);
    }

    [Fact]
    public void Mostly_does_not_soften_the_type()
    {
        var column = Sample.Column() with { Mostly = 0.5 };

        var finding = Sample.Inputs(Sample.Gate(column), Sample.Profile("tenure").With($"{Id}.type", 1, 10, 3)).Of($"{Id}.type");

        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Equal("MLG2010", finding.Code);
        Assert.Contains("(row 3)", finding.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_repeated_value_of_a_unique_column_fails()
    {
        var column = Sample.Column() with { Constraints = [ColumnConstraints.Unique.Declare(Sample.Declare(true, $"{Id}.unique"))] };

        var finding = Sample.Inputs(Sample.Gate(column), Sample.Profile("tenure").With($"{Id}.unique", 2, 10, 4, 9)).Of($"{Id}.unique");

        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Equal("MLG2016", finding.Code);
    }

    [Fact]
    public void Unique_false_declares_nothing()
    {
        var column = Sample.Column() with { Constraints = [ColumnConstraints.Unique.Declare(Sample.Declare(false, $"{Id}.unique"))] };

        var findings = MlGate.Checks.Data.DataChecks.Evaluate(Sample.Inputs(Sample.Gate(column), Sample.Profile("tenure")));

        Assert.DoesNotContain(findings, finding => finding.Code == "MLG2016");
    }

    [Fact]
    public void A_broken_step_says_which_and_what_to_do()
    {
        var column = Declaring("multiple-of") with { Mostly = 0.9 };

        var finding = Sample
            .Inputs(Sample.Gate(column), Sample.Profile("tenure").With($"{Id}.multiple-of", 2, 10, 4, 9))
            .Of($"{Id}.multiple-of");

        Assert.Equal("at least 90 % of the values to be a multiple of 0.05", finding.Expected);
        Assert.Equal("2 of 10 values are not multiples of 0.05 (rows 4, 9)", finding.Found);
        Assert.Equal($"Correct the rows, or change the step under '{Id}.multiple-of'", finding.Fix);
    }

    [Theory]
    [InlineData("6", "3", true)]
    [InlineData("3", "6", false)]
    [InlineData("3", "3", false)]
    [InlineData("0.05", "0.1", false)]
    [InlineData("0.1", "0.05", true)]
    [InlineData("0.1", "0.15", true)]
    [InlineData("1e-7", "0.3", false)]
    [InlineData("2.5", "1e3", false)]
    public void A_step_is_weaker_unless_it_is_a_multiple_of_the_policys(string policy, string step, bool expected)
    {
        Assert.True(GateNumber.TryParse(policy, out var theirs) & GateNumber.TryParse(step, out var ours));

        Assert.Equal(expected, ColumnConstraints.MultipleOf.IsWeaker(theirs, ours));
    }

    [Fact]
    public void The_declared_severity_is_kept()
    {
        var column = Sample.Column() with { Constraints = [ColumnConstraints.Min.Declare(Sample.Limit(0.0, $"{Id}.min", Severity.Warn))] };

        var finding = Sample.Inputs(Sample.Gate(column), Sample.Profile("tenure").With($"{Id}.min", 5, 10)).Of($"{Id}.min");

        Assert.Equal(Severity.Warn, finding.Severity);
        Assert.False(finding.Counts);
    }

    [Fact]
    public void A_check_that_the_profile_does_not_answer_is_not_measured()
    {
        var finding = Sample.Inputs(Sample.Gate(Declaring("min")), Sample.Profile("tenure")).Of($"{Id}.min");

        Assert.Equal(Outcome.NotMeasured, finding.Outcome);
        Assert.True(finding.Counts);
    }

    [Fact]
    public void A_check_without_a_value_to_judge_is_not_measured()
    {
        var finding = Sample.Inputs(Sample.Gate(Declaring("min")), Sample.Profile("tenure").With($"{Id}.min", 0, 0)).Of($"{Id}.min");

        Assert.Equal(Outcome.NotMeasured, finding.Outcome);
        Assert.True(finding.Counts);
    }

    [Fact]
    public void An_optional_column_without_values_does_not_block()
    {
        var column = Declaring("min") with { Optional = true };

        var finding = Sample.Inputs(Sample.Gate(column), Sample.Profile("tenure").With($"{Id}.min", 0, 0)).Of($"{Id}.min");

        Assert.Equal(Outcome.NotMeasured, finding.Outcome);
        Assert.False(finding.Counts);
    }

    [Theory]
    [InlineData(1.0, false)]
    [InlineData(0.99, true)]
    public void A_column_that_may_be_empty_does_not_block(double missing, bool blocks)
    {
        var column = Declaring("min") with { MaxMissing = Sample.Declare(missing, $"{Id}.missing.max") };
        var profile = Sample.Profile("tenure").With($"{Id}.min", 0, 0).With($"{Id}.type", 0, 0);
        var inputs = Sample.Inputs(Sample.Gate(column), profile.WithColumn(empty => empty with { Missing = 10, Present = 0 }));

        Assert.All([$"{Id}.min", $"{Id}.type"], id =>
            Assert.Equal((Outcome.NotMeasured, blocks), (inputs.Of(id).Outcome, inputs.Of(id).Counts))
        );
        Assert.Equal(blocks ? Outcome.Failed : Outcome.Passed, inputs.Of($"{Id}.missing.max").Outcome);
    }

    [Fact]
    public void Rows_of_several_files_are_named_with_their_file()
    {
        var violations = new MlGate.Profiles.Violations(3, 10, [3, 5]) { FirstPlaces = [new("data/1.csv", 3), new("data/2.csv", 1)] };
        var profile = Sample.Profile("tenure");
        profile = profile with
        {
            Violations = new Dictionary<string, MlGate.Profiles.Violations>(profile.Violations) { [$"{Id}.min"] = violations },
        };

        var finding = Sample.Inputs(Sample.Gate(Declaring("min")), profile).Of($"{Id}.min");

        Assert.Contains("(row 3 of 'data/1.csv', row 1 of 'data/2.csv', …)", finding.Found, StringComparison.Ordinal);
        Assert.Empty(finding.Evidence!.OffendingRows);
    }

    [Theory]
    [InlineData(1, 99, 0.01, Outcome.Passed)]
    [InlineData(2, 98, 0.01, Outcome.Failed)]
    [InlineData(0, 10, 0, Outcome.Passed)]
    [InlineData(1, 9, 0, Outcome.Failed)]
    [InlineData(0, 0, 0.5, Outcome.NotMeasured)]
    public void Missing_values_are_a_share_of_all_rows(long missing, long present, double limit, Outcome expected)
    {
        var column = Sample.Column() with { MaxMissing = Sample.Declare(limit, $"{Id}.missing.max") };
        var profile = Sample.Profile("tenure").WithColumn(counted => counted with { Missing = missing, Present = present });

        var finding = Sample.Inputs(Sample.Gate(column), profile).Of($"{Id}.missing.max");

        Assert.Equal(expected, finding.Outcome);
        Assert.Equal("MLG2011", finding.Code);
    }

    private static ColumnGate Declaring(string key)
    {
        var (column, id) = (Sample.Column(), $"{Id}.{key}");
        return key switch
        {
            "min" => column with { Constraints = [ColumnConstraints.Min.Declare(Sample.Limit(0.0, id))] },
            "max" => column with { Constraints = [ColumnConstraints.Max.Declare(Sample.Limit(120.0, id))] },
            "after" => column with { Constraints = [ColumnConstraints.After.Declare(Sample.Moment("2020-01-01", id))] },
            "before" => column with { Constraints = [ColumnConstraints.Before.Declare(Sample.Moment("2030-01-01", id))] },
            "in" => column with { Constraints = [ColumnConstraints.In.Declare(Sample.Declare<IReadOnlyList<string>>(["a", "b"], id))] },
            "regex" => column with { Constraints = [ColumnConstraints.Regex.Declare(Sample.Declare("[a-z]+", id))] },
            "min-length" => column with { Constraints = [ColumnConstraints.MinLength.Declare(Sample.Declare(1L, id))] },
            "max-length" => column with { Constraints = [ColumnConstraints.MaxLength.Declare(Sample.Declare(9L, id))] },
            "multiple-of" => column with { Constraints = [ColumnConstraints.MultipleOf.Declare(Sample.Limit(0.05, id))] },
            _ => throw new ArgumentOutOfRangeException(nameof(key)),
        };
    }
}
