using System.Diagnostics;

namespace MlGate.Tracing;

/// <summary>
/// What a run decides, and how long its steps take: baselines, cache hits and misses, queries, programs. <c>--verbosity diagnostic</c>
/// prints it, and OpenTelemetry can collect it. It costs nothing where nobody listens.
/// </summary>
public static class RunTrace
{
    /// <summary>Name of the source.</summary>
    public const string Name = "MlGate";

    /// <summary>Tag of the subject of a step: <c>datasets.train</c>, a kind of cache entry, a program.</summary>
    public const string Subject = "subject";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>A step begins; it ends with what is returned. Null where nobody listens.</summary>
    /// <param name="step">What is done: <c>read</c>, <c>cache</c>, <c>sql</c>, <c>program</c>, <c>check</c>.</param>
    /// <param name="subject">To what.</param>
    public static Activity? Start(string step, string subject)
    {
        var activity = Source.StartActivity(step);
        activity?.SetTag(Subject, subject);
        return activity;
    }

    /// <summary>A decision that takes no time.</summary>
    /// <param name="what">What is decided: <c>gate</c>.</param>
    /// <param name="subject">About what.</param>
    /// <param name="facts">The decision, and why.</param>
    public static void Record(string what, string subject, params (string Key, object? Value)[] facts)
    {
        using var activity = Start(what, subject);
        foreach (var (key, value) in facts)
        {
            activity?.SetTag(key, value);
        }
    }
}
