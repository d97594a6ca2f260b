using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using MlGate.Findings;
using MlGate.Reporting.Wording;
using MlGate.Runs;

namespace MlGate.Reporting.Terminal;

/// <summary>How trends are printed. What stands in notes comes from whoever may push them.</summary>
internal static class HistoryText
{
    private const int ShortHash = 12;
    private const string Levels = "▁▂▃▄▅▆▇█";

    /// <summary>
    /// For people: a line of bars per metric, and a line per run below it. The line is broken where the test set changed, and each piece
    /// has a scale of its own; the range is that of the last one.
    /// </summary>
    public static string Plain(string gate, int runs, IReadOnlyList<Trend> trends)
    {
        if (runs == 0)
        {
            return $"{gate}: no recorded results; record a report with mlgate history record\n";
        }

        var text = new StringBuilder();
        foreach (var trend in trends)
        {
            var stretches = trend.Stretches;
            var values = Values(stretches[^1]);
            text.Append(
                CultureInfo.InvariantCulture,
                $"{ConsoleText.Id(trend.Model)}  {ConsoleText.Id(trend.Measure)}  "
                    + $"{string.Join('│', stretches.Select(stretch => Bars(Values(stretch))))}  {Number(values.Min())} to "
                    + $"{Number(values.Max())}\n"
            );
            foreach (var stretch in stretches)
            {
                if (stretch != stretches[0])
                {
                    text.Append(CultureInfo.InvariantCulture, $"  ── different test set, {stretch[0].Test[..ShortHash]}\n");
                }

                foreach (var point in stretch)
                {
                    Append(text, point);
                }
            }
        }

        return trends.Count > 0 ? text.ToString() : $"{gate}: no recorded run with this model or metric\n";
    }

    private static void Append(StringBuilder text, TrendPoint point)
    {
        var metric = point.Metric;
        var interval = metric is { Lower: { } lower, Upper: { } upper } ? $"{Number(lower)} to {Number(upper)}" : "";
        text.Append(
            CultureInfo.InvariantCulture,
            $"  {point.Run.Run.At:yyyy-MM-dd}  {point.Run.Commit[..ShortHash]}  {Number(metric.Value), 8}  {interval, -19}  "
                + $"{Word(point.Run.Run.Verdict)}\n"
        );
    }

    /// <summary>For programs: one object with the trends, the oldest value first.</summary>
    public static string Json(string gate, IReadOnlyList<Trend> trends)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("gate", gate);
            json.WriteStartArray("trends");
            foreach (var trend in trends)
            {
                json.WriteStartObject();
                json.WriteString("model", trend.Model);
                json.WriteString("metric", trend.Measure);
                json.WriteStartArray("values");
                foreach (var point in trend.Points)
                {
                    Write(json, point);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Write(Utf8JsonWriter json, TrendPoint point)
    {
        json.WriteStartObject();
        json.WriteString("commit", point.Run.Commit);
        json.WriteString("at", point.Run.Run.At);
        json.WriteString("verdict", Word(point.Run.Run.Verdict));
        json.WriteString("version", point.Version);
        json.WriteString("test", point.Test);
        json.WriteNumber("value", point.Metric.Value);
        if (point.Metric.Lower is { } lower)
        {
            json.WriteNumber("lower", lower);
        }

        if (point.Metric.Upper is { } upper)
        {
            json.WriteNumber("upper", upper);
        }

        json.WriteEndObject();
    }

    private static List<double> Values(IReadOnlyList<TrendPoint> points) => [.. points.Select(point => point.Metric.Value)];

    // One bar per run between the least and the largest value; equal values stand in the middle.
    private static string Bars(List<double> values)
    {
        var (least, most) = (values.Min(), values.Max());
        return string.Concat(
            values.Select(value =>
                Levels[most > least ? (int)Math.Round((value - least) / (most - least) * (Levels.Length - 1)) : Levels.Length / 2]
            )
        );
    }

    private static string Number(double value) =>
        value
            .ToString(Math.Abs(value) is > 0 and (< 1e-3 or >= 1e5) ? "0.###e+0" : "0.0000", CultureInfo.InvariantCulture)
            .Replace('-', '\u2212');

    private static string Word(Outcome outcome) =>
        string.Concat(
            outcome
                .ToString()
                .Select(
                    (letter, at) =>
                        at > 0 && char.IsUpper(letter) ? " " + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()
                )
        );
}
