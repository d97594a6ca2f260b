using MlGate.Findings;
using MlGate.GateFile.Parsing;
using MlGate.GateFile.Schema;
using MlGate.GateFile.Validation;
using MlGate.GateFile.Yaml;
using MlGate.Gates;
using MlGate.Metrics;

namespace MlGate.GateFile.ModelChecks;

/// <summary>Key <c>fairness</c>.</summary>
internal sealed class FairnessSchema : IModelCheckSchema
{
    private static readonly KeyDefinition<IReadOnlyList<NamedEntry<MapValue>>> Fairness = new(
        "fairness",
        new NamedEntriesSchema<MapValue>("column", FairnessKeys.Groups) { OfData = true }
    )
    {
        Meaning =
            "Differences between the groups of a column of the test set: how often the model predicts positive, and how often it is right, "
            + "for each. Only for binary classification. No limit here proves that a model is fair; it shows where it treats groups "
            + "unlike.",
        Example = "fairness: { gender: { equalized-odds-difference: { max: 0.1, max-rise: 2pt } } }",
    };

    public KeyDefinition Key => Fairness;

    public IReadOnlyList<(string Map, string Title, string Path)> Pages =>
        [
            ("fairness", "Fairness between groups", "models.NAME.fairness.COLUMN"),
            ("fairness-difference", "A difference between groups", "models.NAME.fairness.COLUMN.MEASURE-difference"),
            ("fairness-ratio", "A ratio between groups", "models.NAME.fairness.COLUMN.MEASURE-ratio"),
        ];

    public void Validate(MapValue model, MapValue gate, Problems problems)
    {
        if (model.Get(Fairness) is not { } fairness)
        {
            return;
        }

        if (model.Get(ModelKeys.Task)?.Value is { } task && task != ModelTask.BinaryClassification)
        {
            GateValidator.Misplaced(fairness, $"on a task of {task.Key}", ModelTask.BinaryClassification.Key, "Remove it", problems);
        }

        foreach (var groups in fairness.Value)
        {
            TestSetValidator.ValidateColumn(model, gate, groups.Name, groups.Id, groups.Place, problems);
            foreach (var column in groups.Value.Get(FairnessKeys.With)?.Value ?? [])
            {
                TestSetValidator.ValidateColumn(model, gate, column.Value, column.Id, column.Place, problems);
            }

            if (groups.Value.Get(FairnessKeys.With) is { } with && with.Value.Any(column => column.Value == groups.Name))
            {
                problems.Add(
                    Diagnostics.OutOfRange,
                    with.Id,
                    with.Place,
                    $"{PrintableText.Quote(groups.Name)} with itself",
                    "other columns",
                    "Remove it from 'with'"
                );
            }

            ValidateEdges(groups, problems);
        }
    }

    public ModelCheckGate? Build(MapValue model, Severity outer) =>
        model.Get(Fairness) is not { } fairness
            ? null
            : new FairnessGate
            {
                Id = fairness.Id,
                Place = fairness.Key,
                Severity = outer,
                Groups = [.. fairness.Value.Select(groups => Groups(groups, outer))],
            };

    private static void ValidateEdges(NamedEntry<MapValue> groups, Problems problems)
    {
        if (
            groups.Value.Get(FairnessKeys.Edges) is { } edges
            && edges.Value.Zip(edges.Value.Skip(1)).Any(pair => pair.First.Value >= pair.Second.Value)
        )
        {
            problems.Add(Diagnostics.OutOfRange, edges.Id, edges.Place, "edges that do not ascend", "ascending numbers", "Sort them");
        }
    }

    private static GroupsGate Groups(NamedEntry<MapValue> named, Severity outer)
    {
        var severity = GateBuilder.SeverityIn(named.Value, outer);
        List<SegmentColumn> columns =
        [
            new(named.Name, [.. (named.Value.Get(FairnessKeys.Edges)?.Value ?? []).Select(edge => edge.Value)]),
            .. (named.Value.Get(FairnessKeys.With)?.Value ?? []).Select(column => new SegmentColumn(column.Value, [])),
        ];
        return new GroupsGate
        {
            Name = named.Name,
            Id = named.Id,
            Severity = severity,
            Columns = new SegmentColumns(columns, named.Place),
            MinDenominator = named.Value.Get(FairnessKeys.MinDenominator)?.Value ?? GroupsGate.DefaultMinDenominator,
            Measures =
            [
                .. from key in FairnessKeys.Measures
                let read = named.Value.Get(key)
                where read is not null
                select LimitedShare.Build(key.Name, read, FairnessKeys.Limits, severity),
            ],
        };
    }
}
