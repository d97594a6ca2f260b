using MlGate.Findings;
using MlGate.GateFile.Parsing;
using MlGate.GateFile.Schema;
using MlGate.GateFile.Validation;
using MlGate.GateFile.Yaml;
using MlGate.Gates;

namespace MlGate.GateFile.ModelChecks;

/// <summary>Key <c>flips</c>.</summary>
internal sealed class FlipsSchema : IModelCheckSchema
{
    private static readonly KeyDefinition<MapValue> Flips = new("flips", FlipKeys.Map)
    {
        Meaning =
            "Changed predictions: how many rows the candidate predicts otherwise than the baseline. Two models of one accuracy may be "
            + "wrong on different rows. Only for classification.",
        Example = "flips: { newly-wrong: { max: 5% } }",
    };

    public KeyDefinition Key => Flips;

    public IReadOnlyList<(string Map, string Title, string Path)> Pages =>
        [
            ("flips", "Changed predictions", "models.NAME.flips"),
            ("flip-loss", "A share of changed predictions to keep small", "models.NAME.flips.newly-wrong"),
            ("flip-gain", "A share of predictions to keep large", "models.NAME.flips.backward-trust"),
        ];

    public void Validate(MapValue model, MapValue gate, Problems problems)
    {
        if (model.Get(Flips) is not { } flips)
        {
            return;
        }

        if (model.Get(ModelKeys.Task)?.Value is { HasClasses: false } task)
        {
            GateValidator.Misplaced(flips, $"on a task of {task.Key}", "a classification", "Remove it", problems);
        }
    }

    public ModelCheckGate? Build(MapValue model, Severity outer)
    {
        if (model.Get(Flips) is not { } flips)
        {
            return null;
        }

        var severity = GateBuilder.SeverityIn(flips.Value, outer);
        return new FlipsGate
        {
            Id = flips.Id,
            Place = flips.Key,
            Severity = severity,
            Measures =
            [
                .. from key in FlipKeys.Measures
                let read = flips.Value.Get(key)
                where read is not null
                select LimitedShare.Build(key.Name, read, FlipKeys.Limits, severity),
            ],
        };
    }
}
