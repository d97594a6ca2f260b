using MlGate.Runs;

namespace MlGate.Cli.Composition;

internal sealed class SystemClock : IClock
{
    public DateTimeOffset Now => DateTimeOffset.UtcNow;
}
