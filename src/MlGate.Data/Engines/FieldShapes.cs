namespace MlGate.Data.Engines;

/// <summary>How fields are written. What is none of these may still be of a type, but only a pattern can tell.</summary>
[Flags]
internal enum FieldShapes
{
    None = 0,

    /// <summary>At most 18 digits, so that they fit into 64 bits; perhaps a minus before them.</summary>
    Integer = 1,

    /// <summary>At most 20 digits, perhaps with a point and more digits behind them; perhaps a minus before them.</summary>
    Number = 2,

    /// <summary><c>2026-02-28</c>: a day that exists.</summary>
    Date = 4,

    /// <summary><c>2026-02-28 23:59:59</c>, or a <c>T</c> for the blank: a second that exists.</summary>
    Moment = 8,

    Other = 16,

    /// <summary><c>true</c> or <c>false</c>, in any case.</summary>
    Truth = 32,

    /// <summary>A <see cref="Number"/> with an exponent of one or two digits: within the range of a double.</summary>
    Exponent = 64,
}
