using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Checks.Data;

/// <summary>The findings that a declared check can end in, alike but for their outcome.</summary>
/// <param name="Check">Code of the fact.</param>
/// <param name="Id">The check's path in the gate file.</param>
/// <param name="Place">Where it is declared.</param>
/// <param name="Severity">As declared.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Expected">What must hold.</param>
internal sealed record FindingBuilder(Diagnostic Check, CheckId Id, FilePlace Place, Severity Severity, string Subject, string Expected)
{
    /// <summary>A check that a declared value states.</summary>
    public static FindingBuilder From<T>(Diagnostic check, Declared<T> declared, string subject, string expected) =>
        new(check, declared.Id, declared.Place, declared.Severity, subject, expected);

    /// <summary>It holds.</summary>
    public Finding Passed(string found, Evidence? evidence = null) => Create(Outcome.Passed, found, null, evidence);

    /// <summary>It is broken.</summary>
    public Finding Failed(string found, string fix, Evidence? evidence = null) => Create(Outcome.Failed, found, fix, evidence);

    /// <summary>It could not be judged.</summary>
    public Finding NotMeasured(string found, string fix) => Create(Outcome.NotMeasured, found, fix, null);

    /// <summary>There is nothing to compare with yet: information, unless the gate file requires a baseline.</summary>
    public Finding NoBaseline(bool required) =>
        (required ? this : this with { Severity = Severity.Info }).Create(
            Outcome.NoBaseline,
            "no baseline to compare with",
            required ? "Commit the dataset on the target branch first" : null,
            null
        );

    private Finding Create(Outcome outcome, string found, string? fix, Evidence? evidence) =>
        new()
        {
            Code = Check.Code,
            Id = Id,
            Subject = Subject,
            Outcome = outcome,
            Severity = Severity,
            Expected = Expected,
            Found = found,
            Fix = fix,
            Place = Place,
            Evidence = evidence,
        };
}
