namespace MlGate.Data.Engines;

/// <summary>How values are written, as patterns that RE2 and POSIX read alike.</summary>
internal static class ValuePatterns
{
    public const string Integer = "-?[0-9]+";
    public const string Number = "-?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?";
    public const string PaddedInteger = "-?0[0-9]+";
    public const string DecimalComma = "-?[0-9]+,[0-9]+";
    public const string IntegerWithPoint = "-?[0-9]+[.,][0-9]*";

    /// <summary>A blank or a tab at an end.</summary>
    public const string Blanks = "[ \t](.|\n)*|(.|\n)*[ \t]";
}
