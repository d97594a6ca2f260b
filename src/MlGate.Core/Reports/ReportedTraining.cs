using MlGate.Findings;
using MlGate.Versions;

namespace MlGate.Reports;

/// <summary>What a model was trained from, as its lock says, and what that is now: its staleness is judged by nothing else.</summary>
/// <param name="Model">The version that training wrote.</param>
/// <param name="Reads">What training reads, the datasets first.</param>
public sealed record ReportedTraining(ArtifactVersion Model, IReadOnlyList<ReportedRead> Reads);

/// <summary>One thing that training reads.</summary>
/// <param name="Id"><c>datasets.train</c>; <c>models.churn.train.reads."Trainer/"</c> for code; <c>models.churn.train</c> for command and
/// seed, whose bytes are both, each on a line of its own.</param>
/// <param name="Then">The version that the model was trained from; null where training did not read it.</param>
/// <param name="Now">The version that stands here; null where it could not be read.</param>
public sealed record ReportedRead(CheckId Id, ArtifactVersion? Then = null, ArtifactVersion? Now = null);
