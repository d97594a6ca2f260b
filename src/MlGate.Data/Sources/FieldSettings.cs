using System.Text;
using MlGate.Gates;

namespace MlGate.Data.Sources;

/// <summary>What is known of delimited text before its fields are looked at, and what is to be kept of them.</summary>
/// <param name="delimiter">Between fields.</param>
/// <param name="marks">Per column the texts that mean "no value": they are no fields to be seen.</param>
internal sealed class FieldSettings(char delimiter, IReadOnlyList<IReadOnlyList<string>> marks)
{
    /// <summary>Between fields.</summary>
    public byte Delimiter => (byte)delimiter;

    /// <summary>Fields of a row.</summary>
    public int Columns => marks.Count;

    /// <summary>Per column the texts that mean "no value".</summary>
    public IReadOnlyList<byte[][]> Marks { get; } = [.. marks.Select(texts => texts.Select(Encoding.UTF8.GetBytes).ToArray())];

    /// <summary>Per column the type that it is kept as, null for one that is not; null for no table.</summary>
    public IReadOnlyList<ColumnType?>? Types { get; init; }

    /// <summary>Is text written in this way, and is all that is kept of it by other settings kept by these?</summary>
    public bool Covers(FieldSettings other) =>
        Delimiter == other.Delimiter
        && Columns == other.Columns
        && Texts.Zip(other.Texts).All(pair => pair.First.SequenceEqual(pair.Second, StringComparer.Ordinal))
        && Types is not null
        && other.Types is not null
        && Types.Zip(other.Types).All(pair => pair.Second is null || pair.First == pair.Second);

    /// <summary>The same text, of which other columns are kept.</summary>
    public FieldSettings Keeping(IReadOnlyList<ColumnType?> types, long mostBytes) =>
        new(delimiter, marks) { Types = types, MostBytes = mostBytes };

    private IReadOnlyList<IReadOnlyList<string>> Texts => marks;

    /// <summary>Most bytes of the table.</summary>
    public long MostBytes { get; init; }
}
