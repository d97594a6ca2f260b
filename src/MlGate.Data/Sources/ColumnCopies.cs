using System.Buffers;
using System.Text;
using MlGate.Data.Engines;

namespace MlGate.Data.Sources;

/// <summary>Copies of some columns of delimited text in the private folder, each field as the text has it.</summary>
internal abstract class ColumnCopies : IFieldTarget
{
    private const int MostHeld = 8 << 20;
    private readonly ArrayBufferWriter<byte>[] buffers;
    private readonly int[] copyOf;
    private int held;
    private int longest;

    /// <param name="folder">Where they are written.</param>
    /// <param name="copies">Per copy its columns, ascending.</param>
    /// <param name="columns">Columns of the text.</param>
    private ColumnCopies(PrivateFolder folder, IReadOnlyList<IReadOnlyList<int>> copies, int columns)
    {
        Locations = [.. copies.Select(_ => folder.NewFile(".csv"))];
        buffers = [.. copies.Select(_ => new ArrayBufferWriter<byte>())];
        copyOf = new int[columns];
        Array.Fill(copyOf, -1);
        foreach (var (at, copy) in copies.Index())
        {
            foreach (var column in copy)
            {
                copyOf[column] = at;
            }
        }
    }

    private IReadOnlyList<string> Locations { get; }

    /// <summary>Copies with the columns of each side by side: a row of the text is a row of every copy.</summary>
    /// <returns>Their locations; null if the text is not well-formed.</returns>
    public static IReadOnlyList<string>? SideBySide(
        PrivateFolder folder,
        IEnumerable<string> files,
        char delimiter,
        int columns,
        IReadOnlyList<IReadOnlyList<int>> copies,
        CancellationToken cancel
    ) => new Beside(folder, delimiter, copies, columns).Written(files, delimiter, columns, cancel);

    /// <summary>Copies with one field a row, and the number of its column before it.</summary>
    /// <returns>Their locations, and the bytes of the longest row of all; no locations if the text is not well-formed.</returns>
    public static (IReadOnlyList<string>? Locations, int LongestRow) Stacked(
        PrivateFolder folder,
        IEnumerable<string> files,
        char delimiter,
        int columns,
        IReadOnlyList<IReadOnlyList<int>> copies,
        CancellationToken cancel
    )
    {
        var stacks = new Below(folder, delimiter, copies, columns);
        return (stacks.Written(files, delimiter, columns, cancel), stacks.longest);
    }

    /// <inheritdoc/>
    public void Field(int column, ReadOnlySpan<byte> written)
    {
        if (copyOf[column] >= 0)
        {
            Put(copyOf[column], column, written);
        }
    }

    /// <inheritdoc/>
    public virtual void EndRow()
    {
        if (held > MostHeld)
        {
            Flush();
        }
    }

    protected abstract void Put(int copy, int column, ReadOnlySpan<byte> written);

    protected void Write(int copy, ReadOnlySpan<byte> bytes)
    {
        buffers[copy].Write(bytes);
        held += bytes.Length;
    }

    private IReadOnlyList<string>? Written(IEnumerable<string> files, char delimiter, int columns, CancellationToken cancel)
    {
        foreach (var file in files)
        {
            if (!FieldWalk.Read(file, delimiter, columns, this, cancel))
            {
                foreach (var location in Locations)
                {
                    File.Delete(location);
                }

                return null;
            }
        }

        Flush();
        return Locations;
    }

    // Opened anew each time: a process may have fewer open files than there are copies.
    private void Flush()
    {
        foreach (var (at, buffer) in buffers.Index())
        {
            using var file = new FileStream(Locations[at], FileMode.Append, FileAccess.Write, FileShare.Read, 1);
            file.Write(buffer.WrittenSpan);
            buffer.ResetWrittenCount();
        }

        held = 0;
    }

    private sealed class Beside(PrivateFolder folder, char delimiter, IReadOnlyList<IReadOnlyList<int>> copies, int columns)
        : ColumnCopies(folder, copies, columns)
    {
        private readonly bool[] hasFields = new bool[copies.Count];

        public override void EndRow()
        {
            for (var copy = 0; copy < hasFields.Length; copy++)
            {
                Write(copy, "\n"u8);
            }

            Array.Clear(hasFields);
            base.EndRow();
        }

        protected override void Put(int copy, int column, ReadOnlySpan<byte> written)
        {
            if (hasFields[copy])
            {
                Write(copy, [(byte)delimiter]);
            }

            hasFields[copy] = true;
            Write(copy, written);
        }
    }

    private sealed class Below(PrivateFolder folder, char delimiter, IReadOnlyList<IReadOnlyList<int>> copies, int columns)
        : ColumnCopies(folder, copies, columns)
    {
        private readonly byte[][] numbers =
        [
            .. Enumerable.Range(0, columns).Select(column => Encoding.ASCII.GetBytes(Sql.Number(column) + delimiter)),
        ];

        protected override void Put(int copy, int column, ReadOnlySpan<byte> written)
        {
            Write(copy, numbers[column]);
            Write(copy, written);
            Write(copy, "\n"u8);
            longest = Math.Max(longest, numbers[column].Length + written.Length + 1);
        }
    }
}
