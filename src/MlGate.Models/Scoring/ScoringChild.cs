using Microsoft.ML;
using MlGate.Findings;
using MlGate.Runs;
using MlGate.Versions;

namespace MlGate.Models.Scoring;

/// <summary>
/// The scoring process: loads the models, reads the test set once, and writes one file of scores. The only place that runs ML.NET.
/// </summary>
internal static class ScoringChild
{
    /// <summary>Does what a request asks; the answer is a file, the exit code only says whether there is one.</summary>
    public static int Run(ScoringRequest request, IRowBatches rows)
    {
        using var end = new Timer(
            _ => Environment.Exit(ExitCode.LimitHit),
            null,
            TimeSpan.FromSeconds(request.EndAfterSeconds),
            Timeout.InfiniteTimeSpan
        );
        try
        {
            if (request.IsDescription)
            {
                ModelDescription.From(request.Models[0])?.Write(request.Output);
                return ExitCode.Passed;
            }

            Answer(request, rows);
            return ExitCode.Passed;
        }
        catch (OutOfMemoryException)
        {
            return ExitCode.LimitHit;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return ExitCode.Environment;
        }
    }

    private static void Answer(ScoringRequest request, IRowBatches rows)
    {
        rows = rows.With(request.MissingMarks, ofNumbersOnly: true);
        ArtifactFile[] files = [.. request.Data.Select(file => new ArtifactFile(file.Name, file.Location, file.Sha256, file.Size))];
        var problems = new Dictionary<string, ScoringProblem>(StringComparer.Ordinal);
        var models = new Dictionary<string, MlNetModel>(StringComparer.Ordinal);
        if (rows.Columns(files).Value is { } columns)
        {
            var context = new MLContext(seed: 0);
            var data = new TestSetColumns(rows, files, columns);
            foreach (var requested in request.Models)
            {
                var (model, problem) = MlNetModel.Load(context, requested, request, data);
                if (model is not null)
                {
                    models.Add(requested.Name, model);
                }
                else
                {
                    problems.Add(requested.Name, problem!);
                }
            }
        }
        else
        {
            problems = request.Models.ToDictionary(model => model.Name, _ => ScoringPass.DataProblem("columns not readable"));
        }

        // A model that fails while it scores must not take the other one with it: the rest is scored again without it.
        while (true)
        {
            var failed = Pass(request, models, problems, rows, files);
            if (failed.Count == 0)
            {
                return;
            }

            File.Delete(request.Output);
            foreach (var (name, problem) in failed)
            {
                problems[name] = problem;
                models.Remove(name);
            }
        }
    }

    private static IReadOnlyDictionary<string, ScoringProblem> Pass(
        ScoringRequest request,
        Dictionary<string, MlNetModel> models,
        Dictionary<string, ScoringProblem> problems,
        IRowBatches rows,
        ArtifactFile[] files
    )
    {
        try
        {
            return new ScoringPass(request, models, problems).Run(rows, files);
        }
        catch (Exception problem) when (models.Count > 0 && problem is not OutOfMemoryException)
        {
            // The pass answers for its models, so this came from the reading; its text may hold values of the data.
            return models.ToDictionary(model => model.Key, _ => ScoringPass.DataProblem("reading failed (" + problem.GetType().Name + ")"));
        }
    }
}
