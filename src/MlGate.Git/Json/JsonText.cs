using MlGate.Findings;

namespace MlGate.Git.Json;

/// <summary>The bytes of a file of ours before they are parsed.</summary>
internal static class JsonText
{
    private static readonly byte[][] Markers =
    [
        "<<<<<<< "u8.ToArray(),
        "======="u8.ToArray(),
        ">>>>>>> "u8.ToArray(),
        "||||||| "u8.ToArray(),
    ];

    /// <summary>Line and column of an offset.</summary>
    public static FilePlace Place(string path, ReadOnlySpan<byte> content, int at)
    {
        var before = content[..Math.Clamp(at, 0, content.Length)];
        var line = before[(before.LastIndexOf((byte)'\n') + 1)..];
        return new FilePlace(path, before.Count((byte)'\n') + 1, System.Text.Encoding.UTF8.GetCharCount(line) + 1);
    }

    /// <summary>Offset of the first marker of a merge conflict; null without one.</summary>
    public static int? ConflictAt(ReadOnlySpan<byte> content)
    {
        for (var at = 0; at < content.Length; )
        {
            foreach (var marker in Markers)
            {
                if (content[at..].StartsWith(marker))
                {
                    return at;
                }
            }

            var feed = content[at..].IndexOf((byte)'\n');
            at = feed < 0 ? content.Length : at + feed + 1;
        }

        return null;
    }
}
