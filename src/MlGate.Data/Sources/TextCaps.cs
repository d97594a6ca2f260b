namespace MlGate.Data.Sources;

/// <summary>What a file of text may hold. Beyond it reading would need memory in proportion to one value.</summary>
internal static class TextCaps
{
    /// <summary>Bytes of one row, and so of one cell.</summary>
    public const int Row = 16 << 20;

    /// <summary>Bytes of the header.</summary>
    public const int Header = 4 << 20;

    /// <summary>Columns.</summary>
    public const int Columns = 10_000;
}
