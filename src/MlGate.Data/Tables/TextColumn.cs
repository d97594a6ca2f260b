using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using MlGate.Gates;

namespace MlGate.Data.Tables;

/// <summary>Texts.</summary>
internal sealed class TextColumn : TableColumn<TextValue>
{
    private const int SmallestHeap = 1 << 12;
    private const int LargestHeap = 1 << 20;

    // Pinned: the engine holds addresses of what is in there.
    private readonly List<byte[]> heaps = [];
    private byte[] heap = [];
    private int used;
    private long size;

    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Text;

    /// <inheritdoc/>
    public override long Size => base.Size + size;

    /// <summary>Sets a text from how it is written, perhaps in quotes; without a letter it is missing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void SetWritten(int at, ReadOnlySpan<byte> written)
    {
        var text = written[0] == '"' ? written[1..^1] : written;
        if (text.IsEmpty)
        {
            SetMissing(at);
        }
        else if (written[0] == '"' && text.Contains((byte)'"'))
        {
            // Two quotes are one that stands for itself.
            Set(at, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text).Replace("\"\"", "\"", StringComparison.Ordinal)));
        }
        else
        {
            Set(at, text);
        }
    }

    /// <inheritdoc/>
    public override void Append(TableColumn other)
    {
        base.Append(other);
        heaps.AddRange(((TextColumn)other).heaps);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override TextValue Parse(ReadOnlySpan<byte> field)
    {
        if (field.Length <= TextValue.MostInPlace)
        {
            return TextValue.InPlace(field);
        }

        if (field.Length > heap.Length - used)
        {
            var length = Math.Max(field.Length, Math.Clamp(2 * heap.Length, SmallestHeap, LargestHeap));
            heap = GC.AllocateUninitializedArray<byte>(length, pinned: true);
            heaps.Add(heap);
            size += length;
            used = 0;
        }

        var held = heap.AsSpan(used, field.Length);
        field.CopyTo(held);
        used += field.Length;
        return TextValue.At(held, Marshal.UnsafeAddrOfPinnedArrayElement(heap, used - field.Length));
    }
}
