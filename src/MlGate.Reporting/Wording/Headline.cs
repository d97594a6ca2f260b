namespace MlGate.Reporting.Wording;

/// <summary>The first words about a report: what happened, why, and the one next action.</summary>
internal sealed record Headline
{
    /// <summary>The form that chose the words.</summary>
    public required ReportForm Form { get; init; }

    /// <summary>For Markdown.</summary>
    public required string Icon { get; init; }

    /// <summary>In capitals, for logs: <c>PASS</c>, <c>FAIL</c>.</summary>
    public required string Word { get; init; }

    /// <summary>After the gate's name: <c>2 of 14 checks fail</c>.</summary>
    public required SafeText Title { get; init; }

    /// <summary>One sentence: what weighs most.</summary>
    public required SafeText Lead { get; init; }

    /// <summary>What else a reader must know at once; null for nothing.</summary>
    public SafeText? Aside { get; init; }

    /// <summary>The one next action; null when there is nothing to do.</summary>
    public SafeText? Next { get; init; }

    /// <summary>The headline of a report.</summary>
    public static Headline From(ReportReading reading)
    {
        var form = ReportForms.For(reading.Report);
        var (icon, word) = MarkOf(form);
        return new Headline
        {
            Form = form,
            Icon = icon,
            Word = word,
            Title = Titles.For(form, reading),
            Lead = LeadOf(form, reading),
            Aside = AsideOf(form, reading),
            Next = NextAction.For(form, reading),
        };
    }

    /// <summary>Icon and word of a form.</summary>
    public static (string Icon, string Word) MarkOf(ReportForm form) =>
        form switch
        {
            ReportForm.Passed => ("✅", "PASS"),
            ReportForm.PassedWithWarnings => ("⚠️", "PASS, WITH WARNINGS"),
            ReportForm.PassedWithWaivers => ("🟡", "PASS, WITH WAIVERS"),
            ReportForm.FirstMeasurement => ("🆕", "FIRST MEASUREMENT"),
            ReportForm.Failed => ("❌", "FAIL"),
            ReportForm.Undecided or ReportForm.NotComparable or ReportForm.BaselineRequired => ("❔", "UNDECIDED"),
            ReportForm.WrongBytes => ("🔒", "WRONG BYTES"),
            ReportForm.Refused => ("⛔", "REFUSED"),
            _ => ("💥", "NOT MEASURED"),
        };

    private static SafeText LeadOf(ReportForm form, ReportReading reading) =>
        form switch
        {
            ReportForm.Passed => LeadSentence.OfPrimary(reading),
            ReportForm.PassedWithWaivers => $"Accepted by waiver: {LeadSentence.For(reading.Waived[0])}",
            ReportForm.PassedWithWarnings => reading.Warnings.Count > 0
                ? LeadSentence.For(reading.Warnings[0])
                : LeadSentence.OfPrimary(reading),
            ReportForm.WrongBytes => $"This is not a verdict on the model: the measured bytes are unknown.",
            ReportForm.Refused or ReportForm.CouldNotMeasure or ReportForm.GateFileNotUsable or ReportForm.NothingMeasured =>
                $"This is not a verdict on the model.",
            ReportForm.FirstMeasurement => $"No baseline yet. Limits without a baseline were checked: {(long)reading.Passed.Count} of "
                + $"{(long)reading.Report.Findings.Count} checks pass.",
            _ => ReasonOf(reading),
        };

    private static SafeText ReasonOf(ReportReading reading) =>
        reading.Blocking.Count > 0
            ? LeadSentence.For(reading.Blocking[0])
            : SafeText.From($"No limit was measured, so nothing could pass.");

    private static SafeText? AsideOf(ReportForm form, ReportReading reading) =>
        form switch
        {
            ReportForm.FirstMeasurement => LeadSentence.BecomesBaseline(reading),
            ReportForm.WrongBytes => ReasonOf(reading),
            ReportForm.Refused or ReportForm.CouldNotMeasure or ReportForm.GateFileNotUsable or ReportForm.NothingMeasured =>
                $"{ReasonOf(reading)} The check is red, because a gate that did not run must not pass.",
            ReportForm.Failed or ReportForm.Undecided => LeadSentence.WhatChanged(reading),
            _ => null,
        };
}
