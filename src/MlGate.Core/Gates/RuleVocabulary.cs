namespace MlGate.Gates;

/// <summary>What a rule across columns may use: the list that rules are held against and that the documentation shows.</summary>
public static class RuleVocabulary
{
    /// <summary>Operators as a gate file has them, for the documentation.</summary>
    public static readonly IReadOnlyList<string> Operators =
    [
        "and",
        "or",
        "not",
        "=",
        "<>",
        "<",
        "<=",
        ">",
        ">=",
        "is distinct from",
        "is null",
        "is not null",
        "between … and …",
        "in (…)",
        "like",
        "ilike",
        "+",
        "-",
        "*",
        "/",
        "//",
        "%",
        "^",
        "||",
        "case when … then … else … end",
        "cast(… as …)",
        "try_cast(… as …)",
        "coalesce(…)",
    ];

    /// <summary>
    /// Functions by what they work on. No function of files, tables, settings, time or chance; none whose result can be much larger than
    /// its arguments.
    /// </summary>
    public static readonly IReadOnlyList<(string Subject, IReadOnlyList<string> Names)> Functions =
    [
        (
            "numbers",
            [
                "abs",
                "cbrt",
                "ceil",
                "ceiling",
                "exp",
                "floor",
                "greatest",
                "isfinite",
                "isinf",
                "isnan",
                "least",
                "ln",
                "log",
                "log10",
                "log2",
                "mod",
                "pow",
                "power",
                "round",
                "sign",
                "sqrt",
                "trunc",
            ]
        ),
        (
            "texts",
            [
                "concat",
                "contains",
                "ends_with",
                "instr",
                "left",
                "len",
                "length",
                "lower",
                "ltrim",
                "prefix",
                "regexp_full_match",
                "regexp_matches",
                "right",
                "rtrim",
                "starts_with",
                "strlen",
                "strpos",
                "substr",
                "substring",
                "suffix",
                "trim",
                "upper",
            ]
        ),
        (
            "dates",
            [
                "date_diff",
                "date_part",
                "date_sub",
                "date_trunc",
                "datediff",
                "datepart",
                "datesub",
                "datetrunc",
                "day",
                "dayofweek",
                "dayofyear",
                "epoch",
                "hour",
                "isodow",
                "minute",
                "month",
                "quarter",
                "second",
                "week",
                "year",
            ]
        ),
        ("missing values", ["if", "ifnull", "nullif"]),
    ];

    /// <summary>Types that a value may be cast to.</summary>
    public static readonly IReadOnlyList<string> Types =
    [
        "BOOLEAN",
        "TINYINT",
        "SMALLINT",
        "INTEGER",
        "BIGINT",
        "HUGEINT",
        "FLOAT",
        "DOUBLE",
        "DECIMAL",
        "VARCHAR",
        "DATE",
        "TIMESTAMP",
        "INTERVAL",
    ];

    /// <summary>Names that the engine gives to operators, which it parses as functions.</summary>
    public static readonly IReadOnlyList<string> OperatorFunctions =
    [
        "+",
        "-",
        "*",
        "/",
        "//",
        "%",
        "^",
        "**",
        "||",
        "~~",
        "!~~",
        "~~*",
        "!~~*",
        "like_escape",
        "not_like_escape",
        "ilike_escape",
        "not_ilike_escape",
    ];
}
