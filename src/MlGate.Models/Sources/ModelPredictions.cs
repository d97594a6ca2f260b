using MlGate.Findings;
using MlGate.Gates;
using MlGate.Metrics;
using MlGate.Models.Preflight;
using MlGate.Models.Scoring;
using MlGate.Models.Worker;
using MlGate.Predictions;
using MlGate.Runs;
using MlGate.Versions;

namespace MlGate.Models.Sources;

/// <summary>Predictions of models and of prediction files. Runs no engine of models: that is the scoring process's.</summary>
internal sealed class ModelPredictions(
    IRowBatches rows,
    ICache cache,
    ScoringProcess process,
    PredictionSettings settings,
    FormatList formats
) : IPredictions
{
    private readonly ModelScores models = new(cache, process, settings, formats);

    /// <inheritdoc/>
    public async Task<Result<PredictionSet>> PredictAsync(PredictionRequest request, CancellationToken cancel)
    {
        var candidate = new ComparedModel(ComparedModel.CandidateName, request.Model, request.Candidate);
        var baseline = request.Baseline is null ? null : new ComparedModel(ComparedModel.BaselineName, request.Model, request.Baseline);
        var ofOtherRows = baseline is { IsPredictions: true, Gate.Key: null } && !request.Test.Version.IsContentOf(request.BaselineTest);
        List<ComparedModel> sides = baseline is null || ofOtherRows ? [candidate] : [candidate, baseline];

        // Models are copied and their digest is checked; what is read where it stands must still be what was hashed.
        IReadOnlyList<ArtifactFile> read = [.. request.Test.Files, .. request.Candidate.Files, .. request.Baseline?.Files ?? []];
        var before = ModelFileStamp.Hashed(read);
        var raw = await RawAsync(request, sides, cancel);
        var observed = raw[ComparedModel.CandidateName].Value is null ? null : await ObservedAsync(request, candidate, cancel);
        if (!before.SequenceEqual(ModelFileStamp.From(read)))
        {
            return candidate.Finding(
                new Refusal(
                    Diagnostics.ChangedWhileRead,
                    "the test set or the model file changed after it was hashed",
                    "an unchanged file",
                    "Run again when the files are complete"
                )
            );
        }

        if (observed?.Value is null)
        {
            return Result.Failed<PredictionSet>(observed?.Problems ?? raw[ComparedModel.CandidateName].Problems);
        }

        var together = Together(request, sides, raw, observed.Value);
        return ofOtherRows && together.Value is { } set ? set with { Notes = [DifferentRows(baseline!, request), .. set.Notes] } : together;
    }

    // Paired by place, rows of two test sets would be compared that have nothing to do with each other.
    private static Finding DifferentRows(ComparedModel side, PredictionRequest request) =>
        side.Finding(
            new Refusal(
                Diagnostics.ModelsNotComparable,
                request.BaselineTest is null
                    ? "predictions without a key, and the test set of the baseline is unknown"
                    : "predictions without a key, and the baseline has another test set",
                "predictions with a key, or the test set of the baseline",
                "Declare key for the model in the gate file, and write that column with the predictions"
            )
        ) with
        {
            Subject = side.Gate.Id.Text,
        };

    // Reading throws where the data is not what it claims to be: the checks of the data say what is wrong and where.
    private async Task<Result<TestRows>> ObservedAsync(PredictionRequest request, ComparedModel side, CancellationToken cancel)
    {
        try
        {
            return await TestRows.ReadAsync(rows, request, cancel);
        }
        catch (InvalidDataException)
        {
            return NotReadable(side, "the test set cannot be read");
        }
    }

    private async Task<Result<RawScores>> PredictedAsync(
        IPredictionsFormat format,
        PredictionRequest request,
        ComparedModel side,
        CancellationToken cancel
    )
    {
        try
        {
            return await format.ReadAsync(rows, request, side, cancel);
        }
        catch (InvalidDataException)
        {
            return NotReadable(side, "the predictions, or the test set's keys, cannot be read");
        }
    }

    private static Finding NotReadable(ComparedModel side, string found) =>
        side.Finding(
            new Refusal(
                Diagnostics.DataNotReadable,
                found,
                "rows that all have the columns of the header",
                "Run mlgate check on the dataset to find the invalid row"
            )
        );

    private static Result<PredictionSet> Together(
        PredictionRequest request,
        List<ComparedModel> sides,
        Dictionary<string, Result<RawScores>> raw,
        TestRows observed
    )
    {
        if (observed.Rows == 0)
        {
            return sides[0]
                .Finding(new Refusal(Diagnostics.DataEmpty, "the test set has no rows", "a test set with rows", "Restore the test set"));
        }

        var labels = LabelClasses.From(request, observed, raw[ComparedModel.CandidateName].Value!.Classes);
        if (labels.Value is not { } known)
        {
            return Result.Failed<PredictionSet>(labels.Problems);
        }

        var candidate = ComparedModelScores.For(sides[0], raw[ComparedModel.CandidateName].Value!, observed.Rows, known);
        if (candidate.Value is null)
        {
            return Result.Failed<PredictionSet>(candidate.Problems);
        }

        var notes = new List<Finding>();
        Scores? baseline = null;
        if (sides.Count > 1)
        {
            var scores = Baseline(sides[1], raw[ComparedModel.BaselineName], observed.Rows, known);
            if (scores.Value is null && scores.Problems.Any(IsNoFaultOfTheBaseline))
            {
                return Result.Failed<PredictionSet>(scores.Problems);
            }

            baseline = scores.Value;
            notes.AddRange(scores.Problems.Select(problem => NotComparable(sides[1], problem)));
        }

        var remarks = sides.SelectMany(side => raw[side.Name].Value?.Remarks ?? []).DistinctBy(remark => remark.Found);
        var differing = DecisionRemark.Find(sides[0], raw[ComparedModel.CandidateName].Value!, candidate.Value, known)
            ?? (baseline is null ? null : DecisionRemark.Find(sides[1], raw[ComparedModel.BaselineName].Value!, baseline, known));
        notes.AddRange(differing is null ? remarks : [.. remarks, differing]);
        notes.AddRange(
            sides
                .Select(side => (side, raw[side.Name].Value?.Difference))
                .Where(side => side.Difference is not null)
                .Select(side => NotDeterministic(side.side, side.Difference!))
        );
        return new PredictionSet
        {
            Keys = observed.Keys,
            Classes = known.Classes,
            Labels = known.Labels,
            Weights = observed.Weights,
            Groups = observed.Groups,
            Columns = observed.Columns,
            Candidate = candidate.Value,
            Baseline = baseline,
            Notes = notes,
        };
    }

    private static Result<Scores> Baseline(ComparedModel side, Result<RawScores> raw, int rows, LabelClasses known)
    {
        if (raw.Value is not { } scores)
        {
            return Result.Failed<Scores>(raw.Problems);
        }

        return side.Gate.Task.HasScorePerClass && !HasClasses(scores, known)
            ? side.Finding(
                new Refusal(
                    Diagnostics.ModelsNotComparable,
                    "other classes than the candidate",
                    "the same classes",
                    "If the change of the classes is intended, accept it: the next baseline has the same classes"
                )
            )
            : ComparedModelScores.For(side, scores, rows, known);
    }

    // Decisions alone may leave a class out.
    private static bool HasClasses(RawScores scores, LabelClasses known) =>
        scores.Columns == 0
        || (
            scores.Classes.Count == known.Classes.Count
            && scores.Classes.Select(known.IndexOf).Order().SequenceEqual(Enumerable.Range(0, known.Classes.Count))
        );

    // Changed bytes, hit limits and missing files say nothing about the baseline; taking them for "not comparable" would hide them.
    private static bool IsNoFaultOfTheBaseline(Finding problem) =>
        Diagnostics.Get(problem.Code).Area is Area.Versions or Area.Data or Area.Environment or Area.Limits or Area.Bug;

    private static Finding NotComparable(ComparedModel side, Finding problem) =>
        problem with
        {
            Code = Diagnostics.ModelsNotComparable.Code,
            Outcome = Outcome.NotComparable,
            Found =
                problem.Code == Diagnostics.ModelsNotComparable.Code
                    ? problem.Found
                    : $"the baseline cannot be scored: {problem.Found} ({problem.Code})",
            Expected = "a baseline that can be scored on this test set",
            Fix =
                problem.Code == Diagnostics.ModelsNotComparable.Code
                    ? problem.Fix
                    : "No comparison until the baseline fits this test set; absolute limits are still checked",
            Subject = side.Gate.Id.Text,
        };

    private static Finding NotDeterministic(ComparedModel side, ScoringDifference difference) =>
        side.Finding(
            new Refusal(
                Diagnostics.ScoreNotDeterministic,
                FormattableString.Invariant(
                    $"{difference.Rows} of {difference.Of} rows differ between two runs, by up to {difference.Largest:0.###e+0}"
                ),
                "the same score for the same row",
                "Remove randomness from the scoring of the model"
            )
        );

    private async Task<Dictionary<string, Result<RawScores>>> RawAsync(
        PredictionRequest request,
        List<ComparedModel> sides,
        CancellationToken cancel
    )
    {
        var raw = new Dictionary<string, Result<RawScores>>(StringComparer.Ordinal);
        var toScore = new List<ComparedModel>();
        foreach (var side in sides)
        {
            if (formats.Get(side.Format.Key) is IPredictionsFormat format)
            {
                raw[side.Name] = await PredictedAsync(format, request, side, cancel);
            }
            else
            {
                toScore.Add(side);
            }
        }

        if (toScore.Count > 0)
        {
            foreach (var (name, scored) in await models.ScoreAsync(request, toScore, cancel))
            {
                raw[name] = scored.Value is { } file
                    ? RawScores.From(file, ModelRemarks.For(sides.First(side => side.Name == name), file.Header.Models[0], file.Rows))
                    : Result.Failed<RawScores>(scored.Problems);
            }
        }

        return raw;
    }
}
