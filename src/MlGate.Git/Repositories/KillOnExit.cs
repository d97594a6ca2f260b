using System.Diagnostics;

namespace MlGate.Git.Repositories;

/// <summary>Ends a child, if it still runs, when this program ends before it was waited for.</summary>
internal sealed class KillOnExit : IDisposable
{
    private readonly Process child;

    public KillOnExit(Process child)
    {
        this.child = child;
        AppDomain.CurrentDomain.ProcessExit += End;
    }

    public void Dispose() => AppDomain.CurrentDomain.ProcessExit -= End;

    private void End(object? sender, EventArgs ending) => child.Kill(entireProcessTree: true);
}
