using MlGate.Runs;

namespace MlGate.App.Services;

/// <summary>Shows nothing.</summary>
internal sealed class NoProgress : IRunProgress, IDisposable
{
    public static NoProgress Nothing { get; } = new();

    public IDisposable Step(string subject, string step) => this;

    public void Dispose() { }
}
