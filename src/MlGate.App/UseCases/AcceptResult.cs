using System.Globalization;
using MlGate.App.Services;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Reporting.Json;
using MlGate.Reporting.Terminal;
using MlGate.Reports;
using MlGate.Waivers;

namespace MlGate.App.UseCases;

/// <summary>Accepts a result: finds it in a report, or measures it, and writes the waiver.</summary>
internal sealed class AcceptResult(Output output)
{
    /// <summary>The check; null for all that fail.</summary>
    public required string? Check { get; init; }

    public required string Reason { get; init; }

    public required string Until { get; init; }

    public string? Owner { get; init; }

    public string? Report { get; init; }

    public string? Baseline { get; init; }

    /// <summary>What kept it from being accepted; nothing when the waiver is written.</summary>
    public async Task<IReadOnlyList<Finding>> RunAsync(GateServices workplace, Gate gate, CancellationToken cancel)
    {
        if (!DateOnly.TryParseExact(Until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until))
        {
            return
            [
                new Finding
                {
                    Code = Diagnostics.BadOption.Code,
                    Id = "accept",
                    Subject = "--until",
                    Outcome = Outcome.NotMeasured,
                    Expected = "a date such as 2026-12-31",
                    Found = "not a date",
                    Fix = "Write year, month and day",
                },
            ];
        }

        var acceptance = new WaiverRequest(Check ?? "", Reason, Owner ?? workplace.Waivers.Owner() ?? "", until);
        var now = workplace.Ports.Clock.Now;
        if (acceptance.WrongOption(now) is { } wrong)
        {
            return [wrong];
        }

        var report = Report is null ? await MeasuredAsync(workplace, gate, cancel) : ReportOnDisk.Read(Report);
        return report.Value is null ? report.Problems
            : Check is null ? AcceptFailing(workplace, gate, report.Value, acceptance, now)
            : Accept(workplace, gate, report.Value, acceptance, now);
    }

    private IReadOnlyList<Finding> Accept(GateServices workplace, Gate gate, Report report, WaiverRequest acceptance, DateTimeOffset now)
    {
        var waiver = acceptance.CreateWaiver(gate, report, now);
        var written = waiver.Value is null ? Result.Failed<string>(waiver.Problems) : workplace.Waivers.Write(waiver.Value);
        if (written.Value is { } path)
        {
            output.Result($"{waiver.Value!.Check} is accepted until {Until}: commit {path} with the change for review");
        }

        return written.Problems;
    }

    // What cannot be accepted is named: the gate fails because of it after all.
    private IReadOnlyList<Finding> AcceptFailing(
        GateServices workplace,
        Gate gate,
        Report report,
        WaiverRequest acceptance,
        DateTimeOffset now
    )
    {
        var failing = report.Findings.Where(finding => finding.Counts).Select(finding => finding.Id).Distinct().ToList();
        return failing.Count > 0
            ? [.. failing.SelectMany(id => Accept(workplace, gate, report, acceptance with { Check = id.Text }, now))]
            :
            [
                new Finding
                {
                    Code = Diagnostics.NotWaivable.Code,
                    Id = "accept",
                    Subject = "--failing",
                    Outcome = Outcome.NotMeasured,
                    Expected = "a failing check",
                    Found = "no check fails",
                    Fix = "No waiver is needed",
                },
            ];
    }

    private async Task<Result<Report>> MeasuredAsync(GateServices workplace, Gate gate, CancellationToken cancel)
    {
        output.Message($"checking {gate.Name}");
        return await workplace.CheckAsync(gate, Baseline, NoProgress.Nothing, cancel);
    }
}
