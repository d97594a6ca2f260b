using System.CommandLine;

namespace MlGate.Cli.Terminal;

/// <summary>Arguments from a file, as the build hands them over: a line is an argument, with spaces, quotes and hashes as they are.</summary>
internal static class ResponseFile
{
    public static ParserConfiguration Configuration { get; } = new()
    {
        ResponseFileTokenReplacer = (string path, out IReadOnlyList<string>? tokens, out string? error) =>
        {
            (tokens, error) = (null, null);
            try
            {
                tokens = File.ReadAllLines(path);
                return true;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                error = $"the response file cannot be read: {exception.Message}";
                return false;
            }
        },
    };
}
