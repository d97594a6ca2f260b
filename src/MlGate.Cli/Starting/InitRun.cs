using MlGate.Cli.Composition;
using MlGate.Cli.Terminal;
using MlGate.Data.Engine;
using MlGate.Data.Inference;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Gates.Writing;
using MlGate.Platform;
using MlGate.Predictions;
using MlGate.Versions;

namespace MlGate.Cli.Starting;

/// <summary>Looks at what a folder holds and writes a gate file that passes on it.</summary>
internal sealed class InitRun(Output output, string folder, Surroundings surroundings)
{
    private readonly string gateFile = Path.Combine(folder, GateFileSearch.DefaultName);

    /// <summary>Writes the gate file and the locks.</summary>
    /// <returns>Problems; empty when both stand.</returns>
    public IReadOnlyList<Finding> Run(bool force, CancellationToken cancel)
    {
        if (File.Exists(gateFile) && !force)
        {
            return [Stop(Diagnostics.BadOption, GateFileSearch.DefaultName, "there is one already", "a folder without a gate file", "Edit it, or write it anew with --force")];
        }

        var found = FoundFiles.Below(folder);
        var (data, unreadable) = Datasets(found.Data, cancel);
        output.Problems(unreadable);
        var predictions = data.Where(dataset => dataset.IsPredictions).ToList();
        var datasets = data.Except(predictions).ToList();
        if (datasets.Count == 0)
        {
            return [Stop(Diagnostics.FileNotFound, folder, "no data file was found below this folder", "a .csv, .tsv, .parquet or .jsonl file", "Run mlgate init where the data is, or write mlgate.yml by hand: docs/gate-file.md")];
        }

        var test = datasets.FirstOrDefault(dataset => dataset.IsTest) ?? datasets[^1];
        var starter = new StarterGate { Name = NameOf(Path.GetFileName(folder)), Datasets = Declare(datasets, test), Models = Declare(found.Models, predictions, test) };
        using var workplace = new Workplace(gateFile, null, surroundings);
        starter = WithMargins(starter, workplace, cancel);

        var text = StarterWriter.Write(starter);
        var gate = workplace.Parse(text);
        if (gate.Value is null)
        {
            return gate.Problems;
        }

        RegularFile.Write(gateFile, text);
        output.Message($"wrote {GateFileSearch.DefaultName}: {starter.Datasets.Count} datasets, {starter.Models.Count} models");
        return workplace.Lock(gate.Value, cancel).Problems;
    }

    private (List<FoundDataset> Datasets, List<Finding> Unreadable) Datasets(IReadOnlyList<string> paths, CancellationToken cancel)
    {
        var datasets = new List<FoundDataset>();
        var unreadable = new List<Finding>();
        var inference = new SchemaInference(new EngineOptions());
        foreach (var path in paths)
        {
            output.Message($"reading {path}");
            var location = Path.Combine(folder, path);
            var schema = inference.Infer([new ArtifactFile(path, location, new string('0', 64), new FileInfo(location).Length)], cancel);
            if (schema.Value is null)
            {
                unreadable.AddRange(schema.Problems.Select(problem => problem with { Severity = Severity.Warn }));
            }
            else
            {
                datasets.Add(new FoundDataset(Unused(NameOf(Path.GetFileNameWithoutExtension(path)), datasets.Select(dataset => dataset.Name)), path, schema.Value));
            }
        }

        return (datasets, unreadable);
    }

    private static List<StarterDataset> Declare(List<FoundDataset> datasets, FoundDataset test) =>
    [
        .. datasets.Select(dataset => dataset.Declare(
            dataset == test && datasets.Count > 1,
            dataset != test && Alike(dataset, test) ? [test.Name] : [])),
    ];

    // Only files with the same columns can be a training set and its test set.
    private static bool Alike(FoundDataset one, FoundDataset other) =>
        one.Schema.Columns.Select(column => column.Name).SequenceEqual(other.Schema.Columns.Select(column => column.Name));

    private static List<StarterModel> Declare(IReadOnlyList<string> models, List<FoundDataset> predictions, FoundDataset test)
    {
        var declared = new List<StarterModel>();
        foreach (var (path, from) in models.Select(path => (path, (FoundDataset?)null)).Concat(predictions.Select(dataset => (dataset.Path, (FoundDataset?)dataset))))
        {
            var name = Unused(NameOf(Path.GetFileNameWithoutExtension(path)), declared.Select(model => model.Name));
            if (FoundModel.Declare(name, path, test, from) is { } model)
            {
                declared.Add(model);
            }
        }

        return declared;
    }

    // Each model is scored once on the test set; one that cannot be scored is left out, and said.
    private StarterGate WithMargins(StarterGate starter, Workplace workplace, CancellationToken cancel)
    {
        var models = new List<StarterModel>();
        foreach (var model in starter.Models)
        {
            output.Message($"scoring {model.Path}");
            var gate = workplace.Parse(StarterWriter.Write(starter with { Models = [model] }));
            var scored = gate.Value is null ? Result.Failed<PredictionSet>(gate.Problems) : workplace.Score(gate.Value, cancel);
            if (scored.Value is null)
            {
                output.Problems(scored.Problems.Select(problem => problem with { Severity = Severity.Warn }));
                output.Message($"{model.Path} is left out of the gate file");
            }
            else
            {
                models.Add(model with { Metrics = Margins.For(model.Task, scored.Value) });
            }
        }

        return starter with { Models = models };
    }

    private static string Unused(string name, IEnumerable<string> taken)
    {
        var names = taken.ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? name : $"{name}-{number}").First(candidate => !names.Contains(candidate));
    }

    private static string NameOf(string text)
    {
        var name = string.Concat(text.ToLowerInvariant().Select(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '.' ? character : '-')).Trim('-', '.', '_');
        return name.Length == 0 ? "gate" : name[..Math.Min(name.Length, 60)];
    }

    private static Finding Stop(Diagnostic code, string subject, string found, string expected, string fix) => new()
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
