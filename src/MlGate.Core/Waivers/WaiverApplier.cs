using System.Globalization;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Reports;

namespace MlGate.Waivers;

/// <summary>
/// Holds waivers against what a run found: one that fits turns its finding into an accepted one, any other is a finding itself.
/// </summary>
internal sealed class WaiverApplier(Gate gate, IReadOnlyList<ReportPart> parts, DateTimeOffset now)
{
    private readonly DateOnly today = DateOnly.FromDateTime(now.UtcDateTime);
    private readonly List<Finding> said = [];
    private readonly List<ReportedWaiver> active = [];

    /// <summary>What there is to say of the waivers themselves.</summary>
    public IReadOnlyList<Finding> Said => said;

    /// <summary>The waivers that count.</summary>
    public IReadOnlyList<ReportedWaiver> Active => active;

    /// <summary>The first moment at which one of them has ended; null for none.</summary>
    public DateTimeOffset? ValidUntil { get; private set; }

    /// <summary>The findings with those that are accepted.</summary>
    public IReadOnlyList<Finding> Apply(IReadOnlyList<WaiverFile> files, IReadOnlyList<Finding> findings)
    {
        var judged = findings.ToList();
        foreach (var file in files)
        {
            said.AddRange(file.Waiver.Problems);
            if (file.Waiver.Value is { } waiver && waiver.Gate == gate.Name)
            {
                Apply(file.Path, waiver, judged);
            }
        }

        return judged;
    }

    private void Apply(string path, Waiver waiver, List<Finding> findings)
    {
        var ofCheck = findings.Where(finding => finding.Id == waiver.Check).ToList();

        // Nobody misses a waiver whose check holds without it: then its end is no more than a note.
        var severity = ofCheck.Any(finding => finding.Outcome != Outcome.Passed && finding.Severity != Severity.Info)
            ? Severity.Warn
            : Severity.Info;
        var until = waiver.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (waiver.Until > today.AddDays(Waiver.MostDays))
        {
            Say(
                Diagnostics.WaiverChanged,
                Severity.Error,
                $"ends on {until}",
                FormattableString.Invariant($"an end within {Waiver.MostDays} days"),
                "Accept the check again with an earlier --until"
            );
        }
        else if (ofCheck.Count == 0)
        {
            Unknown();
        }
        else if (waiver.Until < today)
        {
            Say(
                Diagnostics.WaiverExpired,
                severity,
                $"ended on {until}",
                "a date in the future",
                "Fix the check, or accept it again; delete the file if it is no longer needed"
            );
        }
        else if (Stale(waiver, ofCheck) is { } stale)
        {
            Say(
                Diagnostics.WaiverStale,
                severity,
                stale,
                "the accepted versions",
                "Review the result: accept it again, or delete the file"
            );
        }
        else if (ofCheck.All(finding => finding.Outcome == Outcome.Passed))
        {
            Say(Diagnostics.WaiverStale, Severity.Info, "the check passes without it", "a failing check", "Delete the file");
        }
        else if (ofCheck.Where(finding => finding.Code == waiver.Code && finding.IsWaivable).ToList() is { Count: > 0 } accepted)
        {
            foreach (var finding in accepted)
            {
                findings[findings.IndexOf(finding)] = finding with { Outcome = Outcome.Waived, Waiver = path };
            }

            active.Add(
                new ReportedWaiver(path, waiver.Check, waiver.Reason, waiver.Owner, until, waiver.Until <= today.AddDays(Waiver.SoonDays))
            );
            var end = new DateTimeOffset(waiver.Until.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
            ValidUntil = ValidUntil < end ? ValidUntil : end;
        }
        else
        {
            Say(
                Diagnostics.NotWaivable,
                severity,
                $"other result than the accepted {waiver.Code}, or not measured",
                "the accepted finding",
                "Fix the current result"
            );
        }

        void Unknown()
        {
            // What was not measured may well have such a check.
            if (findings.All(finding => finding.Outcome != Outcome.NotMeasured))
            {
                var fix = Spelling.FixFor(waiver.Check.Text, [.. findings.Select(finding => finding.Id).Distinct().Select(id => id.Text)]);
                Say(
                    Diagnostics.WaiverUnknownCheck,
                    Severity.Warn,
                    $"unknown check '{waiver.Check}'",
                    "a check of this gate",
                    fix ?? "Delete the file"
                );
            }
        }

        void Say(Diagnostic code, Severity loud, string found, string expected, string fix) =>
            said.Add(
                new Finding
                {
                    Code = code.Code,
                    Id = waiver.Check.Under("waivers"),
                    Subject = path,
                    Outcome = Outcome.Failed,
                    Severity = loud,
                    Expected = expected,
                    Found = found,
                    Fix = fix,
                    Place = new FilePlace(path, 0, 0),
                }
            );
    }

    // Another code is another result: that is said instead.
    private string? Stale(Waiver waiver, IReadOnlyList<Finding> ofCheck) =>
        ofCheck
            .Where(finding => finding.Code == waiver.Code)
            .Select(finding => Stale(waiver, new WaiverScope(parts).For(finding)))
            .FirstOrDefault(stale => stale is not null);

    private static string? Stale(Waiver waiver, IReadOnlyList<BoundVersion> judged) =>
        judged.FirstOrDefault(now => !waiver.Versions.Any(bound => bound.Covers(now))) is { } other
            ? $"{other.Artifact} has another version or baseline than the accepted one"
        : judged.Count != waiver.Versions.Count ? "the check uses other artifacts than the accepted one"
        : null;
}
