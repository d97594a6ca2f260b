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
public sealed record Acceptance(string Check, string Reason, string Owner, DateOnly Until)
{
    /// <summary>The waiver for what a report says.</summary>
    /// <param name="gate">The gate that was judged.</param>
    /// <param name="report">What it said.</param>
    /// <param name="now">The time, UTC.</param>
    /// <returns>The waiver; or why there can be none: a wrong option (MLG0020), or a check that does not fail or cannot be accepted
    /// (MLG0045).</returns>
    public Result<Waiver> Of(Gate gate, Report report, DateTimeOffset now)
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
                "the report is of another gate",
                "a report of " + gate.Name,
                "Name the gate file with --gate"
            );
        }

        var ids = AcceptableChecks.Find(report, Check);
        if (ids.Count != 1)
        {
            var acceptable = AcceptableChecks.Of(report);
            return ids.Count > 1
                ? Problem(
                    Diagnostics.NotWaivable,
                    Check,
                    $"several failing checks are meant: {string.Join(", ", ids)}",
                    "the id of one check",
                    "Write more of the id, or accept all with --failing"
                )
                : Problem(
                    Diagnostics.NotWaivable,
                    Check,
                    "the gate has no such check",
                    "the id of a failing check, or its beginning or end",
                    Spelling.FixFor(Check, acceptable)
                        ?? (
                            acceptable.Count == 0 ? "No check fails that could be accepted" : "Name one of " + string.Join(", ", acceptable)
                        )
                );
        }

        var id = ids[0];
        var findings = report.Findings.Where(finding => finding.Id == id).ToList();
        if (findings.FirstOrDefault(finding => Waivable.Is(finding) || finding.Outcome == Outcome.Waived) is not { } accepted)
        {
            return findings.All(finding => finding.Outcome == Outcome.Passed)
                ? Problem(Diagnostics.NotWaivable, id, "the check passes", "a check that fails now", "There is nothing to accept")
                : Problem(
                    Diagnostics.NotWaivable,
                    id,
                    $"{findings[0].Found} ({findings[0].Code})",
                    "a limit that was measured and does not hold",
                    findings[0].Fix ?? "Mend it: what could not be measured cannot be accepted"
                );
        }

        var versions = new Binding(report.Artifacts).Of(id, accepted.Code);
        return versions.Count == 0
            ? Problem(
                Diagnostics.NotWaivable,
                id,
                "what it judged has no version",
                "a check of a dataset or a model that could be read",
                "Mend it: there is nothing that a waiver could be bound to"
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
            _ when Until < today => Wrong("--until", $"{Day(Until)} is past", "today or later"),
            _ when Until > today.AddDays(Waiver.MostDays) => Wrong(
                "--until",
                $"{Day(Until)} is more than {Waiver.MostDays} days away",
                $"at most {Day(today.AddDays(Waiver.MostDays))}"
            ),
            _ when string.IsNullOrWhiteSpace(Reason) => Wrong("--reason", "there is none", "why the result is accepted"),
            _ when Reason.Length > Waiver.LongestReason => Wrong(
                "--reason",
                "it is too long",
                FormattableString.Invariant($"at most {Waiver.LongestReason} characters")
            ),
            _ when string.IsNullOrWhiteSpace(Owner) => Wrong("--owner", "there is none, and git does not know one", "who answers for it"),
            _ when Owner.Length > Waiver.LongestOwner => Wrong(
                "--owner",
                "it is too long",
                FormattableString.Invariant($"at most {Waiver.LongestOwner} characters")
            ),
            _ when Check.Length > Waiver.LongestCheck => Wrong(
                "check",
                "it is too long",
                FormattableString.Invariant($"at most {Waiver.LongestCheck} characters")
            ),
            _ when Reason.Concat(Owner).Any(char.IsControl) => Wrong("--reason", "it has control characters", "one line of text"),
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
