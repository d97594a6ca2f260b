using MlGate.Findings;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Tests;

/// <summary>How a check is called in a report, and by which command it is accepted.</summary>
public sealed class CheckWordsTests
{
    [Theory]
    [InlineData("datasets.d.columns.age.min", "d age min")]
    [InlineData("datasets.d.columns.metrics.min", "d metrics min")]
    [InlineData("datasets.d.columns.columns", "d columns")]
    [InlineData("datasets.d.drift.columns.columns", "d drift columns")]
    [InlineData("datasets.d.columns.\"Total Charges\".length.min", "d Total Charges length min")]
    [InlineData("models.m.metrics.auc", "m auc")]
    [InlineData("baseline", "baseline")]
    public void A_label_leaves_out_groups_by_their_place_and_no_name(string id, string label) =>
        Assert.Equal(label, CheckLabel.For(Failed(id)).Value);

    [Fact]
    public void A_command_names_the_check_that_it_stands_at_and_no_other()
    {
        var (quoted, other) = (Failed("datasets.d.columns.\"a.length\".min"), Failed("datasets.d.columns.a.length.min"));
        var alone = ReportSamples.Make([quoted]);
        var both = ReportSamples.Make([quoted, other]);

        Assert.Contains("accept datasets.d.columns.a.length.min ", AcceptCommand.From(alone, quoted), StringComparison.Ordinal);
        Assert.Null(AcceptCommand.From(both, quoted));
        Assert.Contains("accept datasets.d.columns.a.length.min ", AcceptCommand.From(both, other), StringComparison.Ordinal);
    }

    private static Finding Failed(string id) =>
        new()
        {
            Code = Diagnostics.OutsideRange.Code,
            Id = id,
            Subject = "datasets.d",
            Outcome = Outcome.Failed,
            Expected = "at least 0",
            Found = "1 of 2 values",
        };
}
