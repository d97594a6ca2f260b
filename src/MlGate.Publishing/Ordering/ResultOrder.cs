using System.Globalization;
using System.Text.RegularExpressions;

using MlGate.Reports;

namespace MlGate.Publishing.Ordering;

/// <summary>
/// Which of two results of one commit is newer. First the run and its attempt: in the second step those of the run that measured. Within an attempt a report outranks what only says that
/// there is none, whatever the times: a step that is run again may find the report that it did not get before. Two reports go by their time.
/// </summary>
/// <param name="Run">The run's id.</param>
/// <param name="Attempt">The run's attempt, from 1.</param>
/// <param name="Kind">What it says.</param>
/// <param name="At">When it was made.</param>
internal sealed partial record ResultOrder(long Run, int Attempt, ResultKind Kind, DateTimeOffset At) : IComparable<ResultOrder>
{
    // Browsers keep what follows this mark from the page: the link leads where it led without it.
    private const string Mark = ":~:mlgate=";

    /// <summary>The place of a state; null where it does not tell.</summary>
    public static ResultOrder? Of(CommentState? state) => state is { Run: { } run, Try: { } attempt, At: { } at }
        ? new ResultOrder(run, attempt, state.Verdict == CommentState.Measuring ? ResultKind.Measuring : state.Report.Length == 0 ? ResultKind.NoReport : ResultKind.Report, at)
        : null;

    /// <summary>The place that a link carries; null where it carries none.</summary>
    public static ResultOrder? Of(string? link) => link is not null && Carried().Match(link) is { Success: true } match
        && long.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var run)
        && int.TryParse(match.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var attempt)
        && long.TryParse(match.Groups[4].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? new ResultOrder(run, attempt, (ResultKind)(match.Groups[3].Value[0] - '0'), DateTimeOffset.FromUnixTimeSeconds(seconds))
            : null;

    public int CompareTo(ResultOrder? other) =>
        other is null ? 1 : (Run, Attempt, Kind, At).CompareTo((other.Run, other.Attempt, other.Kind, other.At));

    /// <summary>The link with this place in it.</summary>
    public string In(Uri link)
    {
        var text = link.AbsoluteUri;
        return string.Create(CultureInfo.InvariantCulture, $"{text}{(text.Contains('#', StringComparison.Ordinal) ? "" : "#")}{Mark}{Run}.{Attempt}.{(int)Kind}.{Math.Max(0, At.ToUnixTimeSeconds())}");
    }

    [GeneratedRegex(@":~:mlgate=([0-9]{1,19})\.([0-9]{1,10})\.([0-2])\.([0-9]{1,12})$")]
    private static partial Regex Carried();
}
