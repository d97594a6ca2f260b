using MlGate.Reporting.Formats;
using MlGate.Reporting.Redaction;
using MlGate.Reporting.Terminal;
using MlGate.Reports;
using Spectre.Console;

namespace MlGate.Cli.Terminal;

/// <summary>Prints a report: coloured and wrapped on a terminal, plain elsewhere.</summary>
internal static class ReportPrinter
{
    public static void Print(Report report, string format, bool verbose, Output output)
    {
        var (results, secrets) = (output.Results, output.Secrets);
        if (format != "text")
        {
            results.Write(secrets.RedactKnown(Renderers.Find(format)!.Render(report)));
        }
        else if (results == Console.Out && !Console.IsOutputRedirected)
        {
            Coloured(report, verbose, results, secrets);
        }
        else
        {
            foreach (var line in ConsoleRenderer.Lines(report, new ConsoleOptions { Verbose = verbose }))
            {
                results.WriteLine(secrets.RedactKnown(line.Text));
            }
        }
    }

    private static void Coloured(Report report, bool verbose, TextWriter results, SecretRedactor secrets)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(results) });
        foreach (var line in ConsoleRenderer.Lines(report, new ConsoleOptions { Verbose = verbose, Width = console.Profile.Width }))
        {
            foreach (var span in line.Spans)
            {
                console.Write(new Text(secrets.RedactKnown(span.Text), StyleOf(span.Style)));
            }

            console.WriteLine();
        }
    }

    private static Style StyleOf(ConsoleStyle style) =>
        style switch
        {
            ConsoleStyle.Strong => new Style(decoration: Decoration.Bold),
            ConsoleStyle.Quiet => new Style(Color.Grey),
            ConsoleStyle.Good => new Style(Color.Green),
            ConsoleStyle.Warning => new Style(Color.Yellow),
            ConsoleStyle.Bad => new Style(Color.Red),
            _ => Style.Plain,
        };
}
