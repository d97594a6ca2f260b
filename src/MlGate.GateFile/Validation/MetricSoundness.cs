using MlGate.Findings;
using MlGate.GateFile.Schema;
using MlGate.GateFile.Yaml;
using MlGate.Gates;
using MlGate.Metrics;
using MlGate.Metrics.Catalog;

namespace MlGate.GateFile.Validation;

/// <summary>Judges the limits of one metric against what the metric is.</summary>
internal static class MetricSoundness
{
    public static void Judge(Named<MapValue> named, ModelTask? task, Problems problems)
    {
        if (task is not { } wanted)
        {
            return; // reported; without a task nobody knows what the limits mean
        }

        if (MetricCatalog.Find(named.Name, wanted) is not { } metric)
        {
            problems.Add(
                Diagnostics.OutOfRange,
                named.Id,
                named.Place,
                $"'{named.Name}' on a task of {Words.Of(wanted)}",
                "one of " + string.Join(", ", MetricCatalog.Keys(wanted)),
                "Name a metric of the task"
            );
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

        GateSoundness.JudgeOrder(
            named.Value.Get(MetricKeys.Of(LimitKind.Min)),
            named.Value.Get(MetricKeys.Of(LimitKind.Max)),
            (one, other) => one.Value > other.Value,
            problems
        );
        GateSoundness.JudgeOrder(
            named.Value.Get(MetricKeys.Of(LimitKind.MinGain)),
            named.Value.Get(MetricKeys.Of(LimitKind.MaxGain)),
            (one, other) => one.Value > other.Value,
            problems
        );
    }

    private static LimitKind? Opposite(LimitKind kind) =>
        kind switch
        {
            LimitKind.MaxDrop => LimitKind.MaxRise,
            LimitKind.MaxRelativeDrop => LimitKind.MaxRelativeRise,
            LimitKind.MaxDropSinceAnchor => LimitKind.MaxRiseSinceAnchor,
            LimitKind.MaxRise => LimitKind.MaxDrop,
            LimitKind.MaxRelativeRise => LimitKind.MaxRelativeDrop,
            LimitKind.MaxRiseSinceAnchor => LimitKind.MaxDropSinceAnchor,
            _ => null,
        };

    private static void JudgeDirection(LimitKind kind, Entry<Quantity> limit, Metric metric, Problems problems)
    {
        var isDrop = kind is LimitKind.MaxDrop or LimitKind.MaxRelativeDrop or LimitKind.MaxDropSinceAnchor;
        var wrongWay = isDrop ? Orientation.LowerIsBetter : Orientation.HigherIsBetter;
        if (Opposite(kind) is { } opposite && metric.Orientation == wrongWay)
        {
            var better = isDrop ? "lower" : "higher";
            problems.Add(
                Diagnostics.OutOfRange,
                limit.Id,
                limit.Key,
                $"'{Words.Of(kind)}' on {metric.Key}, where {better} is better",
                $"'{Words.Of(opposite)}'",
                $"Write '{Words.Of(opposite)}: {limit.Written}'"
            );
        }

        if (!LimitKinds.Allows(metric, kind))
        {
            problems.Add(
                Diagnostics.OutOfRange,
                limit.Id,
                limit.Key,
                $"'{Words.Of(kind)}' on {metric.Key}, which can be negative",
                "'min', 'max', 'max-drop' or 'max-rise'",
                "Remove it"
            );
        }
    }

    private static void JudgeValue(LimitKind kind, Entry<Quantity> limit, Metric metric, Problems problems)
    {
        var isRelative = kind is LimitKind.MaxRelativeDrop or LimitKind.MaxRelativeRise;
        var isLevel = kind is LimitKind.Min or LimitKind.Max;
        if (isRelative)
        {
            return;
        }

        if (!isLevel && limit.Value.Unit == Unit.Percent)
        {
            JudgeAmbiguous(limit, metric, problems);
            return;
        }

        if (limit.Value.Unit != Unit.None && !metric.IsShare)
        {
            problems.Add(
                Diagnostics.WrongType,
                limit.Id,
                limit.Place,
                $"{limit.Written} of {metric.Key}, which is not a share",
                "a plain number",
                limit.Value.Unit == Unit.Points ? "Write it in the unit of the metric" : "Write it as a plain number"
            );
            return;
        }

        var (lower, upper) = isLevel ? (metric.Minimum, metric.Maximum) : (0, metric.Maximum - metric.Minimum);
        if (limit.Value.Value < lower || limit.Value.Value > upper)
        {
            var unit = isLevel ? "%" : "pt";
            var range = "a number" + new NumberRange(double.IsFinite(lower) ? lower : null, double.IsFinite(upper) ? upper : null).Describe;
            var fix =
                metric.IsShare && limit.Value is { Value: > 1 and <= 100, Unit: Unit.None } ? $"Did you mean {limit.Written}{unit}?" : null;
            problems.Add(Diagnostics.OutOfRange, limit.Id, limit.Place, $"{limit.Written} of {metric.Key}", range, fix);
        }
    }

    // 2% of an AUC of 0.80 is 0.016 to one reader and 0.02 to another.
    private static void JudgeAmbiguous(Entry<Quantity> limit, Metric metric, Problems problems)
    {
        var number = limit.Written.TrimEnd('%', ' ');
        var relative = metric.Orientation == Orientation.LowerIsBetter ? LimitKind.MaxRelativeRise : LimitKind.MaxRelativeDrop;
        var ways = new List<string> { metric.IsShare ? $"{number}pt for percentage points" : "a plain number in the unit of the metric" };
        if (LimitKinds.Allows(metric, relative))
        {
            ways.Add($"'{Words.Of(relative)}: {number}%' relative to the baseline value");
        }

        problems.Add(
            Diagnostics.AmbiguousUnit,
            limit.Id,
            limit.Place,
            $"{limit.Written}, ambiguous: relative or percentage points",
            "a change of the metric",
            "Write " + string.Join(", or ", ways)
        );
    }
}
