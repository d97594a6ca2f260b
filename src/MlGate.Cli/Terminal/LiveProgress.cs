using MlGate.App.Services;
using MlGate.Runs;
using Spectre.Console;

namespace MlGate.Cli.Terminal;

/// <summary>One line on a terminal that says what is being done right now, and is gone when the run is over.</summary>
internal sealed class LiveProgress : IRunProgress
{
    private readonly StatusContext status;

    private LiveProgress(StatusContext status) => this.status = status;

    /// <summary>Runs something under a live display on the error stream, so that results can be piped.</summary>
    public static Task<T> DuringAsync<T>(TextWriter messages, Func<IRunProgress, Task<T>> run)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(messages) });
        return console.Status().Spinner(Spinner.Known.Dots).StartAsync("mlgate", status => run(new LiveProgress(status)));
    }

    public IDisposable Step(string subject, string step)
    {
        status.Status = Markup.Escape($"{subject}: {step}");
        return NoProgress.Nothing;
    }
}
