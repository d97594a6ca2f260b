using System.Globalization;
using System.Text.RegularExpressions;
using MlGate.Reports;

namespace MlGate.Publishing.Ordering;

/// <summary>
/// Which of two results of one commit is newer. First the run and its attempt: in the second step those of the run that measured. Within an
/// attempt a report outranks what only says that
/// there is none, whatever the times: a step that is run again may find the report that it did not get before. Of two reports the worse
/// counts, or the faster leg of a matrix would hide it; of two that
/// are equally bad the later.
/// </summary>
/// <param name="Run">The run's id.</param>
/// <param name="Attempt">The run's attempt, from 1.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Weight">Of a report, how bad it is, from 0; 0 for all else.</param>
/// <param name="At">When it was made.</param>
internal sealed partial record ResultOrder(long Run, int Attempt, ResultKind Kind, int Weight, DateTimeOffset At) : IComparable<ResultOrder>
{
    // Browsers keep what follows this mark from the page: the link leads where it led without it.
    private const string Mark = ":~:mlgate=";

    /// <summary>The place of a state; null where it does not tell.</summary>
    public static ResultOrder? From(CommentState? state)
    {
        if (state is not { Run: { } run, Try: { } attempt, At: { } at })
        {
            return null;
        }

        var kind =
            state.Verdict == CommentState.Measuring ? ResultKind.Measuring
            : state.Report.Length == 0 ? ResultKind.NoReport
            : ResultKind.Report;
        return new ResultOrder(run, attempt, kind, kind == ResultKind.Report ? VerdictWeight.For(state.Verdict) : 0, at);
    }

    /// <summary>The place that a link carries; null where it carries none.</summary>
    public static ResultOrder? From(string? link) =>
        link is not null
        && Carried().Match(link) is { Success: true } match
        && long.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var run)
        && int.TryParse(match.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var attempt)
        && long.TryParse(match.Groups[5].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? new ResultOrder(
                run,
                attempt,
                (ResultKind)(match.Groups[3].Value[0] - '0'),
                match.Groups[4].Value[0] - '0',
                DateTimeOffset.FromUnixTimeSeconds(seconds)
            )
            : null;

    public int CompareTo(ResultOrder? other) =>
        other is null ? 1 : (Run, Attempt, Kind, Weight, At).CompareTo((other.Run, other.Attempt, other.Kind, other.Weight, other.At));

    /// <summary>The link with this place in it.</summary>
    public string In(Uri link)
    {
        var text = link.AbsoluteUri;
        var fragment = text.Contains('#', StringComparison.Ordinal) ? "" : "#";
        var seconds = Math.Max(0, At.ToUnixTimeSeconds());
        return string.Create(CultureInfo.InvariantCulture, $"{text}{fragment}{Mark}{Run}.{Attempt}.{(int)Kind}.{Weight}.{seconds}");
    }

    [GeneratedRegex(@":~:mlgate=([0-9]{1,19})\.([0-9]{1,10})\.([0-2])\.([0-7])\.([0-9]{1,12})$")]
    private static partial Regex Carried();
}
