using System.Globalization;
using System.Text;
using MlGate.Findings;
using MlGate.Reporting.Annotations;
using MlGate.Reporting.Markdown;
using MlGate.Reporting.Terminal;

namespace MlGate.Publishing.Jobs;

/// <summary>A job of Azure Pipelines, which takes everything from the log.</summary>
/// <param name="variable">Looks up an environment variable; null where it is not set.</param>
/// <param name="output">The log.</param>
internal sealed class AzureJob(Func<string, string?> variable, Output output) : IJob
{
    public int SummaryRoom => MarkdownBudget.Summary;

    public Finding? Summarize(string markdown)
    {
        if (variable("AGENT_TEMPDIRECTORY") is not { Length: > 0 } folder)
        {
            return PublishFindings.NotWritten("summary", "AGENT_TEMPDIRECTORY is not set", "AGENT_TEMPDIRECTORY");
        }

        try
        {
            // The agent reads the file when the step has ended: each part has one of its own.
            var path = Path.Combine(folder, $"mlgate-{Guid.NewGuid():N}.md");
            File.WriteAllText(path, markdown, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            output.Result(LoggingCommand.From("task.uploadsummary", [], path));
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return PublishFindings.NotWritten("summary", "folder not writable", "AGENT_TEMPDIRECTORY");
        }
    }

    public string Mark(Annotation annotation)
    {
        List<(string Name, string Value)> properties = [("type", annotation.IsError ? "error" : "warning")];
        if (annotation.Path is { } path)
        {
            properties.Add(("sourcepath", path));
        }

        if (annotation.Line > 0)
        {
            properties.Add(("linenumber", annotation.Line.ToString(CultureInfo.InvariantCulture)));
        }

        if (annotation.Column > 0)
        {
            properties.Add(("columnnumber", annotation.Column.ToString(CultureInfo.InvariantCulture)));
        }

        return LoggingCommand.From("task.logissue", properties, $"{annotation.Title}: {annotation.Message}");
    }

    public Finding? Hand(IReadOnlyList<(string Name, string Value)> outputs)
    {
        foreach (var (name, value) in outputs)
        {
            // Variables have no hyphens: exit-code becomes mlgateExitCode.
            var words = string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
            output.Result(LoggingCommand.From("task.setvariable", [("variable", "mlgate" + words), ("isOutput", "true")], value));
        }

        return null;
    }
}
