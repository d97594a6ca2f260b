using MlGate.Findings;
using MlGate.Runs;

namespace MlGate.Models.Scoring;

/// <summary>
/// The scoring process: loads the models, reads the test set once, and writes one file of scores. The only place where engines of models
/// run.
/// </summary>
internal static class ScoringChild
{
    /// <summary>Does what a request asks; the answer is a file, the exit code only says whether there is one.</summary>
    /// <param name="request">The request.</param>
    /// <param name="rows">Reads the test set.</param>
    /// <param name="formats">The formats of models that may be asked for.</param>
    /// <param name="cancel">Stops the reading.</param>
    public static async Task<int> RunAsync(ScoringRequest request, IRowBatches rows, FormatList formats, CancellationToken cancel)
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
                FormatOf(request.Models[0], formats).Describe(request.Models[0])?.Write(request.Output);
                return ExitCode.Passed;
            }

            await AnswerAsync(request, rows, formats, cancel);
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

    private static async Task AnswerAsync(ScoringRequest request, IRowBatches rows, FormatList formats, CancellationToken cancel)
    {
        var test = request.TestSet();
        var problems = new Dictionary<string, ScoringProblem>(StringComparer.Ordinal);
        var models = new Dictionary<string, IScoredModel>(StringComparer.Ordinal);
        if ((await rows.ReadColumnsAsync(test, cancel)).Value is { } columns)
        {
            var data = new TestSetColumns(rows, test, columns);
            var loaders = new Dictionary<string, IModelLoader>(StringComparer.Ordinal);
            foreach (var requested in request.Models)
            {
                if (!loaders.TryGetValue(requested.Format, out var loader))
                {
                    loaders.Add(requested.Format, loader = FormatOf(requested, formats).Open(request, data));
                }

                var (model, problem) = await loader.LoadAsync(requested, cancel);
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
            var failed = await PassAsync(request, models, problems, rows, test, cancel);
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

    private static IScoredFormat FormatOf(RequestedModel requested, FormatList formats) => (IScoredFormat)formats.Get(requested.Format);

    private static async Task<IReadOnlyDictionary<string, ScoringProblem>> PassAsync(
        ScoringRequest request,
        Dictionary<string, IScoredModel> models,
        Dictionary<string, ScoringProblem> problems,
        IRowBatches rows,
        IDataset test,
        CancellationToken cancel
    )
    {
        try
        {
            return await new ScoringPass(request, models, problems).RunAsync(rows, test, cancel);
        }
        catch (Exception problem) when (models.Count > 0 && problem is not (OutOfMemoryException or OperationCanceledException))
        {
            // The pass answers for its models, so this came from the reading; its text may hold values of the data.
            return models.ToDictionary(model => model.Key, _ => ScoringPass.DataProblem("reading failed (" + problem.GetType().Name + ")"));
        }
    }
}
