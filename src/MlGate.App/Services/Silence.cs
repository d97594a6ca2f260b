using MlGate.Runs;

namespace MlGate.App.Services;

/// <summary>Shows nothing.</summary>
internal sealed class Silence : IRunProgress, IDisposable
{
    public static Silence Nothing { get; } = new();

    public IDisposable Step(string subject, string step) => this;

    public void Dispose() { }
}
