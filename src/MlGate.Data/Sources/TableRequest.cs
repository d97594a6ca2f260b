using MlGate.Gates;

namespace MlGate.Data.Sources;

/// <summary>Which columns of delimited text are wanted as a table in memory.</summary>
/// <param name="TypeOf">The type of a column by its name; null for one that is not wanted.</param>
/// <param name="MostBytes">Most bytes of the table.</param>
/// <param name="Store">Holds what was read before.</param>
/// <param name="Keep">Will the table be wanted again?</param>
internal sealed record TableRequest(Func<string, ColumnType?> TypeOf, long MostBytes, TableStore Store, bool Keep);
