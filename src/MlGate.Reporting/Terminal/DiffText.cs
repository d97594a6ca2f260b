using System.Globalization;
using System.Text;
using MlGate.Profiles;
using MlGate.Reporting.Wording;
using MlGate.Runs;
using MlGate.Versions;

namespace MlGate.Reporting.Terminal;

/// <summary>How a difference is printed.</summary>
internal static class DiffText
{
    private const int ShortHash = 12;

    /// <summary>
    /// A line per artifact, and a line per change below it, the largest effects first; then the metrics of the models that changed, in the
    /// table of a check.
    /// </summary>
    /// <param name="difference">What changed.</param>
    /// <param name="later">What the later side is called.</param>
    public static string From(GateDifference difference, string later)
    {
        var text = Artifacts(difference.Artifacts);
        if (difference.Metrics is { } metrics)
        {
            var lines = new ConsoleLines(width: null);
            MetricLines.Write(lines, new ReportReading(metrics), new ConsoleOptions { Verbose = true, Candidate = later });
            foreach (var line in lines.Lines.Prepend(new ConsoleLine()))
            {
                text.Append(line.Text).Append('\n');
            }
        }

        return text.ToString();
    }

    private static StringBuilder Artifacts(IReadOnlyList<ArtifactDifference> differences)
    {
        var text = new StringBuilder();
        foreach (var difference in differences)
        {
            text.Append(difference.Artifact.Id).Append("  ");
            if (difference.Problems.Count > 0 && (difference.Before is null || difference.After is null))
            {
                text.Append("not compared\n");
                continue;
            }

            text.Append(Short(difference.Before)).Append(" → ").Append(Short(difference.After));
            text.Append(
                (difference.Before is null ? difference.After is null : difference.Before.IsContentOf(difference.After))
                    ? "  unchanged\n"
                    : "\n"
            );
            foreach (var change in difference.Changes.OrderByDescending(Effect))
            {
                text.Append("  ")
                    .Append(change.What)
                    .Append(": ")
                    .Append(change.Before ?? "(none)")
                    .Append(" → ")
                    .Append(change.After ?? "(none)")
                    .Append(Share(change))
                    .Append('\n');
            }
        }

        return text;
    }

    // What came or went counts most, then words, then numbers by their change as a share of the larger one.
    private static double Effect(ProfileChange change) =>
        change.Before is null || change.After is null ? 3
        : Numbers(change) is not var (before, after) ? 2
        : Math.Abs(after - before) / Math.Max(Math.Max(Math.Abs(before), Math.Abs(after)), double.Epsilon);

    private static string Share(ProfileChange change) =>
        Numbers(change) is var (before, after) && before > 0 && after >= 0
            ? $" ({Wording.Numbers.Signed(100 * (after - before) / before, 1)} %)"
            : "";

    // A short object id may have digits only.
    private static (double Before, double After)? Numbers(ProfileChange change) =>
        change.Before?.Length != ShortHash
        && double.TryParse(change.Before, NumberStyles.Float, CultureInfo.InvariantCulture, out var before)
        && double.TryParse(change.After, NumberStyles.Float, CultureInfo.InvariantCulture, out var after)
        && double.IsFinite(before)
        && double.IsFinite(after)
            ? (before, after)
            : null;

    private static string Short(ArtifactVersion? version) => version is null ? "(none)" : version.GitObjectId[..ShortHash];
}
