using MlGate.Publishing.Ordering;
using MlGate.Reporting.Json;
using MlGate.Reporting.Wording;

namespace MlGate.Publishing.Tests.Run;

public sealed class VerdictWeightTests
{
    [Fact]
    public void Every_word_of_a_verdict_is_weighed()
    {
        Assert.All(Enum.GetValues<ReportForm>(), form =>
            Assert.InRange(VerdictWeight.For(NameConverter<ReportForm>.NameOf(form)), 0, VerdictWeight.Most - 1)
        );
        Assert.Equal(VerdictWeight.Most, VerdictWeight.For("of-another-version"));
    }

    // In the order of ExitCode.Precedence, from the end; 7, 8 and 70 share a word.
    [Fact]
    public void The_words_weigh_as_the_exit_codes_do()
    {
        var forms = new[]
        {
            ReportForm.Passed,
            ReportForm.Undecided,
            ReportForm.Failed,
            ReportForm.CouldNotMeasure,
            ReportForm.GateFileNotUsable,
            ReportForm.WrongBytes,
            ReportForm.Refused,
        };

        Assert.Equal(Enumerable.Range(0, forms.Length), forms.Select(form => VerdictWeight.For(NameConverter<ReportForm>.NameOf(form))));
    }
}
