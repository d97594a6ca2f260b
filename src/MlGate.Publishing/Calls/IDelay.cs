using MlGate.Runs;

namespace MlGate.Publishing.Calls;

/// <summary>The time, and letting it pass.</summary>
internal interface IDelay : IClock
{
    Task WaitAsync(TimeSpan time, CancellationToken cancel);
}

/// <summary>The machine's clock.</summary>
internal sealed class SystemDelay : IDelay
{
    public DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public Task WaitAsync(TimeSpan time, CancellationToken cancel) => Task.Delay(time, cancel);
}
