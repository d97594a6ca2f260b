using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MlGate.Data.Tables;

/// <summary>A text as the engine holds it: up to twelve bytes in place, of a longer one the first four and where all of it is.</summary>
[StructLayout(LayoutKind.Sequential, Size = 16)]
internal struct TextValue
{
    /// <summary>Longest text, in bytes, that is held in place.</summary>
    public const int MostInPlace = 12;

    private const int PrefixLength = 4;

    private int length;
    private Bytes bytes;

    /// <summary>A text of at most <see cref="MostInPlace"/> bytes.</summary>
    public static TextValue InPlace(ReadOnlySpan<byte> text)
    {
        var value = default(TextValue);
        value.length = text.Length;
        text.CopyTo(value.bytes);
        return value;
    }

    /// <summary>A longer text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="address">Where it is held, as long as the value is used.</param>
    public static TextValue At(ReadOnlySpan<byte> text, nint address)
    {
        var value = default(TextValue);
        value.length = text.Length;
        text[..PrefixLength].CopyTo(value.bytes);
        MemoryMarshal.Write(((Span<byte>)value.bytes)[PrefixLength..], (long)address);
        return value;
    }

    [InlineArray(MostInPlace)]
    private struct Bytes
    {
        private byte first;
    }
}
