using System.Text;

namespace MlGate.Models.Formats.Onnx;

/// <summary>Reads what an input or output of a graph is: its name, its type and its shape.</summary>
internal static class OnnxValueReader
{
    private const int MostDimensions = 16;

    public static OnnxValue Read(ReadOnlySpan<byte> bytes)
    {
        var value = new ProtobufReader(bytes);
        var hasType = false;
        var name = "";
        var type = (Element: 0, Shape: (IReadOnlyList<long>?)null);
        while (value.Read())
        {
            switch (value.Field)
            {
                case 1:
                    name = Encoding.UTF8.GetString(value.Value);
                    break;
                case 2:
                    type = hasType ? throw new InvalidDataException("two types of a value") : ReadType(value.Value);
                    hasType = true;
                    break;
            }
        }

        return new OnnxValue(name, type.Element, type.Shape);
    }

    private static (int Element, IReadOnlyList<long>? Shape) ReadType(ReadOnlySpan<byte> bytes)
    {
        var type = new ProtobufReader(bytes);
        while (type.Read())
        {
            if (type.Field == 1)
            {
                var tensor = new ProtobufReader(type.Value);
                var element = 0;
                List<long> shape = [];
                while (tensor.Read())
                {
                    if (tensor.Field == 1)
                    {
                        element = (int)tensor.Number;
                    }
                    else if (tensor.Field == 2)
                    {
                        shape = ReadShape(tensor.Value);
                    }
                }

                return (element, shape);
            }
        }

        return (0, null);
    }

    private static List<long> ReadShape(ReadOnlySpan<byte> bytes)
    {
        var shape = new ProtobufReader(bytes);
        var dimensions = new List<long>();
        while (shape.Read() && dimensions.Count <= MostDimensions)
        {
            if (shape.Field == 1)
            {
                var dimension = new ProtobufReader(shape.Value);
                var length = -1L;
                while (dimension.Read())
                {
                    length = dimension.Field == 1 ? (long)dimension.Number : length;
                }

                dimensions.Add(length > 0 ? length : -1);
            }
        }

        return dimensions;
    }
}
