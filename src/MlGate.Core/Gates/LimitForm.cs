namespace MlGate.Gates;

/// <summary>How the limit of a constraint is written in the gate file. A closed set, in <see cref="LimitForms"/>.</summary>
/// <typeparam name="T">What it is read as.</typeparam>
public sealed class LimitForm<T>
    where T : notnull
{
    internal LimitForm() { }
}

/// <summary>The forms of limits.</summary>
public static class LimitForms
{
    /// <summary>A number.</summary>
    public static LimitForm<GateNumber> Number { get; } = new();

    /// <summary>A number above 0.</summary>
    public static LimitForm<GateNumber> PositiveNumber { get; } = new();

    /// <summary>A whole number from 0.</summary>
    public static LimitForm<long> Count { get; } = new();

    /// <summary>A date, or a date and time.</summary>
    public static LimitForm<DateTimeOffset> Moment { get; } = new();

    /// <summary>A list of texts, or the name of a file of them.</summary>
    public static LimitForm<IReadOnlyList<string>> Texts { get; } = new();

    /// <summary>Yes or no.</summary>
    public static LimitForm<bool> Flag { get; } = new();

    /// <summary>A regular expression in RE2 syntax.</summary>
    public static LimitForm<string> Pattern { get; } = new();
}
