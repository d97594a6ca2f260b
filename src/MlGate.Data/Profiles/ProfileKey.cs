using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MlGate.Data.Sources;
using MlGate.Gates;
using MlGate.Runs;

namespace MlGate.Data.Profiles;

/// <summary>Digests of all that profiles and violations are computed from.</summary>
internal static class ProfileKey
{
    /// <summary>The key of a profile: bytes, how they are read, engine, format. No check enters it.</summary>
    public static string From(IDataset dataset, string engine)
    {
        var text = new StringBuilder();
        Line(text, "format", ProfileText.Format);
        Line(text, "worker", typeof(ProfileKey).Assembly.GetName().Version);
        Line(text, "engine", engine);
        var files = DataSource.FilesOf(dataset);
        foreach (var file in files)
        {
            // The extension decides how a file is read.
            Line(text, "file", file.Sha256, SourceFormats.Ending(file.Name));
            if (files.Count > 1)
            {
                // Names of several files decide which of them are read, and stand beside the rows that break a check.
                Line(text, "name", file.Name);
            }
        }

        Line(text, "schema", dataset.Schema.Canonical);
        return Digest(text);
    }

    /// <summary>The key of the answers to queries: the profile's, and what each query says of itself.</summary>
    public static string From(string profile, IEnumerable<ViolationQuery> queries)
    {
        var text = new StringBuilder();
        Line(text, "profile", profile);
        foreach (var query in queries)
        {
            Line(text, "query", query.Id.Text, query.Canonical);
        }

        return Digest(text);
    }

    private static string Digest(StringBuilder text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));

    // Lengths before values: no two lists of values give one text.
    private static void Line(StringBuilder text, string name, params object?[] values)
    {
        text.Append(name);
        foreach (var value in values)
        {
            var shown = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            text.Append(CultureInfo.InvariantCulture, $" {shown.Length}:{shown}");
        }

        text.Append('\n');
    }
}
