using System.CommandLine;

namespace MlGate.Cli.Verbs;

/// <summary>The option that says how a verb prints its result.</summary>
internal static class FormatOption
{
    public static Option<string> Create(params string[] formats)
    {
        var format = new Option<string>("--format") { Description = "Output format.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong(formats);
        return format;
    }

    public static Option<string> TextOrJson() => Create("text", "json");

    public static bool IsJson(ParseResult parsed, Option<string> format) => parsed.GetValue(format) == "json";
}
