using FsCheck;
using FsCheck.Fluent;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Gates.Writing;
using MlGate.Testing;
using NJsonSchema;

namespace MlGate.Core.Tests.Gates;

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
