using MlGate.App.Location;
using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.App.Services;

/// <summary>A gate that was found, read once.</summary>
internal sealed class OpenGate : IDisposable
{
    public OpenGate(GateLocation location, string? cacheFolder, Surroundings surroundings)
    {
        IsInTree = location is not (GateLocation.Removed or GateLocation.OnlyOnTarget);
        Workplace = new Workplace(location, cacheFolder, surroundings);
        Gate = Workplace.ReadGate();
    }

    /// <summary>Is its file in the working tree?</summary>
    public bool IsInTree { get; }

    public Workplace Workplace { get; }

    public Result<Gate> Gate { get; }

    /// <summary>Name of the gate that judges, in a pull request that of its base; null where the gate cannot be read.</summary>
    public string? JudgingName => Gate.Value is { } gate ? Workplace.Judging(gate).Name : null;

    public void Dispose() => Workplace.Dispose();
}
