using System.Security.Cryptography;
using System.Text;

namespace MlGate.Git.Waivers;

/// <summary>Where waivers are, relative to the gate file's folder.</summary>
internal static class WaiverFiles
{
    public const string Folder = ".mlgate/waivers";

    /// <summary>Waivers are a few lines.</summary>
    public const int Largest = 64 * 1024;

    /// <summary>More are not read.</summary>
    public const int Most = 1000;

    private const int LongestName = 80;

    /// <summary>The file of a check: readable, sound on every platform, and no two checks share it.</summary>
    public static string PathOf(string gate, string check)
    {
        var name = string.Concat(
            check
                .Take(LongestName)
                .Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-' ? char.ToLowerInvariant(letter) : '-')
        );
        return $"{Folder}/{name}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(gate + "\n" + check)))[..8]}.json";
    }
}
