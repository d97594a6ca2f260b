namespace MlGate.Findings;

// MLG2xxx: data validation; 21xx drift; 22xx leakage
public static partial class Diagnostics
{
    /// <summary>The data cannot be read as what it claims to be.</summary>
    public static readonly Diagnostic DataNotReadable = new("MLG2001", "The data cannot be read as what it claims to be", ExitCode.Failed);

    /// <summary>A column is missing.</summary>
    public static readonly Diagnostic ColumnMissing = new("MLG2002", "A column is missing", ExitCode.Failed);

    /// <summary>A column that the gate file does not name.</summary>
    public static readonly Diagnostic ColumnUnexpected = new("MLG2003", "A column that the gate file does not name", ExitCode.Failed);

    /// <summary>The columns are in another order.</summary>
    public static readonly Diagnostic ColumnOrder = new("MLG2004", "The columns are in another order", ExitCode.Failed);

    /// <summary>A header is empty or stands there twice.</summary>
    public static readonly Diagnostic HeaderAmbiguous = new("MLG2005", "A header is empty or stands there twice", ExitCode.Failed);

    /// <summary>The text is not valid UTF-8.</summary>
    public static readonly Diagnostic EncodingInvalid = new("MLG2006", "The text is not valid UTF-8", ExitCode.Failed);

    /// <summary>There are no rows.</summary>
    public static readonly Diagnostic DataEmpty = new("MLG2007", "There are no rows", ExitCode.Failed);

    /// <summary>Values that are not of the declared type.</summary>
    public static readonly Diagnostic TypeInvalid = new("MLG2010", "Values that are not of the declared type", ExitCode.Failed);

    /// <summary>Too many missing values.</summary>
    public static readonly Diagnostic MissingTooMany = new("MLG2011", "Too many missing values", ExitCode.Failed);

    /// <summary>Values outside their range.</summary>
    public static readonly Diagnostic OutsideRange = new("MLG2012", "Values outside their range", ExitCode.Failed);

    /// <summary>Values outside their domain.</summary>
    public static readonly Diagnostic OutsideDomain = new("MLG2013", "Values outside their domain", ExitCode.Failed);

    /// <summary>Values that do not match their pattern.</summary>
    public static readonly Diagnostic PatternMismatch = new("MLG2014", "Values that do not match their pattern", ExitCode.Failed);

    /// <summary>Texts of the wrong length.</summary>
    public static readonly Diagnostic LengthInvalid = new("MLG2015", "Texts of the wrong length", ExitCode.Failed);

    /// <summary>Values that must be unique and are not.</summary>
    public static readonly Diagnostic NotUnique = new("MLG2016", "Values that must be unique and are not", ExitCode.Failed);

    /// <summary>Too few or too many rows.</summary>
    public static readonly Diagnostic RowCount = new("MLG2017", "Too few or too many rows", ExitCode.Failed);

    /// <summary>The row count changed too much.</summary>
    public static readonly Diagnostic RowCountChange = new("MLG2018", "The row count changed too much", ExitCode.Failed);

    /// <summary>Rows that break a rule.</summary>
    public static readonly Diagnostic RuleBroken = new("MLG2019", "Rows that break a rule", ExitCode.Failed);

    /// <summary>A pattern or rule that cannot be used.</summary>
    public static readonly Diagnostic RuleNotUsable = new("MLG2020", "A pattern or rule that cannot be used", ExitCode.Usage);

    /// <summary>A frozen dataset changed.</summary>
    public static readonly Diagnostic FrozenChanged = new("MLG2021", "A frozen dataset changed", ExitCode.Failed);

    /// <summary>A cell, a row or a header beyond the cap.</summary>
    public static readonly Diagnostic DataTooLarge = new("MLG2022", "A cell, a row or a header beyond the cap", ExitCode.Failed);

    /// <summary>The content of a compressed file is beyond the limit.</summary>
    public static readonly Diagnostic DecompressedTooLarge = new(
        "MLG2023",
        "Content of a compressed file beyond the limit",
        ExitCode.Failed
    );

    /// <summary>A column drifted.</summary>
    public static readonly Diagnostic ColumnDrifted = new("MLG2101", "A column drifted", ExitCode.Failed);

    /// <summary>Rows are in two datasets that must be disjoint.</summary>
    public static readonly Diagnostic RowsShared = new("MLG2201", "Rows are in two datasets that must be disjoint", ExitCode.Failed);
}
