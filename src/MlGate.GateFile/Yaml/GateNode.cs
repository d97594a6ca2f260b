using System.Text.RegularExpressions;
using MlGate.Findings;

namespace MlGate.GateFile.Yaml;

/// <summary>A node of the gate file's text with its place; nothing is interpreted yet.</summary>
internal abstract record GateNode(FilePlace Place)
{
    /// <summary>What it is, for people.</summary>
    public abstract string Describe();
}

/// <summary>Keys and values in the file's order; no key stands there twice.</summary>
internal sealed record MapNode(IReadOnlyList<MapEntry> Entries, FilePlace Place) : GateNode(Place)
{
    public override string Describe() => "a map";

    public MapEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key == key);
}

/// <summary>One key with its value.</summary>
internal sealed record MapEntry(string Key, FilePlace Place, GateNode Value);

/// <summary>Items in the file's order.</summary>
internal sealed record ListNode(IReadOnlyList<GateNode> Items, FilePlace Place) : GateNode(Place)
{
    public override string Describe() => "a list";
}

/// <summary>A node that was refused and reported: whoever reads it stays silent.</summary>
internal sealed record RefusedNode(FilePlace Place) : GateNode(Place)
{
    public override string Describe() => "refused";
}

/// <summary>A text, with what the core schema of YAML 1.2 makes of it when it is plain.</summary>
internal sealed partial record ScalarNode(string Text, bool Plain, FilePlace Place) : GateNode(Place)
{
    public bool IsNull => Plain && Text is "" or "~" or "null" or "Null" or "NULL";

    public bool IsBoolean => Plain && Text is "true" or "True" or "TRUE" or "false" or "False" or "FALSE";

    public bool IsNumber => Plain && NumberPattern().IsMatch(Text);

    /// <summary>A plain text that other readers of YAML take for something else than a text.</summary>
    public bool IsText => !IsNull && !IsBoolean && !IsNumber;

    public override string Describe() =>
        this switch
        {
            { IsNull: true } => "nothing",
            { IsBoolean: true } => "the boolean " + Text,
            { IsNumber: true } => "the number " + PrintableText.From(Text),
            _ => "the text " + PrintableText.Quote(Text),
        };

    [GeneratedRegex(
        @"^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+"
            + @"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex NumberPattern();
}
