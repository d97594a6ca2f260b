using System.Globalization;
using MlGate.Core.Tests.Checks.Models;
using MlGate.Findings;
using MlGate.Metrics.Catalog;
using MlGate.Predictions;

namespace MlGate.Core.Tests.Statistics;

/// <summary>The same rows give the same bits, whatever their order, the threads and the culture.</summary>
public sealed class InvarianceTests
{
    public enum Kind
    {
        Plain,
        Weighted,
        Clustered,
        Multiclass,
        Regression,
    }

    [Theory]
    [InlineData(Kind.Plain)]
    [InlineData(Kind.Weighted)]
    [InlineData(Kind.Clustered)]
    [InlineData(Kind.Multiclass)]
    [InlineData(Kind.Regression)]
    public void Row_order_threads_and_culture_do_not_matter(Kind kind)
    {
        var set = Make(kind);
        var expected = Numbers(set, threads: 1);

        var original = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Commas();
            Assert.Equal(expected, Numbers(Simulated.Shuffled(set, 1), threads: 4));
            Assert.Equal(expected, Numbers(Simulated.Shuffled(set, 2), threads: 16));
        }
        finally
        {
            CultureInfo.CurrentCulture = original;
        }
    }

    [Fact]
    public void Another_seed_gives_other_replicates_and_the_same_decision_where_it_is_clear()
    {
        var set = Simulated.Binary(400, 3, candidateNoise: 2);
        var of = Evaluations.Of(set, Evaluations.Metric("log-loss", (LimitKinds.MaxRise, 0.02)));

        var (one, other) = (of.Evaluate()[0], (of with { Seed = 99 }).Evaluate()[0]);

        Assert.NotEqual(one.Evidence!.Interval, other.Evidence!.Interval);
        Assert.Equal(one.Outcome, other.Outcome);
    }

    private static PredictionSet Make(Kind kind)
    {
        var binary = Simulated.Binary(300, 1);
        return kind switch
        {
            Kind.Weighted => binary with { Weights = [.. Enumerable.Range(0, 300).Select(row => 0.5 + (row % 7 * 0.3))] },
            Kind.Clustered => binary with { Groups = [.. Enumerable.Range(0, 300).Select(row => row / 3)] },
            Kind.Multiclass => Simulated.Multiclass(300, 1),
            Kind.Regression => Simulated.Regression(300, 1),
            _ => binary,
        };
    }

    private static List<string> Numbers(PredictionSet set, int threads)
    {
        var task = Evaluations.Of(set).Model.Task;
        var metrics = MetricCatalog
            .Keys(task)
            .Select(key =>
                Evaluations
                    .Metric(key, (LimitKinds.MaxDrop, 0.02), (LimitKinds.Min, 0.1))
                    .With(key is "auc" or "brier" or "rmse" ? Severity.Error : Severity.Warn)
            )
            .ToArray();
        var findings = (Evaluations.Of(set, metrics) with { Threads = threads }).Evaluate();
        return [.. findings.Select(finding => string.Join('|', finding.Outcome, finding.Message, Bits(finding.Evidence!)))];
    }

    private static string Bits(Evidence evidence) =>
        string.Join(
            ',',
            new[]
            {
                evidence.Baseline,
                evidence.Candidate,
                evidence.Interval?.Lower,
                evidence.Interval?.Upper,
                evidence.AdjustedP,
                evidence.MinimumDetectableEffect,
            }.Select(number =>
                number is null ? "-" : BitConverter.DoubleToInt64Bits(number.Value).ToString("x", CultureInfo.InvariantCulture)
            )
        );

    // Named cultures are not there under invariant globalization.
    private static CultureInfo Commas()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator, culture.NumberFormat.NegativeSign) = (
            ",",
            ".",
            "~"
        );
        return culture;
    }
}
