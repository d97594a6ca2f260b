using System.Buffers.Binary;

namespace MlGate.Models.Formats.Onnx;

/// <summary>
/// Reads the fields of one protobuf message in memory, one after the other. It never allocates by a length that the file states, and never
/// reads beyond the message.
/// </summary>
/// <param name="bytes">The message.</param>
internal ref struct ProtobufReader(ReadOnlySpan<byte> bytes)
{
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int Bytes = 2;
    private const int Fixed32 = 5;
    private ReadOnlySpan<byte> rest = bytes;
    private ReadOnlySpan<byte> value;
    private ulong number;

    /// <summary>Number of the field that was read last.</summary>
    public int Field { get; private set; }

    /// <summary>True if it holds bytes, false if it holds a number.</summary>
    public bool IsBytes { get; private set; }

    /// <summary>Its number.</summary>
    /// <exception cref="InvalidDataException">It holds bytes: other readers would skip it.</exception>
    public readonly ulong Number => IsBytes ? throw new InvalidDataException("bytes in place of a number") : number;

    /// <summary>Its bytes: a text, a message, packed numbers.</summary>
    /// <exception cref="InvalidDataException">It holds a number: other readers would skip it.</exception>
    public readonly ReadOnlySpan<byte> Value => IsBytes ? value : throw new InvalidDataException("a number in place of bytes");

    /// <summary>Reads the next field; false at the end.</summary>
    /// <exception cref="InvalidDataException">The bytes are no message.</exception>
    public bool Read()
    {
        if (rest.IsEmpty)
        {
            return false;
        }

        var tag = ReadVarint();
        Field = checked((int)(tag >> 3));
        IsBytes = (int)(tag & 7) == Bytes;
        switch ((int)(tag & 7))
        {
            case Varint:
                number = ReadVarint();
                break;
            case Fixed64:
                number = BinaryPrimitives.ReadUInt64LittleEndian(Take(8));
                break;
            case Fixed32:
                number = BinaryPrimitives.ReadUInt32LittleEndian(Take(4));
                break;
            case Bytes:
                var length = ReadVarint();
                value = length <= (ulong)rest.Length ? Take((int)length) : throw new InvalidDataException("a length beyond the end");
                break;
            default:
                throw new InvalidDataException("an unknown kind of field");
        }

        return Field > 0 ? true : throw new InvalidDataException("a field without a number");
    }

    /// <summary>The packed numbers in a field of bytes.</summary>
    public static List<long> Packed(ReadOnlySpan<byte> bytes, int most)
    {
        var numbers = new List<long>();
        var reader = new ProtobufReader(bytes);
        while (!reader.rest.IsEmpty && numbers.Count < most)
        {
            numbers.Add((long)reader.ReadVarint());
        }

        return numbers;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > rest.Length)
        {
            throw new InvalidDataException("a field beyond the end");
        }

        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }

    private ulong ReadVarint()
    {
        var value = 0UL;
        for (var shift = 0; shift < 70; shift += 7)
        {
            var next = Take(1)[0];
            value |= shift < 64 ? (ulong)(next & 0x7f) << shift : 0;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("a number of more than ten bytes");
    }
}
