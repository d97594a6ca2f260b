namespace MlGate.Data.Tests;

/// <summary>The slow, obvious reader: quotes are stripped, and no test file has a delimiter or a line end inside of them.</summary>
internal static class PlainCsv
{
    public static IReadOnlyList<string> Column(string path, int index) =>
        [.. File.ReadLines(path).Skip(1).Select(line => line.Split(',')[index].Trim('"'))];
}
