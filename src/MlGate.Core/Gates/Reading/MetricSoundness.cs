using System.Globalization;

using MlGate.Findings;
using MlGate.Gates.Grammar;

namespace MlGate.Gates.Reading;

/// <summary>Judges the limits of one metric against what the metric is.</summary>
internal static class MetricSoundness
{
    private static readonly Dictionary<LimitKind, LimitKind> Opposite = new()
    {
        [LimitKind.MaxDrop] = LimitKind.MaxRise,
        [LimitKind.MaxRelativeDrop] = LimitKind.MaxRelativeRise,
        [LimitKind.MaxDropSinceAnchor] = LimitKind.MaxRiseSinceAnchor,
        [LimitKind.MaxRise] = LimitKind.MaxDrop,
        [LimitKind.MaxRelativeRise] = LimitKind.MaxRelativeDrop,
        [LimitKind.MaxRiseSinceAnchor] = LimitKind.MaxDropSinceAnchor,
    };

    public static void Judge(Named<MapValue> named, ModelTask? task, Problems problems)
    {
        var metric = MetricNames.Of(named.Name);
        if (task is { } wanted && !metric.Tasks.Contains(wanted))
        {
            var suited = MetricNames.For(wanted);
            problems.Add(Diagnostics.OutOfRange, named.Id, named.Place, $"'{named.Name}' on a task of {Words.Of(wanted)}", "one of " + string.Join(", ", suited), "Name a metric of the task");
            return;
        }

        foreach (var (kind, key) in MetricKeys.Limits)
        {
            if (named.Value.Get(key) is { } limit)
            {
                JudgeDirection(kind, limit, metric, problems);
                JudgeValue(kind, limit, metric, problems);
            }
        }

        GateSoundness.JudgeOrder(named.Value.Get(MetricKeys.Limits[LimitKind.Min]), named.Value.Get(MetricKeys.Limits[LimitKind.Max]), (one, other) => one.Value > other.Value, problems);
        GateSoundness.JudgeOrder(named.Value.Get(MetricKeys.Limits[LimitKind.MinGain]), named.Value.Get(MetricKeys.Limits[LimitKind.MaxGain]), (one, other) => one.Value > other.Value, problems);
    }

    private static void JudgeDirection(LimitKind kind, Entry<Quantity> limit, MetricTraits metric, Problems problems)
    {
        var isDrop = kind is LimitKind.MaxDrop or LimitKind.MaxRelativeDrop or LimitKind.MaxDropSinceAnchor;
        if (metric.HigherIsBetter is { } higher && Opposite.TryGetValue(kind, out var opposite) && isDrop != higher)
        {
            var better = higher ? "more" : "less";
            problems.Add(Diagnostics.OutOfRange, limit.Id, limit.Key, $"'{Words.Of(kind)}' on {metric.Name}, of which {better} is better", $"'{Words.Of(opposite)}'", $"Write '{Words.Of(opposite)}: {limit.Written}'");
        }

        if (metric.HigherIsBetter is null && kind is LimitKind.MinGain or LimitKind.MaxGain)
        {
            problems.Add(Diagnostics.OutOfRange, limit.Id, limit.Key, $"'{Words.Of(kind)}' on {metric.Name}, of which neither more nor less is better", "'min', 'max', 'max-drop' or 'max-rise'", "Remove it");
        }
    }

    private static void JudgeValue(LimitKind kind, Entry<Quantity> limit, MetricTraits metric, Problems problems)
    {
        var isRelative = kind is LimitKind.MaxRelativeDrop or LimitKind.MaxRelativeRise;
        if (isRelative)
        {
            return;
        }

        if (limit.Value.Unit != Unit.None && !metric.IsShare)
        {
            problems.Add(Diagnostics.WrongType, limit.Id, limit.Place, $"{limit.Written} of {metric.Name}, which is no share", "a plain number",
                limit.Value.Unit == Unit.Points ? "Write it in the unit of the metric" : "Write it as a plain number");
            return;
        }

        var isLevel = kind is LimitKind.Min or LimitKind.Max;
        var (lower, upper) = isLevel ? (metric.Minimum, metric.Maximum) : (0, metric.Maximum - metric.Minimum);
        if (limit.Value.Value < lower || limit.Value.Value > upper)
        {
            var unit = isLevel ? "%" : "pt";
            var range = string.Create(CultureInfo.InvariantCulture, $"a number in [{lower}, {upper}]");
            var fix = metric.IsShare && limit.Value is { Value: > 1 and <= 100, Unit: Unit.None } ? $"Write {limit.Written}{unit} if that is meant" : null;
            problems.Add(Diagnostics.OutOfRange, limit.Id, limit.Place, $"{limit.Written} of {metric.Name}", range, fix);
        }
    }
}
