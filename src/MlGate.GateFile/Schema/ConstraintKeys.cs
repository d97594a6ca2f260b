using MlGate.Checks.Data.Constraints;
using MlGate.Gates;

namespace MlGate.GateFile.Schema;

/// <summary>The keys of the constraints of a column, made from the table of constraints.</summary>
internal static class ConstraintKeys
{
    private static readonly Dictionary<object, ValueSchema> Schemas = new()
    {
        [LimitForms.Number] = new ExactNumberSchema(),
        [LimitForms.PositiveNumber] = new ExactNumberSchema(NumberRange.Positive),
        [LimitForms.Count] = new IntegerSchema(NumberRange.NotNegative),
        [LimitForms.Moment] = new TimestampSchema(),
        [LimitForms.Texts] = new DomainSchema(),
        [LimitForms.Flag] = new BooleanSchema(),
        [LimitForms.Pattern] = new TextSchema("a regular expression"),
    };

    private static readonly Dictionary<ColumnConstraint, KeyDefinition> Keys = ColumnConstraints.All.ToDictionary(
        constraint => constraint,
        KeyOf
    );

    private static readonly Dictionary<ConstraintGroup, KeyDefinition<MapValue>> KeysOfGroups = ColumnConstraints
        .All.Select(constraint => constraint.Group)
        .OfType<ConstraintGroup>()
        .Distinct()
        .ToDictionary(group => group, KeyOf);

    /// <summary>The keys of a column's map, in the order of the table.</summary>
    public static IReadOnlyList<KeyDefinition> OfColumn { get; } = [.. ColumnConstraints.All.Select(InColumn).Distinct()];

    /// <summary>The keys of a column under which constraints stand, in the order of the table.</summary>
    public static IEnumerable<ConstraintGroup> Groups => KeysOfGroups.Keys;

    /// <summary>Those of them that hold for each value by itself, or for most.</summary>
    public static IReadOnlyList<KeyDefinition> OfValues { get; } =
    [.. ColumnConstraints.All.Where(constraint => constraint.CanHoldMostly).Select(InColumn).Distinct()];

    /// <summary>The key of a constraint.</summary>
    public static KeyDefinition<T> For<T>(ColumnConstraint<T> constraint)
        where T : notnull => (KeyDefinition<T>)Keys[constraint];

    /// <summary>The key of the column's own map: that of the constraint, or of its group.</summary>
    public static KeyDefinition InColumn(ColumnConstraint constraint) =>
        constraint.Group is { } group ? KeysOfGroups[group] : Keys[constraint];

    /// <summary>The map that the constraint's key stands in; null if the group is not written.</summary>
    public static MapValue? MapOf(MapValue column, ColumnConstraint constraint) =>
        constraint.Group is { } group ? column.Get(KeysOfGroups[group])?.Value : column;

    private static KeyDefinition<MapValue> KeyOf(ConstraintGroup group)
    {
        var inner = ColumnConstraints.All.Where(constraint => constraint.Group == group).ToList();
        return new KeyDefinition<MapValue>(
            group.Key,
            new MapSchema(group.Key, [.. inner.Select(constraint => Keys[constraint]), CommonKeys.Severity])
        )
        {
            Meaning = group.Meaning,
            Example = group.Example,
            Codes = [.. inner.Select(constraint => constraint.Code).Distinct()],
        };
    }

    private static KeyDefinition KeyOf(ColumnConstraint constraint) =>
        constraint switch
        {
            ColumnConstraint<GateNumber> number => KeyOf(number, number.Form),
            ColumnConstraint<long> count => KeyOf(count, count.Form),
            ColumnConstraint<DateTimeOffset> moment => KeyOf(moment, moment.Form),
            ColumnConstraint<IReadOnlyList<string>> texts => KeyOf(texts, texts.Form),
            ColumnConstraint<bool> flag => KeyOf(flag, flag.Form),
            ColumnConstraint<string> pattern => KeyOf(pattern, pattern.Form),
            _ => throw new InvalidOperationException($"No form of limits for {constraint}"),
        };

    private static KeyDefinition<T> KeyOf<T>(ColumnConstraint<T> constraint, LimitForm<T> form)
        where T : notnull =>
        new(constraint.Key, (ValueSchema<T>)Schemas[form])
        {
            Meaning = constraint.Meaning,
            Example = constraint.Example,
            Default = constraint.Default,
            Codes = ReferenceEquals(form, LimitForms.Pattern) ? [constraint.Code, Findings.Diagnostics.RuleNotUsable] : [constraint.Code],
            Weaker = constraint.IsWeaker,
        };
}
