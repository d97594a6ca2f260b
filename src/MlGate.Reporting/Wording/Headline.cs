namespace MlGate.Reporting.Wording;

/// <summary>The first words about a report: the verdict, what else a reader must know at once, and the one next action.</summary>
internal sealed record Headline
{
    /// <summary>The form that chose the words.</summary>
    public required ReportForm Form { get; init; }

    /// <summary>For Markdown.</summary>
    public required string Icon { get; init; }

    /// <summary>In capitals, for logs: <c>PASSED</c>, <c>FAILED</c>.</summary>
    public required string Word { get; init; }

    /// <summary>The verdict: <c>Model `churn` got worse: recall −0.041, allowed −0.020</c>.</summary>
    public required SafeText Title { get; init; }

    /// <summary>What the title leaves out: what else failed, what changed, what it means; null for nothing.</summary>
    public SafeText? Lead { get; init; }

    /// <summary>Why the result can be believed: method, rows, interval; null where nothing was measured.</summary>
    public SafeText? Reason { get; init; }

    /// <summary>The one next action; null when there is nothing to do.</summary>
    public SafeText? Next { get; init; }

    /// <summary>The headline of a report.</summary>
    public static Headline From(ReportReading reading)
    {
        var form = ReportForms.For(reading);
        var (icon, word) = MarkOf(form);
        return new Headline
        {
            Form = form,
            Icon = icon,
            Word = word,
            Title = Titles.For(form, reading),
            Lead = LeadSentence.For(form, reading),
            Reason = ReasonSentence.For(reading),
            Next = NextAction.For(form, reading),
        };
    }

    /// <summary>Icon and word of a form.</summary>
    public static (string Icon, string Word) MarkOf(ReportForm form) =>
        form switch
        {
            ReportForm.Passed => ("✅", "PASSED"),
            ReportForm.PassedWithWarnings => ("⚠️", "PASSED, WITH WARNINGS"),
            ReportForm.PassedWithWaivers => ("🟡", "PASSED, WITH WAIVERS"),
            ReportForm.FirstMeasurement => ("🆕", "FIRST RESULT"),
            ReportForm.Failed => ("❌", "FAILED"),
            ReportForm.Undecided => ("❔", "INCONCLUSIVE"),
            ReportForm.NotComparable or ReportForm.BaselineRequired => ("❔", "NOT COMPARED"),
            ReportForm.LockOutOfDate => ("🔒", "LOCK OUT OF DATE"),
            ReportForm.WrongBytes => ("🔒", "WRONG BYTES"),
            ReportForm.Refused => ("⛔", "REFUSED"),
            _ => ("💥", "NOT EVALUATED"),
        };
}
