using MlGate.Checks.Data.Constraints;
using MlGate.Findings;
using MlGate.GateFile.Schema;
using MlGate.GateFile.Yaml;
using MlGate.Gates;
using MlGate.Metrics;

namespace MlGate.GateFile.Validation;

/// <summary>Judges one model: its test set, its task and its files.</summary>
internal static class ModelValidator
{
    public static void Validate(MapValue model, MapValue gate, Problems problems)
    {
        ValidateTest(model, gate, problems);
        ValidateTask(model, problems);
        ValidateScore(model, problems);
        ValidateFile(model, problems);
        TrainValidator.Validate(model, gate, problems);
        if (model.Get(ModelKeys.Primary) is { } primary && (model.NamesOf(ModelKeys.Metrics) is not null || !model.Has(ModelKeys.Metrics)))
        {
            GateValidator.ValidateName(
                primary.Value,
                model.NamesOf(ModelKeys.Metrics) ?? [],
                "metric",
                primary.Id,
                primary.Place,
                problems
            );
        }

        foreach (var metric in model.Get(ModelKeys.Metrics)?.Value ?? [])
        {
            MetricValidator.Validate(metric, model.Get(ModelKeys.Task)?.Value, problems);
            MetricValidator.ValidateAnchor(metric.Value, gate, problems);
        }

        foreach (var check in ModelCheckSchemas.All)
        {
            check.Validate(model, gate, problems);
        }
    }

    private static void ValidateTest(MapValue model, MapValue gate, Problems problems)
    {
        if (model.Get(ModelKeys.Test) is not { } test || (gate.Has(GateKeys.Datasets) && gate.NamesOf(GateKeys.Datasets) is null))
        {
            return;
        }

        GateValidator.ValidateName(test.Value, gate.NamesOf(GateKeys.Datasets) ?? [], "dataset", test.Id, test.Place, problems);
        var dataset = TestSetValidator.Find(model, gate);
        if (dataset?.NamesOf(DatasetKeys.Columns) is not { } columns || model.Get(ModelKeys.Label) is not { } label)
        {
            return;
        }

        GateValidator.ValidateName(label.Value, columns, "column", label.Id, label.Place, problems);
        var column = dataset.Get(DatasetKeys.Columns)?.Value.FirstOrDefault(column => column.Name == label.Value)?.Value;
        var domain = column?.Get(ConstraintKeys.For(ColumnConstraints.In));
        var spelling = LabelSpelling.For(column?.Get(ColumnKeys.Type)?.Value, domain?.Value ?? []);
        if (
            model.Get(ModelKeys.Task)?.Value is { HasPositive: true }
            && model.Get(ModelKeys.Positive) is { } positive
            && domain is not null
            && !domain.Value.Any(value => spelling.Same(value, positive.Value))
        )
        {
            problems.Add(
                Diagnostics.UnknownReference,
                positive.Id,
                positive.Place,
                $"{PrintableText.Quote(positive.Value)} is not in the domain of {PrintableText.Quote(label.Value)}",
                "one of the label's values " + PrintableText.From(string.Join(", ", domain.Value.Take(20)), most: 200),
                Spelling.FixFor(positive.Value, [.. domain.Value]) ?? "Write a value of the label"
            );
        }
    }

    private static void ValidateTask(MapValue model, Problems problems)
    {
        if (model.Get(ModelKeys.Task) is not { } task)
        {
            return;
        }

        if (task.Value.HasPositive && !model.Has(ModelKeys.Positive))
        {
            problems.Add(
                Diagnostics.MissingKey,
                model.Id.Child(ModelKeys.Positive.Name),
                task.Place,
                "no 'positive'",
                "the label's positive value",
                $"Add '{ModelKeys.Positive.Example}'"
            );
        }

        foreach (var key in ModelTask.All.SelectMany(other => other.GateKeys).Distinct().Except(task.Value.GateKeys))
        {
            var owners = ModelTask.All.Where(other => other.GateKeys.Contains(key)).ToList();
            var expected = owners.SequenceEqual(ModelTask.All.Where(other => other.HasClasses))
                ? "a classification"
                : string.Join(" or ", owners.Select(owner => owner.Key));
            GateValidator.Misplaced(model.Find(key), "on a task of " + task.Written, expected, "Remove it", problems);
        }
    }

    // A wrong column of scores would be judged in silence.
    private static void ValidateScore(MapValue model, Problems problems)
    {
        if (model.Get(ModelKeys.Score) is not { } score || model.Get(ModelKeys.Task)?.Value is not { } task)
        {
            return;
        }

        var single = score.Value is [{ Name: ScoreSchema.Single }];
        var positive = model.Get(ModelKeys.Positive)?.Value;
        if (!task.HasClasses && !single)
        {
            problems.Add(Diagnostics.WrongType, score.Id, score.Place, "a map", $"one column for a {task}", "Write the name of the column");
        }
        else if (task.HasScorePerClass && score.Value.Count < 2)
        {
            problems.Add(
                Diagnostics.WrongType,
                score.Id,
                score.Place,
                "one column",
                "a map from every class to its column",
                "Write 'score: { CLASS: COLUMN, ... }'"
            );
        }
        else if (task.HasPositive && !single && positive is not null && score.Value.All(column => column.Name != positive))
        {
            problems.Add(
                Diagnostics.UnknownReference,
                score.Id,
                score.Place,
                $"no column for {PrintableText.Quote(positive)}",
                "the positive value among the classes",
                "Add it, or use the single column of its probability"
            );
        }
    }

    private static void ValidateFile(MapValue model, Problems problems)
    {
        if (model.Get(ModelKeys.Path) is not { } path)
        {
            return;
        }

        if (path.Value.AsSpan().IndexOfAny("*?[") >= 0)
        {
            problems.Add(Diagnostics.OutOfRange, path.Id, path.Place, "a glob", "one file", "Name the file");
        }

        var format = ModelFormats.For(path.Value);
        if (format.IsPredictions)
        {
            ValidateHasScores(model, path, problems);
        }

        ValidateFormatKeys(model, path, format, problems);
        if (format.IsPredictions)
        {
            ValidateThreshold(model, problems);
        }
    }

    // Keys that describe files of other formats.
    private static void ValidateFormatKeys(MapValue model, ReadValue<string> path, ModelFormat format, Problems problems)
    {
        // Without an ending it is a folder, or a file that lost its ending.
        var fix =
            format.Extensions.Count > 0 || path.Value.Split('/')[^1].Contains('.', StringComparison.Ordinal)
                ? "Remove it"
                : "Use the file of predictions in 'path', with its extension; for an ML.NET model remove this key";
        foreach (var other in ModelFormats.All)
        {
            foreach (var key in other.GateKeys.Except(format.GateKeys))
            {
                var expected = other.KnownExtensions is { } known ? $"{other.Noun}: {known}" : other.Noun;
                GateValidator.Misplaced(model.Find(key), "on " + format.Noun, expected, fix, problems);
            }
        }
    }

    private static void ValidateHasScores(MapValue model, ReadValue<string> path, Problems problems)
    {
        if (!model.Has(ModelKeys.Score) && !model.Has(ModelKeys.Margin) && !model.Has(ModelKeys.Decision))
        {
            problems.Add(
                Diagnostics.MissingKey,
                model.Id.Child(ModelKeys.Score.Name),
                path.Place,
                "a file of predictions without 'score'",
                "the column of score, margin or decision",
                $"Add '{ModelKeys.Score.Example}'"
            );
        }
    }

    private static void ValidateThreshold(MapValue model, Problems problems)
    {
        if (model.Get(ModelKeys.Threshold) is not { } threshold)
        {
            return;
        }

        if (threshold.Value.Value is null && !model.Has(ModelKeys.Decision) && !model.Has(ModelKeys.Margin))
        {
            GateValidator.Misplaced(
                threshold,
                "is 'model', but the predictions have no decision of the model",
                "'decision' or 'margin' next to it",
                "Name the column of predicted classes: 'decision: COLUMN'",
                problems
            );
        }
        else if (threshold.Value.Value is not null && !model.Has(ModelKeys.Score))
        {
            GateValidator.Misplaced(
                threshold,
                "without probabilities",
                "'score' next to it: margins and decisions have no threshold",
                "Remove it, or name the column of probabilities: 'score: COLUMN'",
                problems
            );
        }
    }
}
