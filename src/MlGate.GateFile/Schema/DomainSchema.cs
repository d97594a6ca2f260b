using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using MlGate.Findings;
using MlGate.GateFile.Sources;
using MlGate.GateFile.Yaml;

namespace MlGate.GateFile.Schema;

/// <summary>A domain: a list of texts, or a file with one on each line.</summary>
internal sealed class DomainSchema : ValueSchema<IReadOnlyList<string>>
{
    private const string Prefix = "file:";
    private const int MaxValues = 100_000;
    private static readonly ListSchema<string> Listed = new("texts", new TextSchema("a text") { OfData = true, MayBeEmpty = true })
    {
        Distinct = true,
    };

    public override string Describe => "a list of texts, or file:PATH";

    public override JsonObject ToJsonSchema() =>
        OneOf(Listed.ToJsonSchema(), new JsonObject { ["type"] = "string", ["pattern"] = "^file:." });

    public override bool TryRead(GateNode node, SourceSpan spot, ReadContext context, [NotNullWhen(true)] out IReadOnlyList<string>? value)
    {
        value = null;
        if (node is ScalarNode { IsText: true } scalar && scalar.Text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return TryReadFile(scalar, spot, context, out value);
        }

        if (Listed.TryRead(node, spot, context, out var items))
        {
            value = [.. items.Select(item => item.Value)];
        }

        return value is not null;
    }

    private static bool TryReadFile(
        ScalarNode scalar,
        SourceSpan spot,
        ReadContext context,
        [NotNullWhen(true)] out IReadOnlyList<string>? value
    )
    {
        value = null;
        var path = GatePath.Beside(scalar.Place.File, scalar.Text[Prefix.Length..].Trim());
        var complaint = PathSchema.Validate(scalar.Text[Prefix.Length..].Trim(), GatePath.FolderOf(context.Folder, scalar.Place.File));
        var text = complaint is null ? GateTexts.Read(context.Files, path, context.Commit, out complaint) : null;
        if (text is not null)
        {
            context.Read.Add(path);
            var values = text.TrimStart('\uFEFF')
                .ReplaceLineEndings("\n")
                .Split('\n')
                .Where(line => line.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .ToList();
            value = values;
            complaint = values.Count is > 0 and <= MaxValues
                ? null
                : new Complaint(
                    Diagnostics.OutOfRange,
                    FormattableString.Invariant($"{values.Count} values in {PrintableText.Quote(path)}"),
                    null,
                    "1 to 100,000 lines with one value each"
                );
        }

        if (complaint is not null)
        {
            context.Problems.Add(
                complaint.Diagnostic,
                spot.Id,
                scalar.Place,
                complaint.Found,
                complaint.Expected ?? "a text file with one value per line",
                complaint.Fix
            );
            value = null;
        }

        return value is not null;
    }
}
