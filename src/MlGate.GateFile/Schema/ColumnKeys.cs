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

    public static readonly KeyDefinition<GateNumber> Min = new("min", new ExactNumberSchema())
    {
        Meaning = "Smallest value; for `integer` and `number`.",
        Example = "min: 0",
        Codes = [Diagnostics.OutsideRange],
        Weaker = (policy, local) => local < policy,
    };

    public static readonly KeyDefinition<GateNumber> Max = new("max", new ExactNumberSchema())
    {
        Meaning = "Largest value; for `integer` and `number`.",
        Example = "max: 120",
        Codes = [Diagnostics.OutsideRange],
        Weaker = (policy, local) => local > policy,
    };

    public static readonly KeyDefinition<DateTimeOffset> After = new("after", new TimestampSchema())
    {
        Meaning = "Earliest time (inclusive); for `date` and `timestamp`.",
        Example = "after: 2020-01-01",
        Codes = [Diagnostics.OutsideRange],
        Weaker = (policy, local) => local < policy,
    };

    public static readonly KeyDefinition<DateTimeOffset> Before = new("before", new TimestampSchema())
    {
        Meaning = "Latest time (inclusive); for `date` and `timestamp`.",
        Example = "before: 2030-12-31T23:59:59Z",
        Codes = [Diagnostics.OutsideRange],
        Weaker = (policy, local) => local > policy,
    };

    public static readonly KeyDefinition<Domain> In = new("in", new DomainSchema())
    {
        Meaning =
            "Allowed values: a list, or `file:` and a text file with one value per line, relative to the file that contains "
            + "this key. Numbers and booleans in the list are compared as written.",
        Example = "in: [Month-to-month, One year, Two year]",
        Codes = [Diagnostics.OutsideDomain],
        Weaker = (policy, local) => local.Values.Except(policy.Values, StringComparer.Ordinal).Any(),
    };

    public static readonly KeyDefinition<string> Regex = new("regex", new TextSchema("a regular expression"))
    {
        Meaning = "Pattern (RE2 syntax) for the whole value; for `category` and `text`.",
        Example = "regex: '[0-9]{4}-[A-Z]{5}'",
        Codes = [Diagnostics.PatternMismatch, Diagnostics.RuleNotUsable],
        Weaker = (policy, local) => policy != local,
    };

    public static readonly KeyDefinition<long> Shortest = new("min", new IntegerSchema(NumberRange.NotNegative))
    {
        Meaning = "Minimum number of characters.",
        Example = "min: 1",
        Codes = [Diagnostics.LengthInvalid],
        Weaker = (policy, local) => local < policy,
    };

    public static readonly KeyDefinition<long> Longest = new("max", new IntegerSchema(NumberRange.NotNegative))
    {
        Meaning = "Maximum number of characters.",
        Example = "max: 40",
        Codes = [Diagnostics.LengthInvalid],
        Weaker = (policy, local) => local > policy,
    };

    public static readonly MapSchema LengthMap = new("length", Shortest, Longest, CommonKeys.Severity);

    public static readonly KeyDefinition<MapValue> Length = new("length", LengthMap)
    {
        Meaning = "Length of the value in characters; for `category` and `text`.",
        Example = "length: { min: 1, max: 40 }",
        Codes = [Diagnostics.LengthInvalid],
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

    public static readonly KeyDefinition<bool> Unique = new("unique", new BooleanSchema())
    {
        Meaning = "No duplicate values.",
        Example = "unique: true",
        Default = "false",
        Codes = [Diagnostics.NotUnique],
        Weaker = (policy, local) => policy && !local,
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
        Type,
        Min,
        Max,
        After,
        Before,
        In,
        Regex,
        Length,
        Missing,
        Unique,
        CommonKeys.Mostly,
        Role,
        Optional,
        CommonKeys.Severity
    );
}
