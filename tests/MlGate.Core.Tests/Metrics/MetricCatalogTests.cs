using MlGate.Findings;
using MlGate.Metrics;
using MlGate.Metrics.Catalog;

namespace MlGate.Core.Tests.Metrics;

public sealed class MetricCatalogTests
{
    [Fact]
    public void A_key_names_one_metric_per_task()
    {
        foreach (var task in ModelTask.All)
        {
            Assert.NotEmpty(MetricCatalog.Keys(task));
            Assert.Equal(MetricCatalog.Keys(task).Count, MetricCatalog.Keys(task).Distinct().Count());
        }
    }

    [Fact]
    public void The_usual_metrics_of_a_task_are_its_metrics() =>
        Assert.All(ModelTask.All, task => Assert.Empty(task.UsualMetrics.Except(MetricCatalog.Keys(task))));

    [Fact]
    public void Every_public_metric_class_is_in_the_catalog()
    {
        var classes = typeof(Metric)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Metric)) && type is { IsAbstract: false, IsPublic: true });

        Assert.Equal(
            classes.Order(Comparer<Type>.Create((one, other) => string.CompareOrdinal(one.Name, other.Name))),
            MetricCatalog.All.Select(metric => metric.GetType()).OrderBy(type => type.Name, StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_key_of_another_task_is_not_found()
    {
        Assert.NotNull(MetricCatalog.Find("auc", ModelTask.BinaryClassification));
        Assert.Null(MetricCatalog.Find("auc", ModelTask.Regression));
        Assert.Null(MetricCatalog.Find("acuracy", ModelTask.BinaryClassification));
    }

    [Fact]
    public void A_bias_has_no_gain_and_a_correlation_no_relative_change()
    {
        Assert.True(MetricCatalog.Find("mean-error", ModelTask.Regression)!.Allows(LimitKinds.MaxRelativeRise));
        Assert.False(MetricCatalog.Find("mcc", ModelTask.BinaryClassification)!.Allows(LimitKinds.MaxRelativeDrop));
        Assert.True(MetricCatalog.Find("rmse", ModelTask.Regression)!.Allows(LimitKinds.MaxRelativeRise));
    }
}
