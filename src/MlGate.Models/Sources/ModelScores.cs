using MlGate.Findings;
using MlGate.Gates;
using MlGate.Models.Scoring;
using MlGate.Models.Worker;
using MlGate.Runs;

namespace MlGate.Models.Sources;

/// <summary>
/// Scores of models: from the cache where they may be taken from there, else from one scoring process for all that are missing.
/// </summary>
internal sealed class ModelScores(ICache cache, ScoringProcess process, PredictionSettings settings, FormatList formats)
{
    private const string Kind = "predictions";

    // Only what this object scored itself, and never in a file: a model that runs could write one.
    private readonly Dictionary<string, ScoreFile> remembered = new(StringComparer.Ordinal);

    /// <summary>Per side its scores, or why there are none.</summary>
    public async Task<IReadOnlyDictionary<string, Result<ScoreFile>>> ScoreAsync(
        PredictionRequest request,
        IReadOnlyList<ComparedModel> sides,
        CancellationToken cancel
    )
    {
        var keys = new PredictionKey(request, settings, formats);
        var entries = sides.Select(side => (Side: side, Key: keys.From(side))).ToList();
        var run = new CachedRun(this, request, cancel)
        {
            // One of each that may be shared, by key: two processes that make the same two files must take their locks in the same order.
            Entries =
            [
                .. entries.DistinctBy(entry => (entry.Key, MayCache(entry.Side))).OrderBy(entry => entry.Key, StringComparer.Ordinal),
            ],
        };
        await run.FromAsync(0, []);
        foreach (var (side, key) in entries.Where(entry => !run.Outcomes.ContainsKey(entry.Side.Name)).ToList())
        {
            run.Outcomes[side.Name] = run.Outcomes[entries.First(entry => entry.Key == key).Side.Name];
        }

        return run.Outcomes;
    }

    private async Task<Dictionary<string, Result<ScoreFile>>> ScoreNowAsync(
        PredictionRequest request,
        IReadOnlyList<ComparedModel> sides,
        CancellationToken cancel
    )
    {
        try
        {
            return await ScoreInAsync(Directory.CreateTempSubdirectory("mlgate-score-").FullName, request, sides, cancel);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or System.ComponentModel.Win32Exception)
        {
            return sides.ToDictionary(
                side => side.Name,
                side => (Result<ScoreFile>)side.Finding(WorkerVerdict.NoAccess(problem)),
                StringComparer.Ordinal
            );
        }
    }

    private async Task<Dictionary<string, Result<ScoreFile>>> ScoreInAsync(
        string folder,
        PredictionRequest request,
        IReadOnlyList<ComparedModel> sides,
        CancellationToken cancel
    )
    {
        var outcomes = new Dictionary<string, Result<ScoreFile>>(StringComparer.Ordinal);
        try
        {
            var models = new List<RequestedModel>();
            foreach (var side in sides)
            {
                var (copy, format) = (Path.Combine(folder, side.Name + ".model"), (IScoredFormat)formats.Get(side.Format.Key));
                if (format.Prepare(side.Bytes.Files, copy, settings.Caps, cancel) is { } refusal)
                {
                    outcomes[side.Name] = side.Finding(refusal);
                }
                else
                {
                    models.Add(new RequestedModel(side.Name, copy, side.Bytes.Files[0].Sha256, format.Format.Key));
                }
            }

            if (models.Count > 0)
            {
                var scored = sides.Where(side => models.Any(model => model.Name == side.Name)).ToList();
                foreach (var (name, outcome) in await RunAsync(request, scored, models, folder, cancel))
                {
                    outcomes[name] = outcome;
                }
            }

            return outcomes;
        }
        finally
        {
            Remove(folder);
        }
    }

    private async Task<IEnumerable<(string Name, Result<ScoreFile> Outcome)>> RunAsync(
        PredictionRequest request,
        List<ComparedModel> sides,
        List<RequestedModel> models,
        string folder,
        CancellationToken cancel
    )
    {
        var limited = process.Within(request.Model.Timeout);
        var (requestPath, output) = (Path.Combine(folder, "request.json"), Path.Combine(folder, "scores.bin"));
        new ScoringRequest
        {
            Schema = ScoringRequest.CurrentSchema,
            Models = models,
            Task = request.Model.Task,
            Label = request.Model.Label,
            Positive = request.Model.Positive,
            Inputs = request.Model.Inputs,
            MissingRealsAsNaNs = request.Model.Loader.MissingRealsAsNaNs,
            AllowQuoting = request.Model.Loader.AllowQuoting,
            Data = [.. request.Test.Files.Select(file => new RequestedFile(file.Name, file.Location, file.Sha256, file.Size))],
            DataVersion = request.Test.Version,
            MissingMarks = MissingMarks.From(request.TestGate),
            Output = output,
            RowsScoredTwice = settings.RowsScoredTwice,
            EndAfterSeconds = (int)Math.Ceiling(limited.Limits.Time.TotalSeconds) + 10,
        }.Write(requestPath);
        var temporary = Directory.CreateDirectory(Path.Combine(folder, "tmp")).FullName;
        var ended = await limited.RunAsync(requestPath, temporary, cancel);
        if (WorkerVerdict.For(ended, limited.Limits) is { } refusal)
        {
            return sides.Select(side => (side.Name, (Result<ScoreFile>)side.Finding(refusal)));
        }

        var answer = ScoreFile.Read(output);
        return
            answer is null
            || !answer.Header.Models.Select(model => model.Name).SequenceEqual(models.Select(model => model.Name), StringComparer.Ordinal)
            ? sides.Select(side => (side.Name, (Result<ScoreFile>)side.Finding(ScorerAnswer.Damaged)))
            : sides.Select(side => (side.Name, ScorerAnswer.Outcome(side, answer.Only(side.Name))));
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // A folder that stays must not hide the verdict; it is private, and the system's own clean-up takes it.
        }
    }

    /// <summary>
    /// Walks over the sides, holds the cache's lock of each that is missing, and scores the missing ones together at the end.
    /// </summary>
    private sealed class CachedRun(ModelScores owner, PredictionRequest request, CancellationToken cancel)
    {
        public required IReadOnlyList<(ComparedModel Side, string Key)> Entries { get; init; }

        public Dictionary<string, Result<ScoreFile>> Outcomes { get; } = new(StringComparer.Ordinal);

        public async Task FromAsync(int index, IReadOnlyList<ComparedModel> missing)
        {
            if (index == Entries.Count)
            {
                if (missing.Count > 0)
                {
                    foreach (var (name, outcome) in await owner.ScoreNowAsync(request, missing, cancel))
                    {
                        Outcomes[name] = outcome;
                    }
                }

                return;
            }

            var (side, key) = Entries[index];
            if (!owner.MayCache(side))
            {
                if (owner.remembered.TryGetValue(key, out var known))
                {
                    Outcomes[side.Name] = known;
                    await FromAsync(index + 1, missing);
                    return;
                }

                await FromAsync(index + 1, [.. missing, side]);
                if (owner.Remembers && Outcomes[side.Name].Value is { } scored)
                {
                    owner.remembered[key] = scored;
                }

                return;
            }

            var made = false;
            var file = await owner.CachedAsync(
                key,
                async path =>
                {
                    made = true;
                    await FromAsync(index + 1, [.. missing, side]);
                    if (Outcomes[side.Name].Value is not { } scores)
                    {
                        return Outcomes[side.Name].Problems;
                    }

                    return Keep(side, scores, path);
                },
                cancel
            );
            if (!made)
            {
                var taken = file.Value is { } path && ScoreFile.Read(path) is { Header.Models: [{ Problem: null }] } sound ? sound : null;
                if (taken is not null)
                {
                    Outcomes[side.Name] = taken;
                }

                await FromAsync(index + 1, taken is null ? [.. missing, side] : missing);
            }
        }

        // The scores are known; that they cannot be kept costs time and nothing else.
        private static IReadOnlyList<Finding> Keep(ComparedModel side, ScoreFile scores, string path)
        {
            try
            {
                scores.Write(path);
                return [];
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                return [side.Finding(WorkerVerdict.NoAccess(problem))];
            }
        }
    }

    private bool Remembers => settings.Remember;

    private bool MayCache(ComparedModel side) => side.IsBaseline ? settings.CacheBaselines : settings.CacheCandidates;

    private Task<Result<string>> CachedAsync(string key, Func<string, Task<IReadOnlyList<Finding>>> make, CancellationToken cancel) =>
        cache.GetOrCreateAsync(Kind, key, make, cancel);
}
