namespace MlGate.Data.Profiles;

/// <summary>A declared check as SQL over the typed relation.</summary>
/// <param name="Id">Its path in the gate file.</param>
/// <param name="Breaks">True for a row that breaks it.</param>
/// <param name="Judged">True for a row that was judged; null for every row.</param>
/// <param name="Uses">The columns that it reads.</param>
internal sealed record Check(string Id, string Breaks, string? Judged, IReadOnlyList<TypedColumn> Uses)
{
    /// <summary>What is worth saying of the rows that break it: a condition and words.</summary>
    public IReadOnlyList<(string Condition, string Words)> Notes { get; init; } = [];
}
