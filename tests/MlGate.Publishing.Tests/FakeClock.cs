using MlGate.Publishing.Calls;

namespace MlGate.Publishing.Tests;

/// <summary>Time that passes only when someone waits.</summary>
internal sealed class FakeClock : IDelay
{
    public DateTimeOffset Now { get; private set; } = new(2026, 11, 22, 18, 0, 0, TimeSpan.Zero);

    public List<TimeSpan> Waits { get; } = [];

    public Task WaitAsync(TimeSpan time, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        Waits.Add(time);
        Now += time;
        return Task.CompletedTask;
    }
}
