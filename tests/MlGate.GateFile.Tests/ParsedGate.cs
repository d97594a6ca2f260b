using MlGate.GateFile.Parsing;
using MlGate.Gates;

namespace MlGate.GateFile.Tests;

/// <summary>Parses gate files that are sound.</summary>
internal static class ParsedGate
{
    public static Gate Parse(string text) => Parse(text, GateExamples.Files);

    public static Gate Parse(string text, GateFilesInMemory files)
    {
        var result = GateParser.Parse(text.ReplaceLineEndings("\n"), "mlgate.yml", files);
        Assert.Empty(result.Problems.Select(problem => problem.Place + " " + problem.Message));
        return result.Value!;
    }
}
