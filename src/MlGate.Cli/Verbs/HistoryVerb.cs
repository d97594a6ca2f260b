using System.CommandLine;
using System.CommandLine.Parsing;
using MlGate.App.UseCases;
using MlGate.Cli.Terminal;
using MlGate.Reporting.Terminal;

namespace MlGate.Cli.Verbs;

/// <summary><c>mlgate history</c>: how metrics went over the commits; and <c>mlgate history record</c>, which keeps a run.</summary>
internal static class HistoryVerb
{
    public static Command Command(Output output)
    {
        var gate = new GateOption();
        var model = new Option<string?>("--model") { Description = "Only this model." };
        var metric = new Option<string?>("--metric") { Description = "Only this metric." };
        var count = new Option<int>("--count")
        {
            Description = "Number of runs to show.",
            DefaultValueFactory = _ => ShowHistory.UsualCount,
            CustomParser = Count,
        };
        var fetch = new Option<bool>("--fetch") { Description = "First fetch recorded runs from the remote." };
        var remote = Remote();
        var format = FormatOption.TextOrJson();
        var command = new Command("history", "Show metrics over commits, from the run history in git notes.")
        {
            model,
            metric,
            count,
            fetch,
            remote,
            format,
        };
        gate.AddTo(command);
        command.Add(Record(output));
        ExampleHelp.Add(
            command,
            "mlgate history",
            "mlgate history --model churn --metric auc --count 50",
            "mlgate history record out/report.json --push"
        );
        command.SetAction(
            (parsed, cancel) =>
            {
                var run = new ShowHistory(output)
                {
                    Model = parsed.GetValue(model),
                    Metric = parsed.GetValue(metric),
                    Count = parsed.GetValue(count),
                    Remote = parsed.GetValue(fetch) ? parsed.GetValue(remote) : null,
                    AsJson = FormatOption.IsJson(parsed, format),
                };
                return gate.RunAsync(parsed, output, (workplace, declared) => run.RunAsync(workplace, declared, cancel), cancel);
            }
        );
        return command;
    }

    private static Command Record(Output output)
    {
        var reports = new Argument<string[]>("reports") { Arity = ArgumentArity.OneOrMore, Description = "Files named report.json." };
        var push = new Option<bool>("--push")
        {
            Description = "Push the history to the remote. Runs of others are merged, not overwritten.",
        };
        var remote = Remote();
        reports.RefuseOptions();
        var command = new Command("record", "Record results as a git note on the checked commit.") { reports, push, remote };
        ExampleHelp.Add(command, "mlgate history record out/report.json", "mlgate history record out/report.json --push");
        command.SetAction(
            (parsed, cancel) =>
            {
                var to = parsed.GetValue(push) ? parsed.GetValue(remote) : null;
                return Task.Run(() => new RecordResults(output).RunAsync(parsed.GetValue(reports)!, to, cancel));
            }
        );
        return command;
    }

    // A number that the library cannot convert would end in an exception of its own.
    private static int Count(ArgumentResult result)
    {
        if (ShowHistory.CountFrom(result.Tokens[^1].Value) is { } count)
        {
            return count;
        }

        result.AddError(ShowHistory.CountComplaint);
        return ShowHistory.UsualCount;
    }

    internal static Option<string> Remote() =>
        new("--remote") { Description = "Git remote with the recorded runs.", DefaultValueFactory = _ => "origin" };
}
