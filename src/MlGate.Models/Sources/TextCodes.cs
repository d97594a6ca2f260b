namespace MlGate.Models.Sources;

/// <summary>Texts as small numbers; in the end numbered in ordinal order, so that the rows' order does not matter.</summary>
internal sealed class TextCodes
{
    private readonly Dictionary<string, int> codes = new(StringComparer.Ordinal);
    private readonly List<int> rows = [];

    /// <summary>Adds rows.</summary>
    public void Add(string?[] texts, int count)
    {
        for (var row = 0; row < count; row++)
        {
            if (string.IsNullOrEmpty(texts[row]))
            {
                rows.Add(-1);
                continue;
            }

            if (!codes.TryGetValue(texts[row]!, out var code))
            {
                code = codes.Count;
                codes.Add(texts[row]!, code);
            }

            rows.Add(code);
        }
    }

    /// <summary>The distinct texts in ordinal order, and per row the index of its text; −1 where it is missing.</summary>
    public (IReadOnlyList<string> Texts, int[] Codes) Ordinal()
    {
        string[] texts = [.. codes.Keys.Order(StringComparer.Ordinal)];
        var rank = new int[codes.Count];
        for (var index = 0; index < texts.Length; index++)
        {
            rank[codes[texts[index]]] = index;
        }

        return (texts, [.. rows.Select(code => code < 0 ? -1 : rank[code])]);
    }

    /// <summary>
    /// As <see cref="Ordinal"/>, but each missing text is a group of its own: nothing says that two of them belong together.
    /// </summary>
    public int[] OrdinalWithSingles()
    {
        var (texts, result) = Ordinal();
        var next = texts.Count;
        for (var row = 0; row < result.Length; row++)
        {
            result[row] = result[row] < 0 ? next++ : result[row];
        }

        return result;
    }
}
