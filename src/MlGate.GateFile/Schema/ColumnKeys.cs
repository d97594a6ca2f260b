using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.GateFile.Schema;

/// <summary>Keys of a column.</summary>
internal static class ColumnKeys
{
    public static readonly KeyDefinition<ColumnType> Type = new("type", new ChoiceSchema<ColumnType>(EnumNames.For<ColumnType>()))
    {
        Meaning = "Type of every present value. Data is read as text and converted; `category` and `text` accept any value.",
        Example = "type: integer",
        Required = true,
        Codes = [Diagnostics.TypeInvalid, Diagnostics.ColumnMissing],
        Weaker = (policy, local) => local != policy && local is ColumnType.Text or ColumnType.Category or ColumnType.Number,
    };

    public static readonly KeyDefinition<Quantity> MostMissing = new("max", QuantitySchema.Share(NumberRange.Share))
    {
        Meaning = "Largest share of rows without a value.",
        Example = "max: 1%",
        Codes = [Diagnostics.MissingTooMany],
        Weaker = (policy, local) => local.Value > policy.Value,
    };

    public static readonly KeyDefinition<IReadOnlyList<ListEntry<string>>> MissingMarks = new("marks", MarkKeys.Kind(fewest: 0))
    {
        Meaning = "Texts of this column that mean \"no value\". Replaces `missing` of the dataset; `[]` for none.",
        Example = "marks: [NA, \"?\"]",
        Weaker = MarkKeys.IsWeaker,
        Absent = ([], true),
    };

    public static readonly MapSchema MissingMap = new("missing", MostMissing, MissingMarks, CommonKeys.Severity) { MainKey = MostMissing };

    public static readonly KeyDefinition<MapValue> Missing = new("missing", new MissingSchema(MissingMap, MissingMarks))
    {
        Meaning =
            "Allowed share of missing values, and texts that mean \"no value\"; a list alone sets `marks`. Null and an empty "
            + "field of a text file are always missing. Without `max`, missing values are not checked.",
        Example = "missing: { max: 1%, marks: [NA] }",
        Codes = [Diagnostics.MissingTooMany],
    };

    public static readonly KeyDefinition<ColumnRole> Role = new("role", new ChoiceSchema<ColumnRole>(EnumNames.For<ColumnRole>()))
    {
        Meaning =
            "Role of the column. `id` identifies the row and joins versions, `group` keeps rows together, `sensitive` is a protected "
            + "attribute, `ignore` is not checked for drift.",
        Example = "role: label",
        Default = "feature",
    };

    public static readonly KeyDefinition<bool> Optional = new("optional", new BooleanSchema())
    {
        Meaning = "The column may be absent. The report warns if only the baseline has it, because its checks did not run.",
        Example = "optional: true",
        Default = "false",
        Codes = [Diagnostics.ColumnMissing],
        Weaker = (policy, local) => !policy && local,
        Absent = (false, true),
    };

    public static readonly MapSchema Map = new(
        "column",
        [Type, .. ConstraintKeys.OfColumn, Missing, CommonKeys.Mostly, Role, Optional, CommonKeys.Severity]
    );
}
