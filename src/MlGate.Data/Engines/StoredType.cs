using MlGate.Gates;

namespace MlGate.Data.Engines;

/// <summary>What a stored type holds, whatever an engine calls it.</summary>
internal enum StoredFamily
{
    Integer,
    Single,
    Double,
    Decimal,
    Boolean,
    Date,
    Timestamp,
    Text,

    /// <summary>One of few texts, which the type lists.</summary>
    Enumeration,

    /// <summary>A JSON value of any kind.</summary>
    Json,

    /// <summary>Another type whose values are shown as one text: a time of day, an interval, a UUID.</summary>
    OtherScalar,
    Bytes,

    /// <summary>A list, a struct or a map, of which a profile has no text.</summary>
    Nested,
}

/// <summary>How an engine stores a column.</summary>
/// <param name="Name">The engine's name of the type, as a profile shows it.</param>
/// <param name="Family">What it holds.</param>
/// <param name="Scale">Digits after the decimal point of a type that holds its numbers exactly; null for another.</param>
internal sealed record StoredType(string Name, StoredFamily Family, int? Scale = null)
{
    public bool IsInteger => Family == StoredFamily.Integer;

    public bool IsFraction => Family is StoredFamily.Single or StoredFamily.Double or StoredFamily.Decimal;

    public bool IsNumber => IsInteger || IsFraction;

    public bool IsMoment => Family is StoredFamily.Date or StoredFamily.Timestamp;

    public bool IsText => Family is StoredFamily.Text or StoredFamily.Enumeration;

    /// <summary>Is a value a text that may stand for another type, as in a text format?</summary>
    public bool IsWritten => Family is StoredFamily.Text or StoredFamily.Json;

    /// <summary>Is a value a list, a struct, a map or bytes?</summary>
    public bool IsNested => Family is StoredFamily.Nested or StoredFamily.Bytes;

    /// <summary>The declared type that a column would have if its storage said so.</summary>
    public ColumnType Closest =>
        Family switch
        {
            _ when IsInteger => ColumnType.Integer,
            _ when IsFraction => ColumnType.Number,
            StoredFamily.Boolean => ColumnType.Boolean,
            StoredFamily.Date => ColumnType.Date,
            StoredFamily.Timestamp => ColumnType.Timestamp,
            _ => ColumnType.Text,
        };
}
