using System.Text;

namespace MlGate.Models.Preflight;

/// <summary>The names of an archive's entries, checked as they come.</summary>
internal sealed class EntryNames(ArchiveCaps caps)
{
    private readonly HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> all = [];
    private bool forward;
    private bool backward;

    /// <summary>The names with forward slashes, in the order of the directory.</summary>
    public IReadOnlyList<string> All => all;

    /// <summary>Takes a name; says why it is refused.</summary>
    public Refusal? Add(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0 || bytes.Length > caps.NameBytes || bytes.ContainsAnyExceptInRange((byte)' ', (byte)'~'))
        {
            return Refusal.Malformed("an entry name is empty, too long, or has characters that ML.NET does not write");
        }

        var raw = Encoding.ASCII.GetString(bytes);
        forward |= raw.Contains('/', StringComparison.Ordinal);

        // ML.NET on Windows parts folders by backslashes, on other systems by slashes (dotnet/machinelearning Repository); never by both.
        backward |= raw.Contains('\\', StringComparison.Ordinal);
        if (forward && backward)
        {
            return Refusal.Malformed("names with slashes and names with backslashes");
        }

        var name = raw.Replace('\\', '/');
        if (
            name.Contains(':', StringComparison.Ordinal)
            || name.TrimEnd('/').Split('/').Any(part => part is "" or "." or ".." || part.EndsWith(' ') || part.EndsWith('.'))
        )
        {
            return Refusal.Malformed("an entry name is absolute or outside the archive");
        }

        if (!seen.Add(name.TrimEnd('/')))
        {
            return Refusal.Malformed("two entries have the same name, or names that differ only in case");
        }

        all.Add(name);
        return null;
    }
}
