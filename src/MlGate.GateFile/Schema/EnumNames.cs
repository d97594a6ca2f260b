using System.Text;

namespace MlGate.GateFile.Schema;

/// <summary>The words of enums in the gate file: kebab case, in the order of declaration.</summary>
internal static class EnumNames
{
    // Boxed: a dictionary per enum would be compiled anew at every start.
    public static IReadOnlyDictionary<string, object> For<T>()
        where T : struct, Enum
    {
        var words = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var value in typeof(T).GetEnumValues())
        {
            words.Add(From(value.ToString()!), value);
        }

        return words;
    }

    public static string From<T>(T value)
        where T : struct, Enum => From(value.ToString());

    private static string From(string name)
    {
        var word = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && word.Length > 0)
            {
                word.Append('-');
            }

            word.Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }
}
