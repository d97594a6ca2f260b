using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MlGate.Findings;
using MlGate.GateFile.Sources;
using MlGate.GateFile.Yaml;

namespace MlGate.GateFile.Schema;

/// <summary>Names that a gate file gives: of itself, of datasets, models and rules.</summary>
internal static partial class Identifier
{
    public const int MaxLength = 64;
    public const int MaxColumnLength = 256;
    public const string Pattern = "^[a-z0-9][a-z0-9_.-]{0,63}$";
    public const string Describe = "lower-case letters, digits, '_', '.' and '-', at most 64, a letter or digit first";

    public static bool IsValid(string name) => name.Length <= MaxLength && Name().IsMatch(name);

    public static string? FixFor(string name)
    {
        var better = Others().Replace(name.ToLowerInvariant(), "-").TrimStart('-', '_', '.');
        return IsValid(better) ? $"Write '{better}'" : null;
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9_.-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex("[^a-z0-9_.-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Others();
}

/// <summary>A name that the gate file gives.</summary>
internal sealed class NameKind(string noun) : ScalarSchema<string>
{
    public override string Describe => $"the name of {noun}: {Identifier.Describe}";

    public override JsonObject ToJsonSchema() =>
        new()
        {
            ["type"] = "string",
            ["pattern"] = Identifier.Pattern,
            ["maxLength"] = Identifier.MaxLength,
        };

    protected override Complaint? Read(ScalarNode scalar, ReadContext context, out string? value)
    {
        value = scalar.Text;
        if (!scalar.IsText)
        {
            return Wrong(scalar, "Put it in quotes if it is text");
        }

        return Identifier.IsValid(value) ? null : Outside(scalar, Identifier.FixFor(value)) with { Found = PrintableText.Quote(value) };
    }
}
