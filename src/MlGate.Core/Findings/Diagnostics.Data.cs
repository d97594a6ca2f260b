namespace MlGate.Findings;

// MLG2xxx: data validation; 21xx drift; 22xx leakage
public static partial class Diagnostics
{
    /// <summary>Unreadable data file.</summary>
    public static readonly Diagnostic DataNotReadable = new("MLG2001", "Unreadable data file", ExitCode.Failed);

    /// <summary>Missing column.</summary>
    public static readonly Diagnostic ColumnMissing = new("MLG2002", "Missing column", ExitCode.Failed);

    /// <summary>Undeclared column.</summary>
    public static readonly Diagnostic ColumnUnexpected = new("MLG2003", "Undeclared column", ExitCode.Failed);

    /// <summary>Columns in the wrong order.</summary>
    public static readonly Diagnostic ColumnOrder = new("MLG2004", "Columns in the wrong order", ExitCode.Failed);

    /// <summary>Empty or duplicate column name.</summary>
    public static readonly Diagnostic HeaderAmbiguous = new("MLG2005", "Empty or duplicate column name", ExitCode.Failed);

    /// <summary>Invalid UTF-8.</summary>
    public static readonly Diagnostic EncodingInvalid = new("MLG2006", "Invalid UTF-8", ExitCode.Failed);

    /// <summary>No rows.</summary>
    public static readonly Diagnostic DataEmpty = new("MLG2007", "No rows", ExitCode.Failed);

    /// <summary>Values of the wrong type.</summary>
    public static readonly Diagnostic TypeInvalid = new("MLG2010", "Values of the wrong type", ExitCode.Failed);

    /// <summary>Too many missing values.</summary>
    public static readonly Diagnostic MissingTooMany = new("MLG2011", "Too many missing values", ExitCode.Failed);

    /// <summary>Values out of range.</summary>
    public static readonly Diagnostic OutsideRange = new("MLG2012", "Values out of range", ExitCode.Failed);

    /// <summary>Values not in the allowed list.</summary>
    public static readonly Diagnostic OutsideDomain = new("MLG2013", "Values not in the allowed list", ExitCode.Failed);

    /// <summary>Values that do not match the pattern.</summary>
    public static readonly Diagnostic PatternMismatch = new("MLG2014", "Values that do not match the pattern", ExitCode.Failed);

    /// <summary>Text too short or too long.</summary>
    public static readonly Diagnostic LengthInvalid = new("MLG2015", "Text too short or too long", ExitCode.Failed);

    /// <summary>Duplicate values.</summary>
    public static readonly Diagnostic NotUnique = new("MLG2016", "Duplicate values", ExitCode.Failed);

    /// <summary>Too few or too many rows.</summary>
    public static readonly Diagnostic RowCount = new("MLG2017", "Too few or too many rows", ExitCode.Failed);

    /// <summary>Row count changed too much.</summary>
    public static readonly Diagnostic RowCountChange = new("MLG2018", "Row count changed too much", ExitCode.Failed);

    /// <summary>Rows that violate a rule.</summary>
    public static readonly Diagnostic RuleBroken = new("MLG2019", "Rows that violate a rule", ExitCode.Failed);

    /// <summary>Invalid pattern or rule.</summary>
    public static readonly Diagnostic RuleNotUsable = new("MLG2020", "Invalid pattern or rule", ExitCode.Usage);

    /// <summary>Frozen dataset changed.</summary>
    public static readonly Diagnostic FrozenChanged = new("MLG2021", "Frozen dataset changed", ExitCode.Failed);

    /// <summary>Row, header or number of columns beyond the limit.</summary>
    public static readonly Diagnostic DataTooLarge = new("MLG2022", "Row, header or number of columns beyond the limit", ExitCode.Failed);

    /// <summary>Decompressed content beyond the limit.</summary>
    public static readonly Diagnostic DecompressedTooLarge = new("MLG2023", "Decompressed content beyond the limit", ExitCode.Failed);

    /// <summary>Column drift.</summary>
    public static readonly Diagnostic ColumnDrifted = new("MLG2101", "Column drift", ExitCode.Failed);

    /// <summary>Rows shared between datasets (leakage).</summary>
    public static readonly Diagnostic RowsShared = new("MLG2201", "Rows shared between datasets (leakage)", ExitCode.Failed);
}
