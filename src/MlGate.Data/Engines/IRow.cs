namespace MlGate.Data.Engines;

/// <summary>A row of a query. What a column is asked for as is what its query makes of it.</summary>
internal interface IRow
{
    /// <summary>Columns of the row.</summary>
    int Count { get; }

    bool IsMissing(int column);

    long Integer(int column);

    double Number(int column);

    float Single(int column);

    bool Truth(int column);

    string Text(int column);

    /// <summary>What <see cref="ISqlDialect.RowHash"/> gives.</summary>
    UInt128 Hash(int column);

    /// <summary>
    /// The value, null where it is missing: any CLR type of whole numbers or numbers, <see cref="bool"/>, <see cref="string"/>, a
    /// <see cref="System.Collections.IDictionary"/> of counts, a <see cref="System.Collections.IEnumerable"/> of numbers.
    /// </summary>
    object? Value(int column);
}
