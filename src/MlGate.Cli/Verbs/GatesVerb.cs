using System.CommandLine;

using MlGate.Cli.Composition;
using MlGate.Cli.Terminal;
using MlGate.Findings;
using MlGate.Runs;

namespace MlGate.Cli.Verbs;

/// <summary><c>mlgate gates</c>: names the gates, for those who have to speak of them before there is a report, or when there will be none.</summary>
internal static class GatesVerb
{
    public static Command Command(Output output)
    {
        var gates = new GateArguments();
        var command = new Command("gates", "Print the names of the gates, one a line, as reports and mlgate publish --gate use them. Measures nothing.");
        gates.AddTo(command);
        ExampleHelp.Add(command, "mlgate gates", "mlgate gates --all");
        command.SetAction((parsed, _) => Task.Run(() =>
        {
            var files = GateFileSearch.Find(Directory.GetCurrentDirectory(), parsed.GetValue(gates.Files)!, parsed.GetValue(gates.All));
            foreach (var file in files.Value ?? [])
            {
                using var workplace = new Workplace(file, parsed.GetValue(gates.Cache), Surroundings.Read(Environment.GetEnvironmentVariable));

                // As check names its report: after the gate that judges, or after the file that cannot be read.
                var name = Path.GetFileName(file);
                output.Result(workplace.ReadGate().Value is { } gate ? PolicySource.Choose(gate, name, workplace.Files, workplace.Versions).Gate.Name : name);
            }

            output.Problems(files.Problems);
            return ExitCode.Worst(files.Problems.Select(Verdict.ExitOf));
        }));
        return command;
    }
}
