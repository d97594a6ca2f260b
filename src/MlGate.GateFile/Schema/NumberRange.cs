using System.Globalization;
using System.Text.Json.Nodes;

namespace MlGate.GateFile.Schema;

/// <summary>Numbers that are allowed.</summary>
/// <param name="Min">Smallest, or null.</param>
/// <param name="Max">Largest, or null.</param>
/// <param name="OpenMin">Is the smallest itself not allowed?</param>
/// <param name="OpenMax">Is the largest itself not allowed?</param>
internal sealed record NumberRange(double? Min = null, double? Max = null, bool OpenMin = false, bool OpenMax = false)
{
    public static NumberRange Any { get; } = new();

    public static NumberRange NotNegative { get; } = new(0);

    public static NumberRange Positive { get; } = new(0, OpenMin: true);

    public static NumberRange Share { get; } = new(0, 1);

    public static NumberRange PositiveShare { get; } = new(0, 1, OpenMin: true);

    public bool Contains(double number) =>
        double.IsFinite(number)
        && (Min is not { } min || (OpenMin ? number > min : number >= min))
        && (Max is not { } max || (OpenMax ? number < max : number <= max));

    public string Describe =>
        (Min, Max) switch
        {
            (null, null) => "",
            ({ } min, null) => (OpenMin ? " above " : " of at least ") + Text(min),
            (null, { } max) => (OpenMax ? " below " : " of at most ") + Text(max),
            ({ } min, { } max) => $" in {(OpenMin ? "(" : "[")}{Text(min)}, {Text(max)}{(OpenMax ? ")" : "]")}",
        };

    public JsonObject Schema(string type)
    {
        var schema = new JsonObject { ["type"] = type };
        if (Min is { } min)
        {
            schema[OpenMin ? "exclusiveMinimum" : "minimum"] = min;
        }

        if (Max is { } max)
        {
            schema[OpenMax ? "exclusiveMaximum" : "maximum"] = max;
        }

        return schema;
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
