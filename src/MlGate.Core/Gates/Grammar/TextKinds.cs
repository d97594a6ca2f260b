using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

using MlGate.Findings;
using MlGate.Gates.Reading;
using MlGate.Gates.Yaml;

namespace MlGate.Gates.Grammar;

/// <summary>A text.</summary>
/// <param name="describe">With article: <c>a command</c>.</param>
internal sealed class TextKind(string describe) : ScalarKind<string>
{
    /// <summary>Most characters.</summary>
    public int MaxLength { get; init; } = 4096;

    /// <summary>A pattern that is valid both here and in ECMAScript.</summary>
    public string? Pattern { get; init; }

    /// <summary>Names something in data: a number or boolean is taken as its text, because that is what stands in the data.</summary>
    public bool OfData { get; init; }

    public override string Describe => describe;

    public override JsonObject Schema()
    {
        var schema = new JsonObject
        {
            ["type"] = OfData ? new JsonArray("string", "number", "boolean") : "string",
            ["minLength"] = 1,
            ["maxLength"] = MaxLength,
        };
        if (Pattern is not null)
        {
            schema["pattern"] = Pattern;
        }

        return schema;
    }

    protected override Complaint? Read(ScalarNode scalar, ReadContext context, out string? value)
    {
        value = scalar.Text;
        if (!OfData && !scalar.IsText)
        {
            return Wrong(scalar, "Put it in quotes if the text is meant");
        }

        if (value.Length == 0)
        {
            return Outside(scalar) with { Found = "an empty text" };
        }

        if (value.EnumerateRunes().Count() > MaxLength)
        {
            return new Complaint(Diagnostics.OutOfRange, FormattableString.Invariant($"a text of {value.Length} characters"), null, FormattableString.Invariant($"{describe} of at most {MaxLength} characters"));
        }

        return Pattern is null || Regex.IsMatch(value, Pattern.TrimEnd('$') + "\\z", RegexOptions.CultureInvariant) && !value.Any(char.IsControl) ? null : Outside(scalar);
    }
}

/// <summary><c>true</c> or <c>false</c>; nothing else is a boolean in YAML 1.2.</summary>
internal sealed class BooleanKind : ScalarKind<bool>
{
    public override string Describe => "true or false";

    public override JsonObject Schema() => new() { ["type"] = "boolean" };

    protected override Complaint? Read(ScalarNode scalar, ReadContext context, out bool value)
    {
        value = scalar.Text is "true" or "True" or "TRUE";
        return scalar.IsBoolean ? null : Wrong(scalar, scalar.Text.ToLowerInvariant() switch
        {
            "yes" or "on" or "y" or "true" => "Write true",
            "no" or "off" or "n" or "false" => "Write false",
            _ => null,
        });
    }
}

/// <summary>One of a few words.</summary>
internal sealed class ChoiceKind<T>(IReadOnlyDictionary<string, T> words) : ScalarKind<T>
    where T : struct
{
    public override string Describe => words.Count == 1 ? words.Keys.Single() : "one of " + string.Join(", ", words.Keys);

    public override JsonObject Schema() => new() { ["enum"] = new JsonArray([.. words.Keys.Select(word => (JsonNode)word)]) };

    protected override Complaint? Read(ScalarNode scalar, ReadContext context, out T value) =>
        words.TryGetValue(scalar.Text, out value) && scalar.IsText ? null : Outside(scalar, Spelling.FixFor(scalar.Text, [.. words.Keys]));
}

/// <summary>A file or folder of the repository.</summary>
internal sealed class PathKind(string describe) : ScalarKind<string>
{
    public override string Describe => describe;

    public override JsonObject Schema() => new() { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = 1024, ["pattern"] = "^[^/\\\\~:][^\\\\:]*$" };

    protected override Complaint? Read(ScalarNode scalar, ReadContext context, out string? value)
    {
        value = scalar.Text;
        return scalar.IsText ? Judge(scalar.Text, context.Files.Folder) : Wrong(scalar, "Put it in quotes if the text is meant");
    }

    public static Complaint? Judge(string path, string folder)
    {
        if (path.Length is 0 or > 1024)
        {
            return new Complaint(Diagnostics.OutOfRange, path.Length == 0 ? "an empty path" : "a path of more than 1024 characters", null, "a path relative to the gate file");
        }

        if (GatePath.LeadsOut(folder, path))
        {
            return new Complaint(Diagnostics.PathOutside, Shown.Quoted(path), "Write a path of this repository, relative to the gate file", "a path inside of the repository");
        }

        return path.Contains('\\', StringComparison.Ordinal)
            ? new Complaint(Diagnostics.OutOfRange, Shown.Quoted(path), "Write " + Shown.Quoted(path.Replace('\\', '/')), "a path with forward slashes")
            : null;
    }
}
