using System.Diagnostics.CodeAnalysis;
using MlGate.Findings;
using MlGate.GateFile.Sources;
using MlGate.GateFile.Yaml;

namespace MlGate.GateFile.Schema;

/// <summary>A kind that is written as one word, number or text.</summary>
internal abstract class ScalarSchema<T> : ValueSchema<T>
    where T : notnull
{
    public sealed override bool TryRead(GateNode node, SourceSpan spot, ReadContext context, [NotNullWhen(true)] out T? value)
    {
        value = default;
        if (node is RefusedNode)
        {
            return false;
        }

        if (node is not ScalarNode { IsNull: false } scalar)
        {
            context.Problems.Add(Diagnostics.WrongType, spot.Id, node.Place, node.Describe(), Describe, FixForEmpty(node));
            return false;
        }

        if (Read(scalar, context, out value) is not { } complaint)
        {
            return value is not null;
        }

        context.Problems.Add(complaint.Diagnostic, spot.Id, node.Place, complaint.Found, complaint.Expected ?? Describe, complaint.Fix);
        return false;
    }

    /// <summary>Reads the text, or says what is wrong with it.</summary>
    protected abstract Complaint? Read(ScalarNode scalar, ReadContext context, out T? value);

    protected static Complaint Wrong(ScalarNode scalar, string? fix = null) => new(Diagnostics.WrongType, scalar.Describe(), fix);

    protected static Complaint Outside(ScalarNode scalar, string? fix = null) =>
        new(Diagnostics.OutOfRange, PrintableText.From(scalar.Text), fix);

    private static string? FixForEmpty(GateNode node) =>
        node switch
        {
            ScalarNode { Text: "" } => "Write a value, or remove the key",
            ScalarNode => "Put it in quotes if it is text, or remove the key",
            _ => null,
        };
}
