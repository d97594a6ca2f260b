using MlGate.Data.Profiles;

namespace MlGate.Data.Drift;

/// <summary>SQL of a 128-bit hash of a row's values: equal values give equal hashes however they are written (<c>1.0</c>, <c>1</c>).</summary>
internal static class RowHash
{
    // The length before each value: no two lists of values give one text. A missing value has no length.
    public static string Of(IEnumerable<TypedColumn> columns) => OfTexts(columns.Select(Canonical));

    public static string OfTexts(IEnumerable<string> texts) =>
        $"md5_number(concat({string.Join(", ", texts.Select(text => $"strlen({text}), ':', {text}"))}))";

    // What is not of its type is compared as it is written.
    private static string Canonical(TypedColumn column) => column.CanFail ? $"coalesce({column.V}::VARCHAR, {column.X})" : $"{column.V}::VARCHAR";
}
