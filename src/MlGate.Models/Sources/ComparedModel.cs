using MlGate.Findings;
using MlGate.Gates;
using MlGate.Models.Preflight;
using MlGate.Runs;
using MlGate.Versions;

namespace MlGate.Models.Sources;

/// <summary>The candidate or the baseline of one model's gate.</summary>
internal sealed record ComparedModel(string Name, ModelGate Gate, ArtifactBytes Bytes)
{
    public const string CandidateName = "candidate";
    public const string BaselineName = "baseline";

    public bool IsBaseline => Name == BaselineName;

    /// <summary>The format of its file.</summary>
    public ModelFormat Format => ModelFormats.For(Bytes.Files.Count > 0 ? Bytes.Files[0].Name : "");

    /// <summary>True for a file of predictions, false for a model.</summary>
    public bool IsPredictions => Format.IsPredictions;

    /// <summary>Its file of predictions as a dataset, of which nothing is declared.</summary>
    public IDataset Dataset => new FileDataset(Bytes, Gate.Id, DatasetSchema.Undeclared);

    /// <summary>A finding about this side.</summary>
    public Finding Finding(Refusal refusal, IReadOnlyList<long>? rows = null) =>
        new()
        {
            Code = refusal.Diagnostic.Code,
            Id = Gate.Id,
            Subject = IsBaseline ? Gate.Id + " (baseline)" : Gate.Id.Text,
            Outcome = OutcomeOf(refusal.Diagnostic),
            Expected = refusal.Expected,
            Found = refusal.Found,
            Fix = refusal.Fix,
            Place = Gate.Place,
            Evidence = rows is null ? null : new Evidence { OffendingRows = rows },
        };

    // Scores that are no scores are the model's fault, and fail; everything else means that nobody knows how good the model is.
    private static Outcome OutcomeOf(Diagnostic diagnostic) =>
        diagnostic == Diagnostics.ScoreNotDeterministic ? Outcome.Inconclusive
        : diagnostic == Diagnostics.ModelsNotComparable ? Outcome.NotComparable
        : diagnostic is { Area: Area.Models, Kind: DiagnosticKind.UnusableInput } ? Outcome.Failed
        : Outcome.NotMeasured;
}
