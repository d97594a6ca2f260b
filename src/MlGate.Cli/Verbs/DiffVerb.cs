using System.CommandLine;

using MlGate.Cli.Composition;
using MlGate.Cli.Terminal;
using MlGate.Findings;
using MlGate.Runs;

namespace MlGate.Cli.Verbs;

/// <summary><c>mlgate diff</c>: what changed in data and models between two refs.</summary>
internal static class DiffVerb
{
    public static Command Command(Output output)
    {
        var range = new Argument<string>("range")
        {
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => "HEAD",
            Description = "A ref to compare the working tree with, or two refs as one..other.",
        };
        var gate = new Option<string?>("--gate") { Description = "The gate file. Without it: mlgate.yml in this folder.", HelpName = "file" };
        var cache = new Option<string?>("--cache") { Description = "Folder of the content cache.", HelpName = "folder" };
        range.RefuseOptions();
        var command = new Command("diff", "Show what changed in datasets and models: versions, rows, columns, figures, lineage.") { range, gate, cache };
        ExampleHelp.Add(command, "mlgate diff                 what is not committed yet", "mlgate diff main            against a branch", "mlgate diff v1.0..v1.1      between two tags");
        command.SetAction((parsed, cancel) =>
        {
            var file = GateFileSearch.Find(Directory.GetCurrentDirectory(), parsed.GetValue(gate) is { } named ? [named] : [], all: false);
            if (file.Value is null)
            {
                output.Problems(file.Problems);
                return Task.FromResult(ExitCode.Usage);
            }

            using var workplace = new Workplace(file.Value[0], parsed.GetValue(cache), Surroundings.Read(Environment.GetEnvironmentVariable));
            var read = workplace.ReadGate();
            if (read.Value is null)
            {
                output.Problems(read.Problems);
                return Task.FromResult(ExitCode.Worst(read.Problems.Select(Verdict.ExitOf)));
            }

            var refs = parsed.GetValue(range)!.Split("..", 2);
            if (refs.Length > 1 && refs[1].StartsWith('.'))
            {
                output.Problem(Diagnostics.BadOption, "three dots ask for a merge base, which diff does not look for", "two refs as one..other");
                return Task.FromResult(ExitCode.Usage);
            }

            var before = refs[0].Length > 0 ? refs[0] : "HEAD";
            var differences = new DiffRun(workplace.Versions, workplace.Profiles).Run(read.Value, before, refs.Length > 1 && refs[1].Length > 0 ? refs[1] : null, cancel);

            // What could not be read is no difference; one reason can hold for all artifacts, and is said once.
            output.Result(DiffText.Of(differences));
            var problems = differences.SelectMany(difference => difference.Problems).DistinctBy(problem => (problem.Code, problem.Id, problem.Subject, problem.Found)).ToList();
            output.Problems(problems);
            return Task.FromResult(ExitCode.Worst(problems.Select(Verdict.ExitOf)));
        });
        return command;
    }
}
