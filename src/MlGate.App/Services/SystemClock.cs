using MlGate.Runs;

namespace MlGate.App.Services;

internal sealed class SystemClock : IClock
{
    public DateTimeOffset Now => DateTimeOffset.UtcNow;
}
