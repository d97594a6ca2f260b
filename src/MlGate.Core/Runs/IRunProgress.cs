namespace MlGate.Runs;

/// <summary>Hears what a run is doing.</summary>
public interface IRunProgress
{
    /// <summary>A step begins; it ends with what is returned.</summary>
    /// <param name="subject"><c>datasets.train</c>.</param>
    /// <param name="step">What is done: <c>hash</c>, <c>profile</c>, <c>score</c>, <c>judge</c>.</param>
    IDisposable Step(string subject, string step);
}
