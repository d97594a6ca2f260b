using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MlGate.Gates;

namespace MlGate.Data.Tables;

/// <summary>One column of a <see cref="TypedTable"/>: vectors of values in the engine's own layout.</summary>
internal abstract class TableColumn
{
    /// <summary>Most values of a vector.</summary>
    public const int VectorLength = 2_048;

    private const int WordLength = 64;
    private readonly List<ulong[]?> present = [];

    /// <summary>The type of its values.</summary>
    public abstract ColumnType Type { get; }

    /// <summary>Bytes that are held.</summary>
    public abstract long Size { get; }

    /// <summary>Begins a vector.</summary>
    public virtual void Begin() => present.Add(null);

    /// <summary>Sets a value of the vector that was begun last.</summary>
    /// <param name="at">Its place in the vector.</param>
    /// <param name="field">How it is written: without quotes, and known to be of the type.</param>
    public abstract void Set(int at, ReadOnlySpan<byte> field);

    /// <summary>Says that a value of the vector that was begun last is missing.</summary>
    public virtual void SetMissing(int at)
    {
        if (present[^1] is not { } words)
        {
            words = new ulong[VectorLength / WordLength];
            Array.Fill(words, ulong.MaxValue);
            present[^1] = words;
        }

        words[at / WordLength] &= ~(1UL << (at % WordLength));
    }

    /// <summary>A bit per value of a vector, set for a present one; empty where none is missing.</summary>
    public ReadOnlySpan<ulong> Present(int vector) => present[vector];

    /// <summary>Copies the values of a vector; what is copied for a missing one has no meaning.</summary>
    public abstract void CopyTo(int vector, int count, Span<byte> target);

    /// <summary>Takes the vectors of another column of the same type.</summary>
    public virtual void Append(TableColumn other) => present.AddRange(other.present);

    /// <summary>An empty column.</summary>
    /// <param name="type">The type of its values.</param>
    public static TableColumn Create(ColumnType type) =>
        type switch
        {
            ColumnType.Integer => new IntegerColumn(),
            ColumnType.Number => new NumberColumn(),
            ColumnType.Boolean => new BooleanColumn(),
            ColumnType.Date => new DateColumn(),
            ColumnType.Timestamp => new TimestampColumn(),
            ColumnType.Text => new TextColumn(),
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };
}

/// <summary>A column of values of one size.</summary>
internal abstract class TableColumn<T> : TableColumn
    where T : unmanaged
{
    // Small tables take little, and large ones few allocations.
    private const int LargestBlock = 16 * VectorLength;
    private readonly List<T[]> blocks = [];
    private readonly List<int> starts = [];
    private T[] block = [];
    private T[] current = [];
    private int start;
    private int used;
    private long size;

    /// <inheritdoc/>
    public override long Size => size;

    /// <inheritdoc/>
    public override void Begin()
    {
        base.Begin();
        if (used == block.Length)
        {
            block = GC.AllocateUninitializedArray<T>(Math.Clamp(2 * block.Length, VectorLength, LargestBlock));
            size += (long)block.Length * Marshal.SizeOf<T>();
            used = 0;
        }

        (current, start) = (block, used);
        blocks.Add(block);
        starts.Add(used);
        used += VectorLength;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public sealed override void Set(int at, ReadOnlySpan<byte> field) => current[start + at] = Parse(field);

    /// <inheritdoc/>
    public sealed override void SetMissing(int at)
    {
        base.SetMissing(at);
        current[start + at] = default;
    }

    /// <summary>The values of a vector, those of missing ones without a meaning.</summary>
    public ReadOnlySpan<T> Values(int vector) => new(blocks[vector], starts[vector], VectorLength);

    /// <inheritdoc/>
    public sealed override void CopyTo(int vector, int count, Span<byte> target) =>
        MemoryMarshal.AsBytes(Values(vector)[..count]).CopyTo(target);

    /// <inheritdoc/>
    public override void Append(TableColumn other)
    {
        base.Append(other);
        blocks.AddRange(((TableColumn<T>)other).blocks);
        starts.AddRange(((TableColumn<T>)other).starts);
        size += other.Size;
    }

    /// <summary>The value that a field is known to hold.</summary>
    protected abstract T Parse(ReadOnlySpan<byte> field);
}
