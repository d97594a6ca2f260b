using System.Text;

namespace MlGate.Models.Tests.Onnx;

/// <summary>Writes ONNX files byte by byte, sound ones and others; field numbers are those of <c>onnx.proto3</c>.</summary>
internal static class OnnxCraft
{
    public const int Float = 1;
    public const int Long = 7;
    public const int Text = 8;
    public const int Bool = 9;
    public const string Classic = "ai.onnx.ml";

    public static byte[] Model(byte[] graph, params (string Domain, long Version)[] operators) =>
        [
            .. Number(1, 8),
            .. (operators.Length > 0 ? operators : [("", 13L), (Classic, 2L)]).SelectMany(set =>
                Message(8, [.. Message(1, Encoding.UTF8.GetBytes(set.Domain)), .. Number(2, set.Version)])
            ),
            .. Message(7, graph),
        ];

    public static byte[] Graph(params IEnumerable<byte>[] parts) => [.. parts.SelectMany(part => part), .. Message(2, "graph"u8.ToArray())];

    public static byte[] Node(string name, string domain, string[] inputs, string[] outputs, params byte[][] attributes) =>
        Message(
            1,
            [
                .. inputs.SelectMany(input => Message(1, Encoding.UTF8.GetBytes(input))),
                .. outputs.SelectMany(output => Message(2, Encoding.UTF8.GetBytes(output))),
                .. Message(4, Encoding.UTF8.GetBytes(name)),
                .. attributes.SelectMany(attribute => Message(5, attribute)),
                .. Message(7, Encoding.UTF8.GetBytes(domain)),
            ]
        );

    public static byte[] Input(string name, int type, params long[] shape) => Message(11, Value(name, TensorType(type, shape)));

    public static byte[] Output(string name, int type, params long[] shape) => Message(12, Value(name, TensorType(type, shape)));

    /// <summary>An output of a map from class to score for each row.</summary>
    public static byte[] Maps(string name) =>
        Message(12, Value(name, Message(4, Message(1, Message(5, [.. Number(1, Text), .. Message(2, TensorType(Float, []))])))));

    public static byte[] Constant(string name, int type, long[] shape, params float[] values) =>
        Message(5, Tensor(name, type, shape, values));

    public static byte[] Tensor(string name, int type, long[] shape, float[] values, bool isExternal = false) =>
        [
            .. shape.SelectMany(dimension => Number(1, dimension)),
            .. Number(2, type),
            .. values.Length > 0 ? Message(4, [.. values.SelectMany(BitConverter.GetBytes)]) : [],
            .. Message(8, Encoding.UTF8.GetBytes(name)),
            .. isExternal
                ? [.. Message(13, [.. Message(1, "location"u8.ToArray()), .. Message(2, "../secret"u8.ToArray())]), .. Number(14, 1)]
                : Array.Empty<byte>(),
        ];

    public static byte[] Floats(string name, params float[] values) =>
        Attribute(name, 6, values.SelectMany(value => (byte[])[(7 << 3) | 5, .. BitConverter.GetBytes(value)]));

    public static byte[] Texts(string name, params string[] values) =>
        Attribute(name, 8, values.SelectMany(value => Message(9, Encoding.UTF8.GetBytes(value))));

    public static byte[] Longs(string name, params long[] values) => Attribute(name, 7, values.SelectMany(value => Number(8, value)));

    public static byte[] Number(string name, long value) => Attribute(name, 2, Number(3, value));

    public static byte[] Word(string name, string value) => Attribute(name, 3, Message(4, Encoding.UTF8.GetBytes(value)));

    public static byte[] Tensor(string name, byte[] tensor) => Attribute(name, 4, Message(5, tensor));

    public static byte[] Inner(string name, byte[] graph) => Attribute(name, 5, Message(6, graph));

    public static byte[] Message(int field, byte[] bytes) => [.. Varint(((ulong)field << 3) | 2), .. Varint((ulong)bytes.Length), .. bytes];

    private static byte[] Attribute(string name, int type, IEnumerable<byte> value) =>
        [.. Message(1, Encoding.UTF8.GetBytes(name)), .. value, .. Number(20, type)];

    private static byte[] Value(string name, byte[] type) => [.. Message(1, Encoding.UTF8.GetBytes(name)), .. Message(2, type)];

    // −1 is a dimension with a name: as many as there are rows.
    private static byte[] TensorType(int type, long[] shape) =>
        Message(
            1,
            [
                .. Number(1, type),
                .. Message(
                    2,
                    [.. shape.SelectMany(dimension => Message(1, dimension < 0 ? Message(2, "N"u8.ToArray()) : Number(1, dimension)))]
                ),
            ]
        );

    private static byte[] Number(int field, long value) => [.. Varint((ulong)field << 3), .. Varint((ulong)value)];

    private static IEnumerable<byte> Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            yield return (byte)(value | 0x80);
        }

        yield return (byte)value;
    }
}
