using System.Globalization;
using MlGate.Checks.Data.Constraints;
using MlGate.Gates;

namespace MlGate.Data.Tests;

/// <summary>Columns of all kinds, as many as are wanted; a kind of them is in no gate.</summary>
internal static class WideColumns
{
    private const int Kinds = 8;

    public static string NameOf(int column) => (column % Kinds == 0 ? "n" : "c") + column.ToString(CultureInfo.InvariantCulture);

    /// <summary>A field as a file has it; now and then one that breaks a check, or none.</summary>
    public static string Field(int row, int column)
    {
        var number = ((row * 37) + (column * 11)) % 1000;
        var text = number.ToString(CultureInfo.InvariantCulture);
        return (row + column) % 13 == 0
            ? ""
            : (column % Kinds) switch
            {
                0 => (row + column) % 29 == 0 ? "-" + text : text,
                1 => (row + column) % 11 == 0 ? "NA" : (number / 8.0).ToString(CultureInfo.InvariantCulture),
                2 => (row + column) % 31 == 0 ? "black"
                : number % 2 == 0 ? "red"
                : "\"green\"",
                3 => row % 7 == 0 ? $"\"note {text},\nand \"\"more\"\"\"" : "note " + text,
                4 => $"20{10 + (number % 16)}-0{1 + (number % 9)}-1{number % 10}",
                5 => number % 3 == 0 ? "true" : "False",
                6 => number % 17 == 0 ? "1e3"
                : number % 19 == 0 ? "?"
                : text + ".50",
                _ => text,
            };
    }

    public static ColumnGate? Gate(int column)
    {
        var gate = Given.Column(NameOf(column), TypeOf(column));
        return (column % Kinds) switch
        {
            0 => gate with
            {
                Constraints =
                [
                    ColumnConstraints.Min.Declare(Of(GateNumber.From(0), "min")),
                    ColumnConstraints.Max.Declare(Of(GateNumber.From(1000 + column), "max")),
                ],
                MaxMissing = Of(0.1, "missing.max"),
            },
            1 => gate with { Constraints = [ColumnConstraints.Max.Declare(Of(GateNumber.From(column % 3 == 0 ? 120 : 125), "max"))] },
            2 => gate with
            {
                Constraints =
                [
                    ColumnConstraints.In.Declare(
                        Of<IReadOnlyList<string>>(column % 3 == 0 ? ["red", "green", "black"] : ["red", "green"], "in")
                    ),
                ],
            },
            3 => gate with
            {
                Constraints =
                [
                    ColumnConstraints.Regex.Declare(Of("(?s)note [0-9]+.*", "regex")),
                    ColumnConstraints.MaxLength.Declare(Of(8L, "length.max")),
                    ColumnConstraints.MinLength.Declare(Of(5L, "length.min")),
                ],
            },
            4 => gate with { Constraints = [ColumnConstraints.After.Declare(Given.Moment("2012-01-01", $"{gate.Id}.after"))] },
            5 or 6 => gate,
            _ => null,
        };

        Declared<T> Of<T>(T value, string check) => Given.Of(value, $"{gate.Id}.{check}");
    }

    /// <summary>The text of a file with some of the columns.</summary>
    public static string Text(IReadOnlyList<int> columns, int rows, string lineEnd) =>
        string.Concat(
            Enumerable
                .Range(-1, rows + 1)
                .Select(row => string.Join(',', columns.Select(column => row < 0 ? NameOf(column) : Field(row, column))) + lineEnd)
        );

    private static ColumnType TypeOf(int column) =>
        (column % Kinds) switch
        {
            0 => ColumnType.Integer,
            1 or 6 => ColumnType.Number,
            2 => ColumnType.Category,
            3 => ColumnType.Text,
            4 => ColumnType.Date,
            _ => ColumnType.Boolean,
        };
}
