using MlGate.Findings;
using MlGate.GateFile.Parsing;
using MlGate.GateFile.Schema;
using MlGate.GateFile.Validation;
using MlGate.GateFile.Yaml;
using MlGate.Gates;

namespace MlGate.GateFile.ModelChecks;

/// <summary>Key <c>segments</c>.</summary>
internal sealed class SegmentsSchema : IModelCheckSchema
{
    private static readonly KeyDefinition<MapValue> Segments = new("segments", SegmentKeys.Map)
    {
        Meaning = "Parts of the rows, each judged by itself: a model may get better for all and worse for some.",
        Example = "segments: { declared: [contract], metrics: { recall: { max-drop: 8pt } } }",
    };

    public KeyDefinition Key => Segments;

    public IReadOnlyList<(string Map, string Title, string Path)> Pages => [("segments", "Segments", "models.NAME.segments")];

    public void Validate(MapValue model, MapValue gate, Problems problems)
    {
        if (model.Get(Segments)?.Value is not { } segments)
        {
            return;
        }

        foreach (var declared in segments.Get(SegmentKeys.Declared)?.Value ?? [])
        {
            foreach (var column in declared.Value.Columns)
            {
                TestSetValidator.ValidateColumn(model, gate, column.Name, declared.Id, declared.Place, problems);
            }
        }

        foreach (var metric in segments.Get(SegmentKeys.Metrics)?.Value ?? [])
        {
            MetricValidator.Validate(metric, model.Get(ModelKeys.Task)?.Value, problems);
            MetricValidator.ValidateAnchor(metric.Value, gate, problems);
        }
    }

    public ModelCheckGate? Build(MapValue model, Severity outer)
    {
        if (model.Get(Segments) is not { } read)
        {
            return null;
        }

        var (segments, severity) = (read.Value, GateBuilder.SeverityIn(read.Value, outer));
        List<MetricGate> metrics =
        [
            .. (segments.Get(SegmentKeys.Metrics)?.Value ?? []).Select(metric => MetricBuilder.Build(metric, severity)),
        ];
        return new SegmentsGate
        {
            Id = read.Id,
            Place = read.Key,
            Severity = severity,
            Declared = [.. segments.Get(SegmentKeys.Declared)!.Value.Select(declared => declared.Value)],
            MinDenominator = segments.Get(SegmentKeys.MinDenominator)?.Value ?? SegmentsGate.DefaultMinDenominator,
            Metrics = metrics.Count > 0 ? metrics : [.. Primary(model, read)],
        };
    }

    // Without metrics of their own segments show what the model is judged by first.
    private static IEnumerable<MetricGate> Primary(MapValue model, ReadValue<MapValue> segments)
    {
        var name = model.Get(ModelKeys.Primary)?.Value
            ?? model.Get(ModelKeys.Metrics)?.Value.Select(metric => metric.Name).FirstOrDefault();
        return name is null
            ? []
            :
            [
                new MetricGate
                {
                    Metric = name,
                    Id = segments.Id.Child(SegmentKeys.Metrics.Name).Child(name),
                    Place = segments.Key,
                },
            ];
    }
}
