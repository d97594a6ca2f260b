using System.Reflection;

namespace MlGate.Findings;

/// <summary>The one table of all codes, a file per area. A page in <c>docs/diagnostics</c> explains each.</summary>
public static partial class Diagnostics
{
    // Lazy: the order in which static fields of a partial class are set is not defined across files.
    private static readonly Lazy<Dictionary<string, Diagnostic>> ByCode = new(() =>
        typeof(Diagnostics)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.FieldType == typeof(Diagnostic))
            .Select(field => (Diagnostic)field.GetValue(null)!)
            .ToDictionary(diagnostic => diagnostic.Code, StringComparer.Ordinal)
    );

    /// <summary>All codes, sorted.</summary>
    public static IReadOnlyList<Diagnostic> All => [.. ByCode.Value.Values.OrderBy(diagnostic => diagnostic.Code, StringComparer.Ordinal)];

    /// <summary>The row of a code.</summary>
    /// <exception cref="KeyNotFoundException">The code is in no table.</exception>
    public static Diagnostic Get(string code) => ByCode.Value[code];

    /// <summary>The row of a code, or null: a report of another version may hold codes that this one does not know.</summary>
    public static Diagnostic? Find(string code) => ByCode.Value.GetValueOrDefault(code);
}
