using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.Serialization.Json;
using System.Xml;
using System.Xml.Linq;
using MlGate.Platform;

namespace MlGate.MSBuild.Answers;

/// <summary>What <c>diagnostics.json</c> holds.</summary>
/// <param name="Summary">One line, or null.</param>
/// <param name="Unchanged">The line of a build that skips the gate; null for none.</param>
/// <param name="ValidUntil">When the verdict ends by itself; null for never.</param>
internal sealed record WorkerAnswer(string? Summary, string? Unchanged, DateTime? ValidUntil, IReadOnlyList<WorkerDiagnostic> Diagnostics)
{
    private const int Schema = 1;
    private const long MostBytes = 16 << 20;

    /// <summary>Reads the file; the answer is null, and the problem says why, when it is missing, damaged or of another schema.</summary>
    public static WorkerAnswer? Read(string path, out string problem)
    {
        problem = "";
        try
        {
            return Parse(RegularFile.ReadBytes(path, MostBytes));
        }
        catch (FileNotFoundException)
        {
            problem = "wrote no diagnostics.json";
            return null;
        }
        catch (UnsafeFileException unsafeFile)
        {
            problem = unsafeFile.IsTooLarge ? "its diagnostics.json is too large" : "its diagnostics.json is " + unsafeFile.Found;
            return null;
        }
        catch (Exception exception)
            when (exception
                    is XmlException
                        or FormatException
                        or InvalidOperationException
                        or OverflowException
                        or IOException
                        or UnauthorizedAccessException
            )
        {
            problem = "its diagnostics.json cannot be read: " + exception.Message;
            return null;
        }
    }

    // The framework's JSON reader presents a document as XML. It is the only one that a task of one DLL has in every host.
    private static WorkerAnswer Parse(byte[] json)
    {
        if (!IsClosed(json))
        {
            throw new FormatException("unexpected end of file");
        }

        using var reader = JsonReaderWriterFactory.CreateJsonReader(json, XmlDictionaryReaderQuotas.Max);
        var root = XElement.Load(reader);
        var schema = Number(root, "schema");
        if (schema != Schema)
        {
            throw new FormatException(
                "schema " + schema.ToString(CultureInfo.InvariantCulture) + " is not " + Schema.ToString(CultureInfo.InvariantCulture)
            );
        }

        var until = Text(root, "validUntil");
        return new WorkerAnswer(
            Text(root, "summary"),
            Text(root, "unchanged"),
            until is null ? null : DateTimeOffset.Parse(until, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).UtcDateTime,
            (root.Element("diagnostics") ?? throw new FormatException("diagnostics are missing")).Elements().Select(Diagnostic).ToList()
        );
    }

    // That reader takes the end of the file for the end of everything that is open, so a file that was cut would be an answer with less in
    // it.
    private static bool IsClosed(byte[] json)
    {
        var (depth, quoted) = (0, false);
        for (var at = 0; at < json.Length; at++)
        {
            var letter = (char)json[at];
            if (quoted)
            {
                at += letter == '\\' ? 1 : 0;
                quoted = letter != '"';
            }
            else
            {
                quoted = letter == '"';
                depth +=
                    letter is '{' or '[' ? 1
                    : letter is '}' or ']' ? -1
                    : 0;
            }
        }

        return depth == 0 && !quoted;
    }

    private static WorkerDiagnostic Diagnostic(XElement item) =>
        new(
            Text(item, "code") ?? throw new FormatException("a diagnostic without a code"),
            Text(item, "severity") switch
            {
                "error" => DiagnosticLevel.Error,
                "warning" => DiagnosticLevel.Warning,
                "message" => DiagnosticLevel.Message,
                _ => throw new FormatException("a diagnostic without a severity"),
            },
            Text(item, "file"),
            Number(item, "line"),
            Number(item, "column"),
            Text(item, "message") ?? "",
            Text(item, "helpLink")
        );

    private static string? Text(XElement item, string name) =>
        item.Element(name) is { } value && (string?)value.Attribute("type") != "null" ? value.Value : null;

    private static int Number(XElement item, string name) => (int?)item.Element(name) ?? 0;
}
