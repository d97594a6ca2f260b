using System.Text;
using MlGate.Findings;
using MlGate.Platform;
using MlGate.Reporting.Annotations;
using MlGate.Reporting.Markdown;

namespace MlGate.Publishing.Jobs;

/// <summary>A job of GitHub Actions.</summary>
/// <param name="variable">Looks up an environment variable; null where it is not set.</param>
/// <param name="newDelimiter">Makes a word that nobody can foresee.</param>
internal sealed class GitHubJob(Func<string, string?> variable, Func<string> newDelimiter) : IJob
{
    // Other tools of the same step write there too, and one byte too much loses the whole summary.
    public int SummaryRoom
    {
        get
        {
            try
            {
                var file = variable("GITHUB_STEP_SUMMARY") is { Length: > 0 } path ? new FileInfo(path) : null;
                return (int)Math.Max(0, MarkdownBudget.Summary - (file is { Exists: true } ? file.Length : 0));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return 0;
            }
        }
    }

    public Finding? Summarize(string markdown) => Append("GITHUB_STEP_SUMMARY", "summary", markdown);

    public string Mark(Annotation annotation) => AnnotationsRenderer.Line(annotation);

    public Finding? Hand(IReadOnlyList<(string Name, string Value)> outputs)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in outputs)
        {
            var delimiter = newDelimiter();
            if (value.Contains(delimiter, StringComparison.Ordinal))
            {
                return PublishFindings.NotWritten("outputs", $"the value of '{name}' contains its own end marker", "GITHUB_OUTPUT");
            }

            text.Append(name).Append("<<").Append(delimiter).Append('\n').Append(value).Append('\n').Append(delimiter).Append('\n');
        }

        return Append("GITHUB_OUTPUT", "outputs", text.ToString());
    }

    private Finding? Append(string name, string part, string text)
    {
        if (variable(name) is not { Length: > 0 } path)
        {
            return PublishFindings.NotWritten(part, $"{name} is not set", name);
        }

        try
        {
            using var file = RegularFile.OpenAppend(path);
            file.Write(Encoding.UTF8.GetBytes(text));
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return PublishFindings.NotWritten(part, $"the file in {name} is not writable", name);
        }
    }
}
