using MlGate.Findings;
using MlGate.GateFile.Schema;
using MlGate.GateFile.Yaml;
using MlGate.Metrics;
using MlGate.Metrics.Catalog;

namespace MlGate.GateFile.Validation;

/// <summary>Judges the limits of one metric against what the metric is.</summary>
internal static class MetricValidator
{
    public static void Validate(NamedEntry<MapValue> named, ModelTask? task, Problems problems)
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
                $"'{named.Name}' on a task of {wanted.Key}",
                "one of " + string.Join(", ", MetricCatalog.Keys(wanted)),
                "Name a metric of the task"
            );
            return;
        }

        foreach (var (kind, key) in MetricKeys.Limits)
        {
            if (named.Value.Get(key) is { } limit)
            {
                ValidateDirection(kind, limit, metric, problems);
                ValidateValue(kind, limit, metric, problems);
            }
        }

        GateValidator.ValidateOrder(
            named.Value.Get(MetricKeys.For(LimitKinds.Min)),
            named.Value.Get(MetricKeys.For(LimitKinds.Max)),
            (one, other) => one.Value > other.Value,
            problems
        );
        GateValidator.ValidateOrder(
            named.Value.Get(MetricKeys.For(LimitKinds.MinGain)),
            named.Value.Get(MetricKeys.For(LimitKinds.MaxGain)),
            (one, other) => one.Value > other.Value,
            problems
        );
    }

    /// <summary>Reports a limit against the anchor without an anchor.</summary>
    public static void ValidateAnchor(MapValue metric, MapValue gate, Problems problems)
    {
        foreach (var kind in LimitKinds.OfMetrics.Where(kind => kind.ComparedWith == ComparedWith.Anchor))
        {
            if (metric.Get(MetricKeys.For(kind)) is { } limit && !gate.Has(GateKeys.Anchor))
            {
                problems.Add(
                    Diagnostics.MissingKey,
                    limit.Id,
                    limit.Key,
                    "a limit against the anchor, but no anchor",
                    "'anchor' at the top level",
                    $"Add '{GateKeys.Anchor.Example}'"
                );
            }
        }
    }

    private static void ValidateDirection(LimitKind kind, ReadValue<Quantity> limit, Metric metric, Problems problems)
    {
        var isDrop = kind.Direction == Direction.Drop;
        var wrongWay = isDrop ? Orientation.LowerIsBetter : Orientation.HigherIsBetter;
        if (LimitKinds.OppositeOf(kind) is { } opposite && metric.Orientation == wrongWay)
        {
            var better = isDrop ? "lower" : "higher";
            problems.Add(
                Diagnostics.OutOfRange,
                limit.Id,
                limit.Key,
                $"'{kind.Key}' on {metric.Key}, where {better} is better",
                $"'{opposite.Key}'",
                $"Write '{opposite.Key}: {limit.Written}'"
            );
        }

        if (!metric.Allows(kind))
        {
            problems.Add(
                Diagnostics.OutOfRange,
                limit.Id,
                limit.Key,
                $"'{kind.Key}' on {metric.Key}, which can be negative",
                "'min', 'max', 'max-drop' or 'max-rise'",
                "Remove it"
            );
        }
    }

    private static void ValidateValue(LimitKind kind, ReadValue<Quantity> limit, Metric metric, Problems problems)
    {
        var isLevel = !kind.IsOfChange;
        if (kind.IsRelative)
        {
            return;
        }

        if (!isLevel && limit.Value.Unit == Unit.Percent)
        {
            ValidateAmbiguous(limit, metric, problems);
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
    private static void ValidateAmbiguous(ReadValue<Quantity> limit, Metric metric, Problems problems)
    {
        var number = limit.Written.TrimEnd('%', ' ');
        var relative = metric.Orientation == Orientation.LowerIsBetter ? LimitKinds.MaxRelativeRise : LimitKinds.MaxRelativeDrop;
        var ways = new List<string> { metric.IsShare ? $"{number}pt for percentage points" : "a plain number in the unit of the metric" };
        if (metric.Allows(relative))
        {
            ways.Add($"'{relative.Key}: {number}%' relative to the baseline value");
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
