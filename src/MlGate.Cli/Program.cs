using System.CommandLine;
using System.Globalization;
using MlGate.App.Services;
using MlGate.Cli.Terminal;
using MlGate.Cli.Verbs;
using MlGate.Findings;
using MlGate.Platform;
using MlGate.Reporting.Redaction;
using MlGate.Reporting.Terminal;

namespace MlGate.Cli;

/// <summary>
/// The root of the command line. The only place where exceptions are caught: what reaches it is a failing disk, a cancellation or a bug.
/// </summary>
internal static class Program
{
    // What was told to stop and does not listen, is left behind after this long. It needs verbs that do not run on the thread of Main.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // The library's word for a patience that ended after SIGTERM; no verb says it.
    private const int EndedBySignal = 143;

    // The runtime keeps its assemblies open; with less it ends in the middle of loading one.
    private const int LeastOpenFiles = 200;

    public static Task<int> Main(string[] args)
    {
        if (OpenFileLimit.Current() is < LeastOpenFiles and var limit)
        {
            // Nothing more is loaded than this line needs.
            Console.Error.WriteLine(
                string.Concat(
                    "error MLG7008: at most ",
                    limit.ToString(CultureInfo.InvariantCulture),
                    " files may be open; expected a limit of at least 200. Raise it: ulimit -n 1024"
                )
            );
            return Task.FromResult(ExitCode.Environment);
        }

        return RunAsync(args);
    }

    private static async Task<int> RunAsync(string[] args)
    {
        if (args is ["status", ..])
        {
            // The YAML library asks for a pattern to be compiled to machine code, which takes ten times as long as all its matches. Nothing
            // that status runs needs code made at run time.
            AppContext.SetSwitch("System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported", false);
        }

        var output = new Output(Console.Out, Console.Error, SecretRedactor.From(Environment.GetEnvironmentVariables()));
        try
        {
            var parsed = Root(output).Parse(args.Length > 0 ? args : ["--help"], ResponseFile.Configuration);
            if (parsed.Errors.Count > 0)
            {
                return UsageErrors.Tell(parsed, output);
            }

            using var trace = VerbosityOption.IsDiagnostic(parsed) ? new TracePrinter(output) : null;

            // Whoever calls it without a verb learns what there is; but nothing was done, and that must not look green.
            var exit = await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Patience }
            );
            return exit == EndedBySignal ? ExitCode.Cancelled
                : args.Length > 0 ? exit
                : ExitCode.Usage;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Cancelled;
        }
#pragma warning disable CA1031 // The last line of defence: a bug becomes a coded diagnostic, not a stack trace in a build log.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return UnexpectedFailure.Tell(exception, output, withTrace: VerbosityOption.IsDiagnostic(args));
        }
    }

    internal static RootCommand Root(Output output)
    {
        var root = new RootCommand("Checks machine-learning models and their data against the limits in mlgate.yml.")
        {
            CheckVerb.Command(output),
            InitVerb.Command(output),
            DoctorVerb.Command(output),
            AcceptVerb.Command(output),
            LockVerb.Command(output),
            TrainVerb.Command(output),
            StatusVerb.Command(output),
            GatesVerb.Command(output),
            FetchVerb.Command(output),
            DiffVerb.Command(output),
            ShowVerb.Command(output),
            ExplainVerb.Command(output),
            HistoryVerb.Command(output),
            PublishVerb.Command(output),
            ScoreVerb.Command(output),
        };
        VerbosityOption.AddTo(root);
        return root;
    }
}
