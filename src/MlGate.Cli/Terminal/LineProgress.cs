using MlGate.App.Services;
using MlGate.Reporting.Terminal;
using MlGate.Runs;

namespace MlGate.Cli.Terminal;

/// <summary>A plain line per step, for logs.</summary>
internal sealed class LineProgress(Output output) : IRunProgress
{
    public IDisposable Step(string subject, string step)
    {
        output.Message($"mlgate: {subject}: {step}");
        return NoProgress.Nothing;
    }
}
