using System.Globalization;
using System.Text;
using MlGate.Checks.Data.Constraints;
using MlGate.GateFile.Parsing;
using MlGate.GateFile.Reference;
using MlGate.GateFile.Schema;
using MlGate.Gates;

namespace MlGate.GateFile.Draft;

/// <summary>Writes a first gate file, with comments, that <see cref="GateParser"/> reads back.</summary>
public static class StarterWriter
{
    private const int Margin = 100;

    /// <summary>The gate file's text, with LF and a final newline.</summary>
    public static string Write(StarterGate gate)
    {
        var text = new StringBuilder();
        text.Append("# yaml-language-server: $schema=").Append(GateSchema.Id).Append('\n');
        text.Append("# Limits for data and models. 'mlgate check' and 'dotnet build' read this file.\n");
        text.Append("version: 1\nname: ").Append(YamlText.From(gate.Name)).Append('\n');
        if (gate.Datasets.Count > 0)
        {
            text.Append("\ndatasets:\n");
            foreach (var dataset in gate.Datasets)
            {
                Append(text, dataset);
            }
        }

        if (gate.Models.Count > 0)
        {
            text.Append(gate.Models.All(model => model.CommentedOut is not null) ? "\n#models:\n" : "\nmodels:\n");
            foreach (var model in gate.Models)
            {
                Append(text, model, SensitiveIn(gate, model));
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, StarterDataset dataset)
    {
        AppendHead(text, dataset.Name, dataset.Comment);
        AppendKey(text, DatasetKeys.Path, YamlText.From(dataset.Path));
        if (dataset.Frozen)
        {
            AppendKey(text, DatasetKeys.Frozen, "true", "test rows must not change without review");
        }

        var rows = new Fields()
            .Add(DatasetKeys.FewestRows, dataset.MinRows?.ToString(CultureInfo.InvariantCulture))
            .Add(DatasetKeys.RowsChange, dataset.RowsChange is { } change ? YamlText.Share(change) : null);
        if (rows.Any)
        {
            AppendKey(text, DatasetKeys.Rows, rows.ToString());
        }

        if (dataset.MissingMarks.Count > 0)
        {
            AppendKey(text, DatasetKeys.Missing, ListOf(dataset.MissingMarks), "texts that mean 'no value'");
        }

        if (dataset.Columns.Count > 0)
        {
            text.Append("    ").Append(DatasetKeys.Columns.Name).Append(":\n");
            foreach (var column in dataset.Columns)
            {
                AppendLine(text, $"      {YamlText.From(column.Name)}: {FieldsOf(column)}", column.Comment);
            }
        }

        foreach (
            var omitted in dataset.OmittedColumns.SelectMany(column => YamlText.Comment(YamlText.From(column.Name) + ": " + column.Reason))
        )
        {
            text.Append("      ").Append(omitted).Append('\n');
        }

        if (dataset.OtherColumns is { } other)
        {
            AppendKey(text, DatasetKeys.OtherColumns, EnumNames.From(other));
        }

        if (dataset.Drift)
        {
            AppendKey(text, DatasetKeys.Drift, "{}", "compares distributions with the baseline");
        }

        if (dataset.Keys.Count > 0)
        {
            AppendKey(
                text,
                DatasetConstraintKeys.For(DatasetConstraints.Unique),
                "[" + string.Join(", ", dataset.Keys.Select(ListOf)) + "]"
            );
        }

        if (dataset.DisjointFrom.Count > 0)
        {
            AppendKey(text, DatasetKeys.DisjointFrom, ListOf(dataset.DisjointFrom), "no shared rows with the training data");
        }
    }

    private static Fields FieldsOf(StarterColumn column) =>
        new Fields()
            .Add(ColumnKeys.Type, EnumNames.From(column.Type))
            .Add(ConstraintKeys.For(ColumnConstraints.Min), column.Min is { } min ? YamlText.From(min) : null)
            .Add(ConstraintKeys.For(ColumnConstraints.Max), column.Max is { } max ? YamlText.From(max) : null)
            .Add(ConstraintKeys.For(ColumnConstraints.In), column.In is { Count: > 0 } values ? ListOf(values) : null)
            .Add(CommonKeys.Mostly, column.Mostly is { } mostly ? YamlText.Share(mostly) : null)
            .Add(
                ColumnKeys.Missing,
                column.MaxMissing is { } share ? new Fields().Add(ColumnKeys.MostMissing, YamlText.Share(share)).ToString() : null
            )
            .Add(ConstraintKeys.For(ColumnConstraints.Unique), column.Unique ? "true" : null)
            .Add(ColumnKeys.Role, column.Role == ColumnRole.Feature ? null : EnumNames.From(column.Role));

    private static void Append(StringBuilder text, StarterModel model, IReadOnlyList<string> sensitive)
    {
        if (model.CommentedOut is { } reason)
        {
            var section = new StringBuilder();
            Append(section, model with { CommentedOut = null, Comment = reason }, sensitive);
            text.Append('#').Append(section.ToString().TrimEnd('\n').Replace("\n", "\n#", StringComparison.Ordinal)).Append('\n');
            return;
        }

        AppendHead(text, model.Name, model.Comment);
        AppendKey(text, ModelKeys.Path, YamlText.From(model.Path));
        AppendKey(text, ModelKeys.Task, model.Task.Key);
        AppendKey(text, ModelKeys.Test, YamlText.From(model.Test));
        AppendKey(text, ModelKeys.Label, YamlText.From(model.Label));
        if (model.Positive is { } positive)
        {
            AppendKey(text, ModelKeys.Positive, YamlText.From(positive));
        }

        if (model.Key is { } key)
        {
            AppendKey(text, ModelKeys.Key, YamlText.From(key));
        }

        if (model.ScoreColumns.Count > 0)
        {
            AppendKey(
                text,
                ModelKeys.Score,
                model.ScoreColumns.TryGetValue(ScoreSchema.Single, out var single)
                    ? YamlText.From(single)
                    : "{ "
                        + string.Join(
                            ", ",
                            model.ScoreColumns.Select(score => YamlText.From(score.Key) + ": " + YamlText.From(score.Value))
                        )
                        + " }"
            );
        }

        if (model.Primary is { } primary)
        {
            AppendKey(text, ModelKeys.Primary, YamlText.From(primary));
        }

        if (model.Metrics.Count == 0)
        {
            return;
        }

        text.Append("    ").Append(ModelKeys.Metrics.Name).Append(":\n");
        foreach (var metric in model.Metrics)
        {
            var limits = new Fields();
            foreach (var limit in metric.Limits)
            {
                limits.Add(MetricKeys.For(limit.Kind), YamlText.From(limit.Value));
            }

            AppendLine(text, $"      {YamlText.From(metric.Metric)}: {limits}", metric.Reason);
        }

        if (sensitive.Count > 0)
        {
            var declared = new Fields().Add(SegmentKeys.Declared, ListOf(sensitive));
            AppendLine(text, $"    segments: {declared}", "the main metric for each value of the columns that look sensitive");
        }
    }

    // What a reader may want to see apart: columns with a few known values.
    private static IReadOnlyList<string> SensitiveIn(StarterGate gate, StarterModel model) =>
        [
            .. gate
                .Datasets.Where(dataset => dataset.Name == model.Test)
                .SelectMany(dataset => dataset.Columns)
                .Where(column => column.Role == ColumnRole.Sensitive && (column.In is { Count: > 1 } || column.Type == ColumnType.Boolean))
                .Select(column => column.Name),
        ];

    private static void AppendHead(StringBuilder text, string name, string? comment)
    {
        foreach (var line in comment is null ? [] : YamlText.Comment(comment))
        {
            text.Append("  ").Append(line).Append('\n');
        }

        text.Append("  ").Append(YamlText.From(name)).Append(":\n");
    }

    private static void AppendKey(StringBuilder text, KeyDefinition key, string value, string? comment = null) =>
        AppendLine(text, $"    {key.Name}: {value}", comment);

    // A comment stands behind a short line, and above a long one.
    private static void AppendLine(StringBuilder text, string line, string? comment)
    {
        var comments = comment is null ? [] : YamlText.Comment(comment).ToList();
        if (comments.Count == 1 && line.Length + comments[0].Length < Margin)
        {
            text.Append(line).Append("  ").Append(comments[0]).Append('\n');
            return;
        }

        var indent = line[..(line.Length - line.TrimStart(' ').Length)];
        foreach (var above in comments)
        {
            text.Append(indent).Append(above).Append('\n');
        }

        text.Append(line).Append('\n');
    }

    private static string ListOf(IEnumerable<string> texts) => "[" + string.Join(", ", texts.Select(YamlText.From)) + "]";

    /// <summary>A map on one line.</summary>
    private sealed class Fields
    {
        private readonly List<string> fields = [];

        public bool Any => fields.Count > 0;

        public Fields Add(KeyDefinition key, string? value)
        {
            if (value is not null)
            {
                fields.Add($"{key.Name}: {value}");
            }

            return this;
        }

        public override string ToString() => Any ? "{ " + string.Join(", ", fields) + " }" : "{}";
    }
}
