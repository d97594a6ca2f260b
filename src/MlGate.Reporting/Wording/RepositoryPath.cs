using MlGate.Findings;
using MlGate.Reports;

namespace MlGate.Reporting.Wording;

/// <summary>
/// Places as the host of a repository wants them: relative to its root, where a report's are relative to the gate file's folder.
/// </summary>
internal static class RepositoryPath
{
    /// <summary><c>mlgate.yml</c> → <c>samples/churn/mlgate.yml</c>.</summary>
    public static string From(Report report, FilePlace place)
    {
        var folder = report.GateFile.Replace('\\', '/');
        List<string> segments = [];
        foreach (var segment in (folder[..(folder.LastIndexOf('/') + 1)] + place.File).Split('/'))
        {
            if (segment is "" or ".")
            {
                continue;
            }

            if (segment == ".." && segments.Count > 0)
            {
                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment != "..")
            {
                segments.Add(segment);
            }
        }

        return string.Join('/', segments);
    }
}
