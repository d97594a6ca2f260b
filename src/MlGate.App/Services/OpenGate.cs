using MlGate.App.Location;
using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.App.Services;

/// <summary>A gate that was found, read once.</summary>
internal sealed class OpenGate : IDisposable
{
    public OpenGate(GateLocation location, string? cacheFolder, HostEnvironment surroundings)
    {
        IsInTree = location is not (GateLocation.Removed or GateLocation.OnlyOnTarget);
        Services = new GateServices(location, cacheFolder, surroundings);
        Gate = Services.ReadGate();
    }

    /// <summary>Is its file in the working tree?</summary>
    public bool IsInTree { get; }

    public GateServices Services { get; }

    public Result<Gate> Gate { get; }

    /// <summary>Name of the gate that judges, in a pull request that of its base; null where the gate cannot be read.</summary>
    public async Task<string?> FindJudgingNameAsync(CancellationToken cancel) =>
        Gate.Value is { } gate ? (await Services.JudgingAsync(gate, cancel)).Name : null;

    public void Dispose() => Services.Dispose();
}
