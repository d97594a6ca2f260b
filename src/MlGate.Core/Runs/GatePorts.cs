using MlGate.Predictions;
using MlGate.Profiles;
using MlGate.Versions;

namespace MlGate.Runs;

/// <summary>Everything that a run asks of the outside.</summary>
/// <param name="Versions">Bytes and their identities.</param>
/// <param name="Profiles">Aggregates of datasets.</param>
/// <param name="Predictions">Scores of models.</param>
/// <param name="Clock">The time.</param>
public sealed record GatePorts(IVersions Versions, IProfiles Profiles, IPredictions Predictions, IClock Clock);
