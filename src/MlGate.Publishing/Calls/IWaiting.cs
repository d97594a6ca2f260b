using MlGate.Runs;

namespace MlGate.Publishing.Calls;

/// <summary>The time, and letting it pass.</summary>
internal interface IWaiting : IClock
{
    Task Wait(TimeSpan time, CancellationToken cancel);
}

/// <summary>The machine's clock.</summary>
internal sealed class SystemWaiting : IWaiting
{
    public DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public Task Wait(TimeSpan time, CancellationToken cancel) => Task.Delay(time, cancel);
}
