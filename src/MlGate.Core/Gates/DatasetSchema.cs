using System.Globalization;
using System.Text;

namespace MlGate.Gates;

/// <summary>How the columns of a dataset are read: their declared types, and the texts that mean "no value".</summary>
public sealed record DatasetSchema
{
    /// <summary>Nothing is declared.</summary>
    public static DatasetSchema Undeclared { get; } = new();

    /// <summary>The declared columns, in their order.</summary>
    public IReadOnlyList<ColumnSchema> Columns { get; init; } = [];

    /// <summary>The texts that mean "no value".</summary>
    public MissingMarks Marks { get; init; } = MissingMarks.None;

    /// <summary>
    /// How columns are read as one text, which differs for schemas that read differently; the cache key of a profile contains it. A role
    /// changes no value, so it is no part of it.
    /// </summary>
    public string Canonical
    {
        get
        {
            // Lengths before texts: no two lists give one text.
            var text = new StringBuilder();
            Add(Marks.OfNumbersOnly ? "marks of numbers" : "marks", Marks.Default);
            foreach (var column in Columns)
            {
                Add("column", [column.Name, column.Type.ToString()]);
            }

            foreach (var (column, marks) in Marks.Columns.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                Add("marks of", [column, .. marks]);
            }

            return text.ToString();

            void Add(string what, IReadOnlyList<string> values)
            {
                text.Append(CultureInfo.InvariantCulture, $"{what} {values.Count}");
                foreach (var value in values)
                {
                    text.Append(CultureInfo.InvariantCulture, $" {value.Length}:{value}");
                }

                text.Append('\n');
            }
        }
    }

    /// <summary>The schema that a gate declares.</summary>
    public static DatasetSchema From(DatasetGate gate) =>
        new()
        {
            Columns = [.. gate.Columns.Select(column => new ColumnSchema(column.Name, column.Type.Value, column.Role))],
            Marks = MissingMarks.From(gate),
        };
}

/// <summary>What is declared of how a column is read.</summary>
/// <param name="Name">Its name, exactly as in the data.</param>
/// <param name="Type">The type that its values are read as.</param>
/// <param name="Role">What the column is for.</param>
public sealed record ColumnSchema(string Name, ColumnType Type, ColumnRole Role = ColumnRole.Feature);
