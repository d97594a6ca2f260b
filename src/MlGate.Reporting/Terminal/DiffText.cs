using System.Text;
using MlGate.Runs;
using MlGate.Versions;

namespace MlGate.Reporting.Terminal;

/// <summary>How a difference is printed.</summary>
internal static class DiffText
{
    private const int ShortHash = 12;

    /// <summary>A line per artifact, and a line per change below it.</summary>
    public static string From(IReadOnlyList<ArtifactDifference> differences)
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
            foreach (var change in difference.Changes)
            {
                text.Append("  ")
                    .Append(change.What)
                    .Append(": ")
                    .Append(change.Before ?? "(none)")
                    .Append(" → ")
                    .Append(change.After ?? "(none)")
                    .Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Short(ArtifactVersion? version) => version is null ? "(none)" : version.GitObjectId[..ShortHash];
}
