using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit;

namespace MlGate.Testing;

/// <summary>Compares text that a person reads with an approved file beside the test, in Verify's file convention.</summary>
public static partial class Snapshot
{
    /// <summary>
    /// Fails unless <c>Type.Method.verified.EXT</c> holds the text; on a mismatch <c>.received.</c> is written beside it.
    /// </summary>
    /// <param name="text">What was made.</param>
    /// <param name="extension">Without a dot: <c>md</c>, <c>json</c>, <c>txt</c>.</param>
    /// <param name="variant">Tells several snapshots of one test apart.</param>
    /// <param name="file">Set by the compiler.</param>
    /// <param name="method">Set by the compiler.</param>
    public static void Verify(
        string text,
        string extension = "txt",
        string? variant = null,
        [CallerFilePath] string file = "",
        [CallerMemberName] string method = ""
    )
    {
        var stem = Path.Combine(
            Path.GetDirectoryName(file)!,
            Path.GetFileNameWithoutExtension(file) + "." + method + (variant is null ? "" : "_" + variant)
        );
        var (verified, received) = (stem + ".verified." + extension, stem + ".received." + extension);
        var actual = Scrub(text);
        var expected = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : null;
        if (actual == expected)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        Assert.Fail(
            $"{Path.GetFileName(verified)} {(expected is null ? "does not exist" : "differs")}; read {received} and rename it if it "
                + $"is right.\n{actual}"
        );
    }

    private static string Scrub(string text) =>
        Guids().Replace(text.ReplaceLineEndings("\n").Replace(Path.GetTempPath(), "{temp}/", StringComparison.Ordinal), "{guid}");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Guids();
}
