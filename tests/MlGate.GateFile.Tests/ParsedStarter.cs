using FsCheck.Fluent;
using MlGate.GateFile.Parsing;
using MlGate.Gates;

namespace MlGate.GateFile.Tests;

/// <summary>Parses a first gate file.</summary>
internal static class ParsedStarter
{
    public static Gate Parse(string text)
    {
        var result = GateParser.Parse(text, "mlgate.yml", new GateFilesInMemory());
        Assert.True(
            result.Value is not null,
            string.Join('\n', result.Problems.Select(problem => problem.Place + " " + problem.Message)) + "\n" + text
        );
        return result.Value;
    }
}
