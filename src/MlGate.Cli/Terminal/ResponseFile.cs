using System.CommandLine;
using MlGate.Platform;

namespace MlGate.Cli.Terminal;

/// <summary>
/// Arguments from a file, as the build hands them over: a line is an argument, with spaces, quotes and hashes as they are.
/// </summary>
internal static class ResponseFile
{
    private const int Longest = 16 << 20;

    public static ParserConfiguration Configuration { get; } =
        new()
        {
            ResponseFileTokenReplacer = (string path, out IReadOnlyList<string>? tokens, out string? error) =>
            {
                (tokens, error) = (null, null);
                try
                {
                    tokens = [.. Lines(RegularFile.ReadText(path, Longest, followLink: true))];
                    return true;
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
                {
                    error = $"the response file cannot be read: {exception.Message}";
                    return false;
                }
            },
        };

    private static IEnumerable<string> Lines(string text)
    {
        using var reader = new StringReader(text);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
