using System.Diagnostics;
using System.Globalization;
using MlGate.Findings;
using MlGate.Tracing;

namespace MlGate.Reporting.Terminal;

/// <summary>
/// Prints each step and each decision of a run when it ends, one line each: <c>trace:   0.412 s  read  datasets.train  version=...</c>.
/// </summary>
internal sealed class TracePrinter : IDisposable
{
    private const int LongestFact = 2_000;
    private readonly ActivityListener listener;

    public TracePrinter(Output output)
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == RunTrace.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => output.Message(Line(activity)),
        };
        ActivitySource.AddActivityListener(listener);
    }

    public void Dispose() => listener.Dispose();

    private static string Line(Activity activity)
    {
        var facts = activity
            .TagObjects.Where(tag => tag is { Key: not RunTrace.Subject, Value: not null })
            .Select(tag => $"  {tag.Key}={Text(tag.Value)}");
        var seconds = activity.Duration.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture).PadLeft(8);
        return $"trace:{seconds} s  {activity.OperationName}  {Text(activity.GetTagItem(RunTrace.Subject))}{string.Concat(facts)}";
    }

    private static string Text(object? value) =>
        PrintableText.From(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", LongestFact);
}
