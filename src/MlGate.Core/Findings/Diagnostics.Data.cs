namespace MlGate.Findings;

// MLG2xxx: data validation; 21xx drift; 22xx leakage
public static partial class Diagnostics
{
    /// <summary>Unreadable data file.</summary>
    public static readonly Diagnostic DataNotReadable = new(
        Area.Data,
        "MLG2001",
        "Unreadable data file",
        ExitCode.Failed,
        DiagnosticKind.UnusableInput
    );

    /// <summary>Missing column.</summary>
    public static readonly Diagnostic ColumnMissing = new(Area.Data, "MLG2002", "Missing column", ExitCode.Failed, DiagnosticKind.Limit);

    /// <summary>Undeclared column.</summary>
    public static readonly Diagnostic ColumnUnexpected = new(
        Area.Data,
        "MLG2003",
        "Undeclared column",
        ExitCode.Failed,
        DiagnosticKind.Limit
    );

    /// <summary>Columns in the wrong order.</summary>
    public static readonly Diagnostic ColumnOrder = new(
        Area.Data,
        "MLG2004",
        "Columns in the wrong order",
        ExitCode.Failed,
        DiagnosticKind.Limit
    );

    /// <summary>Empty or duplicate column name.</summary>
    public static readonly Diagnostic HeaderAmbiguous = new(
        Area.Data,
        "MLG2005",
        "Empty or duplicate column name",
        ExitCode.Failed,
        DiagnosticKind.UnusableInput
    );

    /// <summary>Invalid UTF-8.</summary>
    public static readonly Diagnostic EncodingInvalid = new(
        Area.Data,
        "MLG2006",
        "Invalid UTF-8",
        ExitCode.Failed,
        DiagnosticKind.UnusableInput
    );

    /// <summary>No rows.</summary>
    public static readonly Diagnostic DataEmpty = new(Area.Data, "MLG2007", "No rows", ExitCode.Failed, DiagnosticKind.UnusableInput);

    /// <summary>Values of the wrong type.</summary>
    public static readonly Diagnostic TypeInvalid = new(
        Area.Data,
        "MLG2010",
        "Values of the wrong type",
        ExitCode.Failed,
        DiagnosticKind.Limit
    );

    /// <summary>Too many missing values.</summary>
    public static readonly Diagnostic MissingTooMany = new(
        Area.Data,
        "MLG2011",
        "Too many missing values",
        ExitCode.Failed,
        DiagnosticKind.Limit
    );

    /// <summary>Values out of range.</summary>
    public static readonly Diagnostic OutsideRange = new(
        Area.Data,
        "MLG2012",
        "Values out of range",
        ExitCode.Failed,
        DiagnosticKind.Limit
    );

    /// <summary>Values not in the allowed list.</summary>
    public static readonly Diagnostic OutsideDomain = new(
        Area.Data,
        "MLG2013",
        "Values not in the allowed list",
        ExitCode.Failed,
        DiagnosticKind.Limit
    );

    /// <summary>Values that do not match the pattern.</summary>
    public static readonly Diagnostic PatternMismatch = new(
        Area.Data,
        "MLG2014",
        "Values that do not match the pattern",
        ExitCode.Failed,
        DiagnosticKind.Limit
    );

    /// <summary>Text too short or too long.</summary>
    public static readonly Diagnostic LengthInvalid = new(
        Area.Data,
        "MLG2015",
        "Text too short or too long",
        ExitCode.Failed,
        DiagnosticKind.Limit
    );

    /// <summary>Duplicate values.</summary>
    public static readonly Diagnostic NotUnique = new(Area.Data, "MLG2016", "Duplicate values", ExitCode.Failed, DiagnosticKind.Limit);

    /// <summary>Too few or too many rows.</summary>
    public static readonly Diagnostic RowCount = new(
        Area.Data,
        "MLG2017",
        "Too few or too many rows",
        ExitCode.Failed,
        DiagnosticKind.Limit
    );

    /// <summary>Row count changed too much.</summary>
    public static readonly Diagnostic RowCountChange = new(
        Area.Data,
        "MLG2018",
        "Row count changed too much",
        ExitCode.Failed,
        DiagnosticKind.Limit
    );

    /// <summary>Rows that violate a rule.</summary>
    public static readonly Diagnostic RuleBroken = new(
        Area.Data,
        "MLG2019",
        "Rows that violate a rule",
        ExitCode.Failed,
        DiagnosticKind.Limit
    );

    /// <summary>Invalid pattern or rule.</summary>
    public static readonly Diagnostic RuleNotUsable = new(Area.Data, "MLG2020", "Invalid pattern or rule", ExitCode.Usage);

    /// <summary>Frozen dataset changed.</summary>
    public static readonly Diagnostic FrozenChanged = new(
        Area.Data,
        "MLG2021",
        "Frozen dataset changed",
        ExitCode.Failed,
        DiagnosticKind.Limit
    );

    /// <summary>Row, header or number of columns beyond the limit.</summary>
    public static readonly Diagnostic DataTooLarge = new(
        Area.Data,
        "MLG2022",
        "Row, header or number of columns beyond the limit",
        ExitCode.Failed,
        DiagnosticKind.UnusableInput
    );

    /// <summary>Statistic of a column out of range.</summary>
    public static readonly Diagnostic StatisticOutOfRange = new(
        Area.Data,
        "MLG2024",
        "Statistic of a column out of range",
        ExitCode.Failed,
        DiagnosticKind.Limit
    );

    /// <summary>Rows that hold a value twice.</summary>
    public static readonly Diagnostic EqualWithinRow = new(
        Area.Data,
        "MLG2025",
        "Same value in several columns of a row",
        ExitCode.Failed,
        DiagnosticKind.Limit
    );

    /// <summary>Decompressed content beyond the limit.</summary>
    public static readonly Diagnostic DecompressedTooLarge = new(
        Area.Data,
        "MLG2023",
        "Decompressed content beyond the limit",
        ExitCode.Failed,
        DiagnosticKind.UnusableInput
    );

    /// <summary>Column drift.</summary>
    public static readonly Diagnostic ColumnDrifted = new(Area.Data, "MLG2101", "Column drift", ExitCode.Failed, DiagnosticKind.Limit);

    /// <summary>Rows shared between datasets (leakage).</summary>
    public static readonly Diagnostic RowsShared = new(
        Area.Data,
        "MLG2201",
        "Rows shared between datasets (leakage)",
        ExitCode.Failed,
        DiagnosticKind.Limit
    );
}
