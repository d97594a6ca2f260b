using MlGate.Reporting.Setup;

namespace MlGate.App.Setup;

/// <summary>A check of <c>mlgate doctor</c>. A new one is a class, and a line in <see cref="SetupChecks"/>.</summary>
internal interface ISetupCheck
{
    /// <summary>What of the machine or the repository would stop or weaken a gate, or that nothing does.</summary>
    /// <param name="place">Where a gate would run.</param>
    /// <param name="cancel">Stops it.</param>
    Task<IReadOnlyList<SetupResult>> RunAsync(SetupPlace place, CancellationToken cancel);
}
