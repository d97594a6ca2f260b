using System.Globalization;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Reports;

namespace MlGate.Waivers;

/// <summary>What somebody wants to accept.</summary>
/// <param name="Check">Id of the check, or the beginning or the end of one that no other failing check has.</param>
/// <param name="Reason">Why.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Until">The last day, UTC.</param>
public sealed record WaiverRequest(string Check, string Reason, string Owner, DateOnly Until)
{
    /// <summary>The waiver for what a report says.</summary>
    /// <param name="gate">The gate that was judged.</param>
    /// <param name="report">What it said.</param>
    /// <param name="now">The time, UTC.</param>
    /// <returns>The waiver; or why there can be none: a wrong option (MLG0020), or a check that does not fail or cannot be accepted
    /// (MLG0045).</returns>
    public Result<Waiver> CreateWaiver(Gate gate, Report report, DateTimeOffset now)
    {
        if (WrongOption(now) is { } wrong)
        {
            return wrong;
        }

        if (report.Gate != gate.Name)
        {
            return Problem(
                Diagnostics.BadOption,
                report.Gate,
                "report of another gate",
                "a report of " + gate.Name,
                "Name the gate file with --gate"
            );
        }

        var ids = AcceptableChecks.Find(report, Check);
        if (ids.Count != 1)
        {
            var acceptable = AcceptableChecks.In(report);
            return ids.Count > 1
                ? Problem(
                    Diagnostics.NotWaivable,
                    Check,
                    $"several matching checks: {string.Join(", ", ids)}",
                    "the id of one check",
                    "Use a longer part of the id, or accept all with --failing"
                )
                : Problem(
                    Diagnostics.NotWaivable,
                    Check,
                    "unknown check",
                    "the id of a failing check, or its beginning or end",
                    Spelling.FixFor(Check, [.. acceptable.Select(id => id.Text)])
                        ?? (acceptable.Count == 0 ? "No failing check can be waived" : "Use one of " + string.Join(", ", acceptable))
                );
        }

        var id = ids[0];
        var findings = report.Findings.Where(finding => finding.Id == id).ToList();
        if (findings.FirstOrDefault(finding => finding.IsWaivable || finding.Outcome == Outcome.Waived) is not { } accepted)
        {
            return findings.All(finding => finding.Outcome == Outcome.Passed)
                ? Problem(Diagnostics.NotWaivable, id.Text, "the check passes", "a failing check", "No waiver is needed")
                : Problem(
                    Diagnostics.NotWaivable,
                    id.Text,
                    $"{findings[0].Found} ({findings[0].Code})",
                    "a measured limit that does not hold",
                    findings[0].Fix ?? "Fix it: a check that was not measured cannot be waived"
                );
        }

        var versions = new WaiverScope(report.Parts).For(accepted);
        return versions.Count == 0
            ? Problem(
                Diagnostics.NotWaivable,
                id.Text,
                "no version of the checked artifact",
                "a check of a readable dataset or model",
                "Fix it: a waiver needs a version"
            )
            : new Waiver
            {
                Gate = gate.Name,
                Check = id,
                Code = accepted.Code,
                Reason = Reason.Trim(),
                Owner = Owner.Trim(),
                Until = Until,
                Versions = versions,
            };
    }

    /// <summary>What cannot be right whatever the report says (MLG0020); null for nothing.</summary>
    /// <param name="now">The time, UTC.</param>
    public Finding? WrongOption(DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return this switch
        {
            _ when Until < today => Wrong("--until", $"{Day(Until)} is in the past", "today or later"),
            _ when Until > today.AddDays(Waiver.MostDays) => Wrong(
                "--until",
                $"{Day(Until)} is more than {Waiver.MostDays} days away",
                $"at most {Day(today.AddDays(Waiver.MostDays))}"
            ),
            _ when string.IsNullOrWhiteSpace(Reason) => Wrong("--reason", "missing reason", "the reason for the waiver"),
            _ when Reason.Length > Waiver.LongestReason => Wrong(
                "--reason",
                "too long",
                FormattableString.Invariant($"at most {Waiver.LongestReason} characters")
            ),
            _ when string.IsNullOrWhiteSpace(Owner) => Wrong("--owner", "missing owner, and no user in git", "the responsible person"),
            _ when Owner.Length > Waiver.LongestOwner => Wrong(
                "--owner",
                "too long",
                FormattableString.Invariant($"at most {Waiver.LongestOwner} characters")
            ),
            _ when Check.Length > Waiver.LongestCheck => Wrong(
                "check",
                "too long",
                FormattableString.Invariant($"at most {Waiver.LongestCheck} characters")
            ),
            _ when Reason.Concat(Owner).Any(char.IsControl) => Wrong("--reason", "control characters", "one line of text"),
            _ => null,
        };
    }

    private static Finding Wrong(string option, string found, string expected) =>
        Problem(Diagnostics.BadOption, option, found, expected, "Correct the option");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Finding Problem(Diagnostic code, string subject, string found, string expected, string fix) =>
        new()
        {
            Code = code.Code,
            Id = "accept",
            Subject = subject,
            Outcome = Outcome.NotMeasured,
            Expected = expected,
            Found = found,
            Fix = fix,
        };
}
