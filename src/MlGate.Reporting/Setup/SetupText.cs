using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MlGate.Reporting.Setup;

/// <summary>How the results of <c>mlgate doctor</c> are printed.</summary>
internal static class SetupText
{
    private static readonly int WidestWord = Enum.GetValues<SetupState>().Max(state => Word(state).Length);

    /// <summary>A line per result with its fix below it, and how many stop or weaken a gate.</summary>
    public static string Plain(IReadOnlyList<SetupResult> results)
    {
        var width = results.Max(result => result.Check.Length);
        var indent = new string(' ', WidestWord + width + 4);
        var text = new StringBuilder();
        foreach (var result in results)
        {
            text.Append(Word(result.State).PadRight(WidestWord))
                .Append("  ")
                .Append(result.Check.PadRight(width))
                .Append("  ")
                .Append(result.Found)
                .Append(result.Diagnostic is { } diagnostic ? $" ({diagnostic.Code})\n" : "\n")
                .Append(result.Fix is { } fix ? $"{indent}fix: {fix}\n" : "");
        }

        return text.Append('\n').Append(Summary(results)).Append('\n').ToString();
    }

    /// <summary>For programs.</summary>
    public static string Json(IReadOnlyList<SetupResult> results)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", 1);
            json.WriteNumber("problems", Count(results, SetupState.Problem));
            json.WriteNumber("warnings", Count(results, SetupState.Warning));
            json.WriteStartArray("checks");
            foreach (var result in results)
            {
                json.WriteStartObject();
                json.WriteString("check", result.Check);
                json.WriteString("state", Word(result.State));
                json.WriteString("code", result.Diagnostic?.Code);
                json.WriteString("found", result.Found);
                json.WriteString("fix", result.Fix);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Summary(IReadOnlyList<SetupResult> results) =>
        (Count(results, SetupState.Problem), Count(results, SetupState.Warning)) switch
        {
            (0, 0) => "A gate can run here.",
            (0, var warnings) => $"A gate can run here, with {Counted(warnings, "warning")}.",
            (var problems, 0) => $"A gate cannot run here: {Counted(problems, "problem")}.",
            var (problems, warnings) => $"A gate cannot run here: {Counted(problems, "problem")}, {Counted(warnings, "warning")}.",
        };

    private static string Counted(int count, string word) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {word}{(count == 1 ? "" : "s")}");

    private static int Count(IReadOnlyList<SetupResult> results, SetupState state) => results.Count(result => result.State == state);

    private static string Word(SetupState state) =>
        state switch
        {
            SetupState.Ok => "ok",
            SetupState.Warning => "warning",
            _ => "problem",
        };
}
