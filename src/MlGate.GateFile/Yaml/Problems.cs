using MlGate.Findings;

namespace MlGate.GateFile.Yaml;

/// <summary>Collects what is wrong with a gate file, so that all of it is told at once.</summary>
internal sealed class Problems
{
    private readonly List<Finding> findings = [];
    private readonly HashSet<Known> known = [];

    public int Count => findings.Count;

    /// <summary>Adds a problem; one that is known is not told twice (a policy is read alone and merged).</summary>
    public void Add(Diagnostic diagnostic, CheckId id, FilePlace place, string found, string expected, string? fix = null)
    {
        if (known.Add(new Known(diagnostic.Code, id, place)))
        {
            findings.Add(
                new Finding
                {
                    Code = diagnostic.Code,
                    Id = id,
                    Subject = id.Text,
                    Outcome = Outcome.NotMeasured,
                    Severity = Severity.Error,
                    Found = found,
                    Expected = expected,
                    Fix = fix,
                    Place = place,
                }
            );
        }
    }

    /// <summary>All of it in the order of the files' lines.</summary>
    public IReadOnlyList<Finding> Sorted() =>
        [
            .. findings
                .OrderBy(finding => finding.Place!.File, StringComparer.Ordinal)
                .ThenBy(finding => finding.Place!.Line)
                .ThenBy(finding => finding.Place!.Column)
                .ThenBy(finding => finding.Code, StringComparer.Ordinal),
        ];

    private sealed record Known(string Code, CheckId Id, FilePlace Place);
}
