using MlGate.Checks.Data;
using MlGate.Checks.Data.Constraints;
using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Core.Tests.Checks.Data;

public sealed class ColumnChecksTests
{
    private const string Id = "datasets.train.columns.tenure";

    [Fact]
    public void A_missing_column_is_one_finding()
    {
        var column = Sample.Column() with
        {
            Constraints = [ColumnConstraints.Min.Declare(Sample.Limit(0.0, $"{Id}.min"))],
            MaxMissing = Sample.Declare(0.1, $"{Id}.missing.max"),
        };
        var inputs = Sample.Inputs(Sample.Gate(column), Sample.Profile("age"));

        Assert.Equal(Outcome.Failed, inputs.Of(Id).Outcome);
        Assert.Equal("MLG2002", inputs.Of(Id).Code);
        Assert.DoesNotContain(DataChecks.Evaluate(inputs), finding => finding.Id != Id && finding.Id.IsIn(Id));
        Assert.Equal(ExitCode.Failed, Verdict.From([.. DataChecks.Evaluate(inputs)]).ExitCode);
    }

    [Fact]
    public void What_weighs_more_than_the_missing_column_is_told_beside_it()
    {
        var type = new Declared<ColumnType>(ColumnType.Integer, $"{Id}.type", Sample.Column().Place, Severity.Warn);
        var column = Sample.Column() with
        {
            Type = type,
            Constraints = [ColumnConstraints.Min.Declare(Sample.Limit(0.0, $"{Id}.min"))],
            MaxMissing = null,
        };

        var inputs = Sample.Inputs(Sample.Gate(column), Sample.Profile("age"));

        Assert.Equal(
            (Severity.Warn, Severity.Error, Outcome.NotMeasured),
            (inputs.Of(Id).Severity, inputs.Of($"{Id}.min").Severity, inputs.Of($"{Id}.min").Outcome)
        );
    }

    [Fact]
    public void A_name_that_differs_in_case_or_spaces_is_pointed_out()
    {
        var finding = Sample.Inputs(Sample.Gate(Sample.Column()), Sample.Profile(" Tenure")).Of(Id);

        Assert.Contains("' Tenure'", finding.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void An_optional_column_may_be_absent()
    {
        var column = Sample.Column() with
        {
            Optional = true,
            Constraints = [ColumnConstraints.Min.Declare(Sample.Limit(0.0, $"{Id}.min"))],
        };

        var findings = DataChecks.Evaluate(Sample.Inputs(Sample.Gate(column), Sample.Profile("age")));

        Assert.All(findings, finding => Assert.False(finding.Counts));
        Assert.All(findings, finding => Assert.NotEqual(Outcome.Passed, finding.Outcome));
    }

    [Theory]
    [InlineData(false, true, Severity.Warn)]
    [InlineData(false, false, Severity.Info)]
    [InlineData(true, true, Severity.Info)]
    public void An_optional_column_that_the_baseline_had_is_missed_aloud(bool ownHistory, bool hadIt, Severity severity)
    {
        var inputs = Sample.Inputs(Sample.Gate(Sample.Column() with { Optional = true }), Sample.Profile("age")) with
        {
            Baseline = hadIt ? Sample.Profile("age", "tenure").Profile : Sample.Profile("age").Profile,
            BaselineVersion = Sample.Two,
            IsOwnHistory = ownHistory,
        };

        var finding = inputs.Of(Id);

        Assert.Equal((Outcome.NotMeasured, severity, false), (finding.Outcome, finding.Severity, finding.Counts));
    }

    [Theory]
    [InlineData(OtherColumns.Forbid, Outcome.Failed, Severity.Error)]
    [InlineData(OtherColumns.Warn, Outcome.Failed, Severity.Warn)]
    public void Columns_that_are_not_declared_are_named(OtherColumns others, Outcome outcome, Severity severity)
    {
        var gate = Sample.Gate(Sample.Column()) with { OtherColumns = Sample.Declare(others, "datasets.train.other-columns") };

        var finding = Sample.Inputs(gate, Sample.Profile("tenure", "age", "x\u202E\n::error::")).Of("datasets.train.other-columns");

        Assert.Equal((outcome, severity), (finding.Outcome, finding.Severity));
        Assert.Contains("'age'", finding.Found, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', finding.Found);
        Assert.DoesNotContain('\u202E', finding.Found);
    }

    [Fact]
    public void Allowed_other_columns_are_no_check()
    {
        var gate = Sample.Gate(Sample.Column()) with { OtherColumns = Sample.Declare(OtherColumns.Allow, "datasets.train.other-columns") };

        Assert.DoesNotContain(DataChecks.Evaluate(Sample.Inputs(gate, Sample.Profile("tenure", "age"))), finding =>
            finding.Code == "MLG2003"
        );
    }

    [Theory]
    [InlineData(new[] { "a", "x", "b" }, Outcome.Passed)]
    [InlineData(new[] { "b", "x", "a" }, Outcome.Failed)]
    [InlineData(new[] { "b" }, Outcome.Passed)]
    public void The_order_is_that_of_the_declared_columns_alone(string[] columns, Outcome expected)
    {
        var gate = Sample.Gate(Sample.Column("a"), Sample.Column("b")) with { Ordered = Sample.Declare(true, "datasets.train.ordered") };

        var finding = Sample.Inputs(gate, Sample.Profile(columns)).Of("datasets.train.ordered");

        Assert.Equal(expected, finding.Outcome);
        Assert.Equal("MLG2004", finding.Code);
    }

    [Fact]
    public void Findings_stand_in_the_order_of_the_gate_file()
    {
        var late = Sample.Column("late");
        var early = Sample.Column("early");
        var rows = Sample.Declare(1L, "datasets.train.rows.min");
        late = late with { Place = Sample.NextPlace(), Type = Sample.Declare(ColumnType.Integer, late.Type.Id.Text) };
        var policy = early with
        {
            Constraints =
            [
                ColumnConstraints.Min.Declare(
                    new Declared<GateNumber>(GateNumber.From(0), "datasets.train.columns.early.min", new FilePlace("policy.yml", 1, 1))
                ),
            ],
        };

        var findings = DataChecks.Evaluate(
            Sample.Inputs(Sample.Gate(late, policy) with { MinRows = rows }, Sample.Profile("late", "early"))
        );

        Assert.Equal(
            [
                "datasets.train.columns.early",
                "datasets.train.columns.early.type",
                "datasets.train.rows.min",
                "datasets.train.columns.late",
                "datasets.train.columns.late.type",
                "datasets.train.columns.early.min",
            ],
            findings.Select(finding => finding.Id)
        );
    }
}
