using MlGate.Findings;
using MlGate.Reporting.Annotations;

namespace MlGate.Publishing.Jobs;

/// <summary>What a build server takes from a job beside its exit code.</summary>
internal interface IJob
{
    /// <summary>Bytes that the job's summary still takes.</summary>
    int SummaryRoom { get; }

    /// <summary>Adds to the job's summary.</summary>
    /// <returns>Why it could not; null if it could.</returns>
    Finding? Summarize(string markdown);

    /// <summary>The line of the log that marks a line of a file.</summary>
    string Mark(Annotation annotation);

    /// <summary>Hands values to later steps.</summary>
    /// <returns>Why it could not; null if it could.</returns>
    Finding? Hand(IReadOnlyList<(string Name, string Value)> outputs);
}
