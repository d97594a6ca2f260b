using MlGate.Findings;

namespace MlGate.Reporting.Wording;

/// <summary>A part of a sentence, with the kind that tells a sink how to write it.</summary>
/// <param name="Kind">Where the value comes from.</param>
/// <param name="Value">Unescaped.</param>
internal readonly record struct TextPart(TextPartKind Kind, string Value)
{
    /// <summary>A word of MlGate's own that is chosen while it runs.</summary>
    public static TextPart Own(string value) => new(TextPartKind.Words, value);

    /// <summary>A name that MlGate did not choose: of a column, a file, a branch, a metric.</summary>
    public static TextPart Name(string value) => new(TextPartKind.Name, value);

    /// <summary>A sentence that may hold such names.</summary>
    public static TextPart Text(string value) => new(TextPartKind.Text, value);

    /// <summary>A number that <see cref="Numbers"/> wrote.</summary>
    public static TextPart Number(string value) => new(TextPartKind.Number, value);

    /// <summary>A place, as editors and terminals link it.</summary>
    public static TextPart Place(FilePlace place) =>
        Name(place.Line == 0 ? place.File : FormattableString.Invariant($"{place.File}:{place.Line}:{place.Column}"));
}

/// <summary>The kinds of <see cref="TextPart"/>.</summary>
internal enum TextPartKind
{
    /// <summary>MlGate's own words.</summary>
    Words,

    /// <summary>A foreign name.</summary>
    Name,

    /// <summary>A foreign sentence.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>The label of a check: foreign names, but words between them.</summary>
    Label,
}
