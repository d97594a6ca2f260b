using MlGate.Findings;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Tests;

public sealed class FiguresTests
{
    [Theory]
    [InlineData(-0.061, -0.021, "−0.061", "−0.021")]
    [InlineData(-0.0081, 0.0004, "−0.0081", "+0.0004")]
    [InlineData(-0.00001, 0.00001, "−0.000010", "+0.000010")]
    [InlineData(-0.5, 0.5, "−0.500", "+0.500")]
    public void Decimals_follow_from_the_width_of_the_interval(double lower, double upper, string shownLower, string shownUpper)
    {
        var figures = FormattedEvidence.From(Drop(0.8, 0.8 + ((lower + upper) / 2), lower, upper, 0.2));

        Assert.Equal((shownLower, shownUpper), (figures.Lower, figures.Upper));
    }

    [Theory]
    [InlineData(-0.05004)]
    [InlineData(-0.0500004)]
    [InlineData(-0.04996)]
    public void No_bound_looks_equal_to_the_limit_unless_it_is(double bound)
    {
        var figures = FormattedEvidence.From(Drop(0.8, 0.77, bound, 0.0, 0.05));

        Assert.NotEqual(-0.05, Parsed(figures.Lower!));
        Assert.Equal(-0.05, Parsed(FormattedEvidence.From(Drop(0.8, 0.77, -0.05, 0.0, 0.05)).Lower!));
    }

    [Fact]
    public void Counts_stay_counts()
    {
        var figures = FormattedEvidence.From(
            new Evidence
            {
                Baseline = 4_812,
                Candidate = 4_930,
                Limit = new Limit(LimitKinds.Min, 4_000),
            }
        );

        Assert.Equal(("4,812", "4,930", "+118", "4,000"), (figures.Before, figures.Now, figures.Change, figures.Limit));
    }

    [Fact]
    public void A_relative_limit_is_told_in_percent()
    {
        var figures = FormattedEvidence.From(
            new Evidence
            {
                Baseline = 20,
                Candidate = 21,
                Interval = new Interval(0.012, 0.09, 0.9, "paired Poisson bootstrap"),
                Limit = new Limit(LimitKinds.MaxRelativeRise, 0.04),
            }
        );

        Assert.Equal(
            ("20", "21", "+5.0 %", "+1.2 %", "+9.0 %", "4 %"),
            (figures.Before, figures.Now, figures.Change, figures.Lower, figures.Upper, figures.Limit)
        );
    }

    [Theory]
    [InlineData(0.199, 1.0, "19.9 %", "0 %")]
    [InlineData(0.0002, 1.0, "0.02 %", "0 %")]
    [InlineData(0.005004, 0.995, "0.5004 %", "0.5 %")]
    public void Broken_rows_are_told_as_shares_with_what_may_break(double broken, double mostly, string now, string limit)
    {
        var figures = FormattedEvidence.From(
            new Evidence
            {
                Measure = "broken",
                Candidate = broken,
                Limit = new Limit(LimitKinds.Mostly, mostly),
            }
        );

        Assert.Equal((now, limit), (figures.Now, figures.Limit));
    }

    [Theory]
    [InlineData(-0.0, "0.000")]
    [InlineData(-0.0001, "0.000")]
    [InlineData(1e-12, "1E−12")]
    [InlineData(1e15, "1E+15")]
    public void No_number_is_a_negative_zero_or_a_wall_of_digits(double value, string shown) =>
        Assert.Equal(shown, Numbers.Fixed(value, 3));

    private static double Parsed(string shown) => double.Parse(shown.Replace('−', '-'), System.Globalization.CultureInfo.InvariantCulture);

    private static Evidence Drop(double before, double now, double lower, double upper, double limit) =>
        new()
        {
            Baseline = before,
            Candidate = now,
            Interval = new Interval(lower, upper, 0.9, "Tango"),
            Limit = new Limit(LimitKinds.MaxDrop, limit),
        };
}
