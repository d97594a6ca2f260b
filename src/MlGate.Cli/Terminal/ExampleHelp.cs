using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace MlGate.Cli.Terminal;

/// <summary>The usual help, with examples after it.</summary>
internal sealed class ExampleHelp(SynchronousCommandLineAction usual, IReadOnlyList<string> examples) : SynchronousCommandLineAction
{
    /// <summary>Whoever asks for help need not know yet what the verb asks for.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var exit = usual.Invoke(parseResult);
        var writer = parseResult.InvocationConfiguration.Output;
        writer.WriteLine("Examples:");
        foreach (var example in examples)
        {
            writer.WriteLine("  " + example);
        }

        writer.WriteLine();
        return exit;
    }

    /// <summary>Gives a command its examples.</summary>
    public static void Add(Command command, params IReadOnlyList<string> examples)
    {
        var help = new HelpOption();
        help.Action = new ExampleHelp((SynchronousCommandLineAction)help.Action!, examples);
        command.Options.Add(help);
    }
}
