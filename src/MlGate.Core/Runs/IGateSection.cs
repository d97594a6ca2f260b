using MlGate.Estimation;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Reports;

namespace MlGate.Runs;

/// <summary>A section of the gate file in a run: what it checks, and what it reports. One class per section; all are found.</summary>
internal interface IGateSection : ISectionClass
{
    /// <summary>Checks one subject.</summary>
    /// <param name="run">What the sections of a run share.</param>
    /// <param name="subject">What must hold for it.</param>
    /// <param name="cancel">Stops the run.</param>
    Task<SectionResult> RunAsync(RunContext run, SubjectGate subject, CancellationToken cancel);
}

/// <summary>What a section says of a subject.</summary>
/// <param name="Part">Its part of the report.</param>
/// <param name="Findings">Its findings, passed ones too.</param>
/// <param name="Randomness">How random numbers were drawn; null where none were.</param>
internal sealed record SectionResult(ReportPart Part, IReadOnlyList<Finding> Findings, ReportedRandomness? Randomness = null);
