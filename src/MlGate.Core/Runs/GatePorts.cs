using MlGate.Versions;
using MlGate.Waivers;

namespace MlGate.Runs;

/// <summary>Everything that a run asks of the outside.</summary>
/// <param name="Versions">Bytes and their identities.</param>
/// <param name="Profiles">Aggregates of datasets.</param>
/// <param name="Predictions">Scores of models.</param>
/// <param name="Waivers">Findings that somebody accepted.</param>
/// <param name="Clock">The time.</param>
public sealed record GatePorts(IVersions Versions, IProfiles Profiles, IPredictions Predictions, IWaivers Waivers, IClock Clock);
