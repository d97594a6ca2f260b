using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.GateFile.Schema;

/// <summary>A key whose items are rules: a name, a condition of SQL, and how many rows must keep it.</summary>
/// <param name="constraint">The constraint.</param>
internal sealed class RulesKey(DatasetConstraint<RowRule> constraint) : IDatasetConstraintKey
{
    private readonly KeyDefinition<IReadOnlyList<ListEntry<MapValue>>> key = new(
        constraint.Key,
        new ListSchema<MapValue>("rules", RuleKeys.Map)
    )
    {
        Meaning = constraint.Meaning,
        Example = constraint.Example,
        Codes = [constraint.Code, Diagnostics.RuleNotUsable],
        Weaker = (policy, local) => policy.Select(RuleKeys.Text).Except(local.Select(RuleKeys.Text)).Any(),
    };

    public KeyDefinition Definition => key;

    public IEnumerable<DeclaredDatasetConstraint> Build(MapValue dataset, Severity severity) =>
        Items(dataset).Select(rule => constraint.Declare(RuleOf(dataset, rule.Value, severity)));

    public IEnumerable<ListEntry<string>> ColumnsIn(MapValue dataset) => [];

    public IEnumerable<(LimitProblem Problem, CheckId Id, FilePlace Place)> ProblemsIn(
        MapValue dataset,
        Func<string, ColumnType?> typeOf
    ) => [];

    /// <summary>The names of the rules of a dataset, in their order.</summary>
    public static IEnumerable<ReadValue<string>> NamesIn(MapValue dataset) =>
        DatasetConstraintKeys
            .All.OfType<RulesKey>()
            .SelectMany(key => key.Items(dataset))
            .Select(rule => rule.Value.Get(RuleKeys.Id))
            .OfType<ReadValue<string>>();

    private Declared<RowRule> RuleOf(MapValue dataset, MapValue rule, Severity outer)
    {
        var id = rule.Get(RuleKeys.Id)!.Value;
        var expect = rule.Get(RuleKeys.Expect)!;
        return new Declared<RowRule>(
            new RowRule(id, expect.Value, rule.Get(CommonKeys.Mostly)?.Value.Value ?? 1),
            dataset.Id.Child(constraint.Key).Child(id),
            expect.Key,
            rule.Get(CommonKeys.Severity)?.Value ?? outer
        );
    }

    private IReadOnlyList<ListEntry<MapValue>> Items(MapValue dataset) => dataset.Get(key)?.Value ?? [];
}
