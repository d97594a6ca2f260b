using System.CommandLine;

namespace MlGate.Cli.Verbs;

/// <summary>How much a verb tells; every verb takes it.</summary>
internal static class VerbosityOption
{
    private const string Name = "--verbosity";
    private const string Short = "--verbose";
    private const string Detailed = "detailed";
    private const string Diagnostic = "diagnostic";

    /// <summary>Adds the levels, and the short word for one of them.</summary>
    public static void AddTo(Command root)
    {
        root.Options.Add(Create());
        root.Options.Add(new Option<bool>(Short) { Description = "Short for --verbosity detailed.", Recursive = true });
    }

    private static Option<string> Create()
    {
        var verbosity = new Option<string>(Name)
        {
            Description =
                "detailed: also list passed checks. diagnostic: also show decisions (baseline, cache, gate), queries, programs and times; "
                + "for a bug, the stack trace.",
            DefaultValueFactory = _ => "normal",
            Recursive = true,
        };
        verbosity.AcceptOnlyFromAmong("normal", Detailed, Diagnostic);
        return verbosity;
    }

    /// <summary>Are passed checks listed, too?</summary>
    public static bool IsDetailed(ParseResult parsed) =>
        parsed.GetValue<bool>(Short) || parsed.GetValue<string>(Name) is Detailed or Diagnostic;

    /// <summary>Are decisions and times shown?</summary>
    public static bool IsDiagnostic(ParseResult parsed) => parsed.GetValue<string>(Name) == Diagnostic;

    /// <summary>The same for a command line that was not parsed to its end.</summary>
    public static bool IsDiagnostic(string[] args) => args.Contains(Diagnostic);
}
