using MlGate.Checks.Data.Constraints;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Profiles;

namespace MlGate.Core.Tests.Checks.Data;

public sealed class RuleChecksTests
{
    private const string Id = "datasets.train.rules.r";

    [Theory]
    [InlineData(99, 1, 100, Outcome.Passed)]
    [InlineData(99, 2, 100, Outcome.Failed)]
    [InlineData(50, 1, 2, Outcome.Passed)]
    [InlineData(100, 0, 0, Outcome.NotMeasured)]
    public void The_share_of_the_judged_rows_counts(int mostly, long broken, long judged, Outcome outcome)
    {
        var finding = Sample.Inputs(Gate(mostly / 100.0), Sample.Profile().With(Id, broken, judged)).Of(Id);

        Assert.Equal((outcome, "MLG2019"), (finding.Outcome, finding.Code));
    }

    [Fact]
    public void A_rule_that_cannot_be_used_is_a_fault_of_the_gate_file_and_the_other_checks_are_judged()
    {
        var gate = Gate(1, Severity.Warn) with { Columns = [Sample.Column()] };
        var profile = Sample.Profile("tenure") with { NotUsable = new Dictionary<string, NotUsable> { [Id] = new("a subquery", null) } };

        var finding = Sample.Inputs(gate, profile).Of(Id);

        Assert.Equal(
            ("MLG2020", Outcome.Failed, Severity.Error, "a subquery", $"Correct '{Id}' in the gate file"),
            (finding.Code, finding.Outcome, finding.Severity, finding.Found, finding.Fix)
        );
        Assert.Equal(ExitCode.Usage, Verdict.ExitOf(finding));
        Assert.Equal(Outcome.Passed, Sample.Inputs(gate, profile).Of("datasets.train.columns.tenure.type").Outcome);
    }

    [Fact]
    public void A_rule_over_an_absent_column_is_not_measured()
    {
        var profile = Sample.Profile() with
        {
            NotUsable = new Dictionary<string, NotUsable> { [Id] = new("column 'm' is not in the data", null) { IsColumnAbsent = true } },
        };

        var finding = Sample.Inputs(Gate(1), profile).Of(Id);

        Assert.Equal(("MLG2019", Outcome.NotMeasured), (finding.Code, finding.Outcome));
        Assert.Equal(ExitCode.Undecided, Verdict.ExitOf(finding));
    }

    [Fact]
    public void A_pattern_that_cannot_be_used_is_a_fault_of_the_gate_file()
    {
        var regex = Sample.Declare("(?=a)", "datasets.train.columns.tenure.regex");
        var profile = Sample.Profile("tenure") with
        {
            NotUsable = new Dictionary<string, NotUsable>
            {
                [regex.Id.Text] = new("a pattern that RE2 cannot read", "Write it in RE2 syntax"),
            },
        };

        var finding = Sample
            .Inputs(
                Sample.Gate(Sample.Column(type: ColumnType.Text) with { Constraints = [ColumnConstraints.Regex.Declare(regex)] }),
                profile
            )
            .Of(regex.Id.Text);

        Assert.Equal(("MLG2020", Outcome.Failed, "Write it in RE2 syntax"), (finding.Code, finding.Outcome, finding.Fix));
    }

    private static DatasetGate Gate(double mostly, Severity severity = Severity.Error) =>
        Sample.Gate() with
        {
            Constraints = [DatasetConstraints.Rules.Declare(Sample.Declare(new RowRule("r", "n > 1", mostly), Id, severity))],
        };
}
