using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MlGate.Data.Sources;
using MlGate.Gates;
using MlGate.Versions;

namespace MlGate.Data.Profiles;

/// <summary>The digest of all that a profile is computed from: bytes, schema, engine, format.</summary>
internal static class ProfileKey
{
    public static string From(ArtifactBytes bytes, DatasetGate gate, string engine)
    {
        var text = new StringBuilder();
        Line("format", ProfileText.Format);
        Line("worker", typeof(ProfileKey).Assembly.GetName().Version);
        Line("engine", engine);
        foreach (var file in bytes.Files)
        {
            // The extension decides how a file is read.
            Line("file", file.Sha256, SourceFormats.Ending(file.Name));
            if (bytes.Files.Count > 1)
            {
                // Names of several files decide which of them are read, and stand in the profile.
                Line("name", file.Name);
            }
        }

        Line("marks", [.. gate.MissingMarks]);

        foreach (var column in gate.Columns)
        {
            Line("column", column.Name, column.Type.Value, column.Id);
            Line("type", column.Type.Id);
            foreach (var constraint in column.ValueConstraints)
            {
                // How the file stores a number is in its bytes: any form tells limits apart.
                Line(constraint.Constraint.Path, constraint.Id, constraint.Breaks(NumberForm.Double).Canonical);
            }

            Value("unique", column.Unique);
            if (column.MissingMarks is { } marks)
            {
                Line("marks", [.. marks]);
            }

            if (column.MaxMissing is { } missing)
            {
                Line("missing", missing.Id);
            }
        }

        foreach (var key in gate.Keys)
        {
            Line("key", [key.Id, .. key.Value]);
        }

        foreach (var rule in gate.Rules)
        {
            Value("rule", rule.Expect);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));

        void Value<T>(string name, Declared<T>? declared)
        {
            if (declared is not null)
            {
                Line(name, declared.Id, declared.Value);
            }
        }

        // Lengths before values: no two lists of values give one text.
        void Line(string name, params object?[] values)
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
}
