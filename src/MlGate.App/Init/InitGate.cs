using MlGate.App.Location;
using MlGate.App.Services;
using MlGate.App.UseCases;
using MlGate.Data.Engines.DuckDb;
using MlGate.Data.Inference;
using MlGate.Findings;
using MlGate.GateFile.Draft;
using MlGate.Platform;
using MlGate.Predictions;
using MlGate.Reporting.Terminal;
using MlGate.Versions;

namespace MlGate.App.Init;

/// <summary>Looks at what a folder holds and writes a gate file that passes on it.</summary>
/// <param name="output">Where to say what is done.</param>
/// <param name="folder">Absolute.</param>
/// <param name="label">The column that the models predict; null to find it out.</param>
/// <param name="surroundings">What the environment says.</param>
internal sealed class InitGate(Output output, string folder, string? label, HostEnvironment surroundings)
{
    private readonly string gateFile = Path.Combine(folder, GateFileSearch.DefaultName);

    /// <summary>What to do next, one command a line; empty until a gate file was written.</summary>
    public IReadOnlyList<string> Next { get; private set; } = [];

    /// <summary>Writes the gate file and the locks.</summary>
    /// <returns>Problems; empty when both stand.</returns>
    public async Task<IReadOnlyList<Finding>> RunAsync(bool force, CancellationToken cancel)
    {
        if (Occupied(force) is { } occupied)
        {
            return [occupied];
        }

        var found = FoundFiles.Below(folder);
        var (data, unreadable) = await DatasetsAsync(found.Data, cancel);
        output.Problems(unreadable);
        var predictions = data.Where(dataset => dataset.IsPredictionsFor(data)).ToList();
        var datasets = data.Except(predictions).ToList();
        if (datasets.Count == 0)
        {
            return
            [
                Stop(
                    Diagnostics.FileNotFound,
                    folder,
                    "no data file below this folder",
                    "a .csv, .tsv, .parquet or .jsonl file",
                    "Run mlgate init where the data is, or write mlgate.yml by hand: docs/gate-file.md"
                ),
            ];
        }

        var at = datasets.FindIndex(dataset => dataset.IsTest);
        at = at < 0 ? datasets.Count - 1 : at;
        if (label is not null && !datasets[at].Has(label))
        {
            var columns = datasets[at].Schema.Columns.Select(column => column.Name).ToList();
            return
            [
                Stop(
                    Diagnostics.BadOption,
                    "--label",
                    $"the test set {datasets[at].Path} has no column '{label}'",
                    "one of " + string.Join(", ", columns.Take(20)),
                    Spelling.FixFor(label, columns) ?? "Use a column of the test set"
                ),
            ];
        }

        using var workplace = new GateServices(gateFile, null, surroundings);
        var models = await ModelsAsync(found.Models, predictions, datasets[at], workplace, cancel);
        var target = label ?? models.Find(model => model.Label != ModelProposal.UnknownLabel)?.Label;
        datasets = [.. datasets.Select(dataset => dataset.WithLabel(target))];
        var starter = new StarterGate
        {
            Name = NameOf(Path.GetFileName(folder)),
            Datasets = Declare(datasets, datasets[at]),
            Models = models,
        };
        return await WriteAsync(await WithMarginsAsync(starter, workplace, cancel), workplace, cancel);
    }

    private async Task<IReadOnlyList<Finding>> WriteAsync(StarterGate starter, GateServices workplace, CancellationToken cancel)
    {
        var text = StarterWriter.Write(starter);
        var gate = workplace.Parse(text);
        if (gate.Value is null)
        {
            return gate.Problems;
        }

        RegularFile.Write(gateFile, text);
        var gated = starter.Models.Where(model => model.CommentedOut is null).ToList();
        output.Message($"wrote {GateFileSearch.DefaultName}: {starter.Datasets.Count} datasets, {gated.Count} models");
        output.Problems(starter.Models.Where(model => model.CommentedOut is not null).Select(NotGated));
        output.Message(
            ArtifactAttributes.Add(folder, [.. starter.Datasets.Select(dataset => dataset.Path), .. gated.Select(model => model.Path)])
                ? $"wrote {ArtifactAttributes.FileName}: git does not convert the line endings of these files"
                : $"{ArtifactAttributes.FileName} is not a regular file and was not changed"
        );
        Next = NextCommands.After(folder, starter);
        return (await LockArtifacts.ForGate(workplace, gate.Value).RunAsync(gate.Value, cancel)).Problems;
    }

    // An empty gate file, or one of comments alone, holds nothing that could be lost.
    private Finding? Occupied(bool force)
    {
        var kind = Entry.KindOf(gateFile, followLink: false);
        if (kind is not (EntryKind.File or EntryKind.Missing))
        {
            return Stop(
                Diagnostics.BadOption,
                GateFileSearch.DefaultName,
                $"a {kind.ToString().ToLowerInvariant()} with this name exists",
                "no file, or an empty one",
                "Rename it, and run mlgate init again"
            );
        }

        return
            kind == EntryKind.Missing
            || force
            || File.ReadLines(gateFile).Take(1000).All(line => line.Trim() is "" or "---" || line.TrimStart().StartsWith('#'))
            ? null
            : Stop(
                Diagnostics.BadOption,
                GateFileSearch.DefaultName,
                "a gate file exists",
                "no gate file, or an empty one",
                "Edit it, or overwrite it with --force"
            );
    }

    private async Task<(List<FoundDataset> Datasets, List<Finding> Unreadable)> DatasetsAsync(
        IReadOnlyList<string> paths,
        CancellationToken cancel
    )
    {
        var datasets = new List<FoundDataset>();
        var unreadable = new List<Finding>();
        var inference = new SchemaInference(new EngineOptions());
        foreach (var path in paths)
        {
            output.Message($"reading {path}");
            var location = Path.Combine(folder, path);
            var schema = await inference.InferAsync(
                [new ArtifactFile(path, location, new string('0', 64), new FileInfo(location).Length)],
                cancel
            );
            if (schema.Value is null)
            {
                unreadable.AddRange(schema.Problems.Select(problem => problem with { Severity = Severity.Warn }));
            }
            else
            {
                if (schema.Value.MissingMarks.Count > 0)
                {
                    output.Message($"{path}: read as missing: {string.Join(", ", schema.Value.MissingMarks)}");
                }

                var name = Unused(NameOf(FoundFiles.NameOf(path)), datasets.Select(dataset => dataset.Name));
                datasets.Add(new FoundDataset(name, path, schema.Value));
            }
        }

        return (datasets, unreadable);
    }

    private static List<StarterDataset> Declare(List<FoundDataset> datasets, FoundDataset test) =>
        [
            .. datasets.Select(dataset =>
                dataset.Declare(dataset == test && datasets.Count > 1, dataset != test && Alike(dataset, test) ? [test.Name] : [])
            ),
        ];

    // Only files with the same columns can be a training set and its test set.
    private static bool Alike(FoundDataset one, FoundDataset other) =>
        one.Schema.Columns.Select(column => column.Name).SequenceEqual(other.Schema.Columns.Select(column => column.Name));

    private async Task<List<StarterModel>> ModelsAsync(
        IReadOnlyList<string> models,
        List<FoundDataset> predictions,
        FoundDataset test,
        GateServices workplace,
        CancellationToken cancel
    )
    {
        var declared = new List<StarterModel>();
        var search = new LabelSearch(test, label);
        foreach (var path in models)
        {
            output.Message($"reading {path}");
            var description = await workplace.DescribeAsync(path, cancel);
            declared.Add(ModelProposal.For(NameOfModel(path, declared), path, test, search.Find(description), description, null));
        }

        foreach (var file in predictions)
        {
            declared.Add(ModelProposal.For(NameOfModel(file.Path, declared), file.Path, test, search.Find(file), null, file));
        }

        return declared;
    }

    private static string NameOfModel(string path, List<StarterModel> declared) =>
        Unused(NameOf(Path.GetFileNameWithoutExtension(path)), declared.Select(model => model.Name));

    private static Finding NotGated(StarterModel model) =>
        Stop(
            Diagnostics.ModelNotGated,
            model.Path,
            model.Label == ModelProposal.UnknownLabel ? "unknown label column" : "cannot be scored",
            "a model that can be scored on the test set",
            model.Label == ModelProposal.UnknownLabel
                ? "Name the column: mlgate init --force --label COLUMN"
                : $"Complete its section in {GateFileSearch.DefaultName}, and remove the '#'"
        ) with
        {
            Severity = Severity.Warn,
        };

    // Each model is scored once on the test set; the section of one that cannot be scored becomes a comment.
    private async Task<StarterGate> WithMarginsAsync(StarterGate starter, GateServices workplace, CancellationToken cancel)
    {
        var models = new List<StarterModel>();
        foreach (var model in starter.Models)
        {
            if (model.CommentedOut is not null)
            {
                models.Add(model);
                continue;
            }

            output.Message($"scoring {model.Path}");
            var gate = workplace.Parse(StarterWriter.Write(starter with { Models = [model] }));
            var scored = gate.Value is null ? Result.Failed<PredictionSet>(gate.Problems) : await workplace.ScoreAsync(gate.Value, cancel);
            if (scored.Value is null)
            {
                output.Problems(scored.Problems.Select(problem => problem with { Severity = Severity.Warn, Place = null }));
                models.Add(model with { CommentedOut = "Not gated: " + scored.Problems[0].Found });
            }
            else
            {
                models.Add(model with { Metrics = Margins.For(model.Task, scored.Value) });
            }
        }

        return starter with
        {
            Models = models,
        };
    }

    private static string Unused(string name, IEnumerable<string> taken)
    {
        var names = taken.ToHashSet(StringComparer.Ordinal);
        return Enumerable
            .Range(1, int.MaxValue)
            .Select(number => number == 1 ? name : $"{name}-{number}")
            .First(candidate => !names.Contains(candidate));
    }

    private static string NameOf(string text)
    {
        var name = string.Concat(
                text.ToLowerInvariant()
                    .Select(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '.' ? character : '-')
            )
            .Trim('-', '.', '_');
        return name.Length == 0 ? "gate" : name[..Math.Min(name.Length, 60)];
    }

    private static Finding Stop(Diagnostic code, string subject, string found, string expected, string fix) =>
        new()
        {
            Code = code.Code,
            Id = "init",
            Subject = subject,
            Outcome = Outcome.NotMeasured,
            Expected = expected,
            Found = found,
            Fix = fix,
        };
}
