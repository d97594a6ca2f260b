using MlGate.Findings;

namespace MlGate.Core.Tests.Findings;

public sealed class VerdictTests
{
    [Fact]
    public void Nothing_at_all_is_not_measured_and_blocks()
    {
        var verdict = Verdict.From([]);

        Assert.Equal(Outcome.NotMeasured, verdict.Outcome);
        Assert.Equal(ExitCode.Undecided, verdict.ExitCode);
    }

    [Fact]
    public void A_matching_lock_alone_is_no_measurement()
    {
        var verdict = Verdict.From([Make(Diagnostics.NotWhatTheLockSays, Outcome.Passed)]);

        Assert.Equal(Outcome.NotMeasured, verdict.Outcome);
        Assert.Equal(ExitCode.Undecided, verdict.ExitCode);
    }

    [Fact]
    public void One_measured_limit_that_holds_passes()
    {
        var verdict = Verdict.From([
            Make(Diagnostics.MetricMustKeepLimit, Outcome.Passed),
            Make(Diagnostics.NotWhatTheLockSays, Outcome.Passed),
        ]);

        Assert.Equal(Outcome.Passed, verdict.Outcome);
        Assert.Equal(ExitCode.Passed, verdict.ExitCode);
        Assert.Equal(2, verdict.Counts[Outcome.Passed]);
    }

    [Fact]
    public void Without_a_baseline_a_measured_absolute_limit_passes()
    {
        var verdict = Verdict.From([
            Make(Diagnostics.MetricMustKeepLimit, Outcome.Passed),
            Make(Diagnostics.MetricMustNotDrop, Outcome.NoBaseline, Severity.Info),
        ]);

        Assert.Equal(ExitCode.Passed, verdict.ExitCode);
        Assert.Equal(1, verdict.Counts[Outcome.NoBaseline]);
    }

    [Fact]
    public void Without_a_baseline_and_without_a_measured_limit_nothing_was_decided()
    {
        var verdict = Verdict.From([Make(Diagnostics.MetricMustNotDrop, Outcome.NoBaseline, Severity.Info)]);

        Assert.Equal(ExitCode.Undecided, verdict.ExitCode);
    }

    [Fact]
    public void A_required_baseline_that_is_missing_blocks_beside_passed_limits()
    {
        var verdict = Verdict.From([
            Make(Diagnostics.MetricMustKeepLimit, Outcome.Passed),
            Make(Diagnostics.MetricMustNotDrop, Outcome.NoBaseline),
        ]);

        Assert.Equal(Outcome.NoBaseline, verdict.Outcome);
        Assert.Equal(ExitCode.Undecided, verdict.ExitCode);
    }

    [Theory]
    [InlineData(Outcome.Failed, ExitCode.Failed)]
    [InlineData(Outcome.Inconclusive, ExitCode.Undecided)]
    [InlineData(Outcome.NotComparable, ExitCode.Undecided)]
    [InlineData(Outcome.NoBaseline, ExitCode.Undecided)]
    [InlineData(Outcome.NotMeasured, ExitCode.Undecided)]
    [InlineData(Outcome.Passed, ExitCode.Passed)]
    [InlineData(Outcome.Waived, ExitCode.Passed)]
    public void Each_outcome_of_an_error_asks_for_its_exit_code(Outcome outcome, int expected)
    {
        Assert.Equal(expected, Verdict.ExitOf(Make(Diagnostics.MetricMustNotDrop, outcome)));
    }

    [Fact]
    public void A_check_that_could_not_run_keeps_the_exit_code_of_its_reason()
    {
        Assert.Equal(ExitCode.LimitHit, Verdict.ExitOf(Make(Diagnostics.TimedOut, Outcome.NotMeasured)));
        Assert.Equal(ExitCode.Unsafe, Verdict.ExitOf(Make(Diagnostics.ComponentNotAllowed, Outcome.NotMeasured)));
    }

    [Theory]
    [InlineData(Severity.Warn, 1)]
    [InlineData(Severity.Info, 0)]
    public void Only_errors_stop_a_build(Severity severity, int warnings)
    {
        var verdict = Verdict.From([
            Make(Diagnostics.MetricMustKeepLimit, Outcome.Passed),
            Make(Diagnostics.ColumnDrifted, Outcome.Failed, severity),
        ]);

        Assert.Equal(ExitCode.Passed, verdict.ExitCode);
        Assert.Equal(warnings, verdict.Warnings);
    }

    [Fact]
    public void A_check_that_holds_or_is_waived_is_no_warning_whatever_its_severity()
    {
        var verdict = Verdict.From([
            Make(Diagnostics.ColumnDrifted, Outcome.Passed, Severity.Warn),
            Make(Diagnostics.ColumnDrifted, Outcome.Waived, Severity.Warn),
        ]);

        Assert.Equal(0, verdict.Warnings);
    }

    [Fact]
    public void A_waiver_is_green_and_is_said()
    {
        var verdict = Verdict.From([
            Make(Diagnostics.MetricMustNotDrop, Outcome.Waived),
            Make(Diagnostics.MetricMustKeepLimit, Outcome.Passed),
        ]);

        Assert.Equal(Outcome.Waived, verdict.Outcome);
        Assert.Equal(ExitCode.Passed, verdict.ExitCode);
    }

    [Fact]
    public void When_several_exit_codes_apply_the_published_order_decides()
    {
        Finding[] byRank =
        [
            Make(Diagnostics.Bug, Outcome.Failed),
            Make(Diagnostics.ComponentNotAllowed, Outcome.Failed),
            Make(Diagnostics.NotWhatTheLockSays, Outcome.Failed),
            Make(Diagnostics.UnknownKey, Outcome.Failed),
            Make(Diagnostics.TimedOut, Outcome.Failed),
            Make(Diagnostics.FileNotFound, Outcome.Failed),
            Make(Diagnostics.MetricMustNotDrop, Outcome.Failed),
            Make(Diagnostics.MetricMustNotDrop, Outcome.Inconclusive),
            Make(Diagnostics.MetricMustNotDrop, Outcome.Passed),
        ];
        int[] expected = [70, 5, 4, 3, 8, 7, 1, 2, 0];

        for (var first = 0; first < byRank.Length; first++)
        {
            // Neither the order of the findings nor the milder ones matter.
            var milder = byRank[first..];
            Assert.Equal(expected[first], Verdict.From(milder).ExitCode);
            Assert.Equal(expected[first], Verdict.From([.. milder.Reverse()]).ExitCode);
        }
    }

    [Fact]
    public void Every_code_of_the_table_has_a_rank()
    {
        Assert.All(Diagnostics.All, diagnostic => Verdict.From([Make(diagnostic, Outcome.Failed)]));
    }

    private static Finding Make(Diagnostic diagnostic, Outcome outcome, Severity severity = Severity.Error) =>
        new()
        {
            Code = diagnostic.Code,
            Id = "id",
            Subject = "subject",
            Outcome = outcome,
            Severity = severity,
            Expected = "this",
            Found = "that",
        };
}
