using System.Buffers;
using System.Text;
using System.Text.Json;
using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.Dvc;

/// <summary>
/// What <c>dvc metrics diff --all --json</c> prints: per file the metrics with <c>old</c>, <c>new</c> and <c>diff</c>, so that scripts
/// written for it go on working. The files are the artifacts' paths.
/// </summary>
internal sealed class DvcRenderer : IReportRenderer
{
    private const int Longest = 260;
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n" };

    public string Format => "dvc";

    public string Extension => "dvc.json";

    public string Render(Report report)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text, Options))
        {
            json.WriteStartObject();
            foreach (var file in Values(report).GroupBy(value => value.File).OrderBy(file => file.Key, StringComparer.Ordinal))
            {
                json.WriteStartObject(file.Key);
                foreach (var metric in file.GroupBy(value => value.Metric).OrderBy(metric => metric.Key, StringComparer.Ordinal))
                {
                    // One metric may have several limits, of which some compare and some do not.
                    Write(json, metric.Key, metric.OrderBy(value => value.Old is null).First());
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.WrittenSpan) + "\n";
    }

    private static IEnumerable<Value> Values(Report report)
    {
        var paths = report.Artifacts.DistinctBy(artifact => artifact.Id).ToDictionary(artifact => artifact.Id, artifact => artifact.Path);
        foreach (var finding in report.Findings)
        {
            if (Finite(finding.Evidence?.Candidate) is not { } now)
            {
                continue;
            }

            // A metric goes by its name alone; what its limit is, dvc does not say.
            var steps = finding.Id.Path.Skip(finding.Id.Path is ["metrics", ..] ? 1 : 0).ToList();
            if (steps.Count > 1 && finding.Evidence!.Limit is { } limit && steps[^1] == limit.Kind.Key)
            {
                steps.RemoveAt(steps.Count - 1);
            }

            var artifact = finding.Id.Subject ?? finding.Id;
            yield return new(
                CleanText.From(paths.GetValueOrDefault(artifact) ?? artifact.Text, Longest),
                CleanText.From(string.Join('.', steps), Longest),
                Finite(finding.Evidence!.Baseline),
                now
            );
        }
    }

    private static void Write(Utf8JsonWriter json, string metric, Value value)
    {
        json.WriteStartObject(metric);
        if (value.Old is { } old)
        {
            json.WriteNumber("old", old);
        }
        else
        {
            json.WriteNull("old");
        }

        json.WriteNumber("new", value.New);
        if (value.Old is { } before && double.IsFinite(value.New - before))
        {
            json.WriteNumber("diff", value.New - before);
        }

        json.WriteEndObject();
    }

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;

    private sealed record Value(string File, string Metric, double? Old, double New);
}
