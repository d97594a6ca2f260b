using MlGate.Findings;
using MlGate.GateFile.Schema;
using MlGate.Gates;

namespace MlGate.GateFile.Parsing;

/// <summary>Makes the gate from values that were judged sound.</summary>
internal static class GateBuilder
{
    public static Gate Build(MapValue gate) =>
        new()
        {
            Name = gate.Get(GateKeys.Name)!.Value,
            Place = gate.Place,
            Baseline = gate.Get(GateKeys.Baseline)?.Value ?? "auto",
            BaselinePlace = gate.Get(GateKeys.Baseline)?.Place,
            Anchor = gate.Get(GateKeys.Anchor)?.Value,
            StrictBranches = [.. (gate.Get(GateKeys.StrictBranches)?.Value ?? []).Select(branch => branch.Value)],
            Alpha = gate.Get(GateKeys.Alpha)?.Value ?? 0.05,
            RequireBaseline = gate.Get(GateKeys.RequireBaseline)?.Value ?? false,
            WaiversOfBaseOnly = gate.Get(GateKeys.Waivers)?.Value ?? false,
            StaleLock = gate.Get(GateKeys.StaleLock)?.Value ?? StaleLock.Auto,
            Subjects =
            [
                .. from section in SectionClasses.Find<ISectionSchema>()
                from subject in gate.Get(section.Key)?.Value ?? []
                select section.Build(subject),
            ],
        };

    /// <summary>The severity in a map: its own, or that of what it stands in.</summary>
    public static Severity SeverityIn(MapValue? map, Severity outer) => map?.Get(CommonKeys.Severity)?.Value ?? outer;

    /// <summary>A value as a check of its own.</summary>
    public static Declared<T>? Declare<T>(MapValue? map, KeyDefinition<T> key, Severity severity)
        where T : notnull => Declare(map, key, value => value, severity);

    /// <summary>A converted value as a check of its own.</summary>
    public static Declared<TTo>? Declare<TFrom, TTo>(MapValue? map, KeyDefinition<TFrom> key, Func<TFrom, TTo> convert, Severity severity)
        where TFrom : notnull => map?.Get(key) is { } entry ? new Declared<TTo>(convert(entry.Value), entry.Id, entry.Key, severity) : null;
}
