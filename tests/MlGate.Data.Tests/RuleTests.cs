using MlGate.Checks.Data.Constraints;
using MlGate.Data.Engines;
using MlGate.Data.Engines.DuckDb;
using MlGate.Gates;
using MlGate.Testing;

namespace MlGate.Data.Tests;

public sealed class RuleTests
{
    [Theory]
    [InlineData("n between 1 and 2", 3)]
    [InlineData("n in (1, 2) or t like 'c%'")]
    [InlineData("case when t = 'a' then n = 1 else n > 1 end")]
    [InlineData("length(t) = 1 and upper(t) <> t and regexp_full_match(t, '[a-c]')")]
    [InlineData("abs(n - 2) <= 1 -- a comment")]
    [InlineData("n * 2 >= 4 and not t is null", 1)]
    [InlineData("cast(n as double) / 2 < 1.5", 3)]
    [InlineData("m > 0", 2)]
    [InlineData("day >= date '2026-01-02'", 1)]
    public async Task Predicates_are_judged_per_row(string rule, params int[] rows)
    {
        using var folder = new TempFolder();

        var profile = await Given.SoundProfile(Data(folder), Gate(rule));

        Assert.Equal(rows.Select(row => (long)row), profile.Violations["datasets.train.rules.r"].FirstRows);
    }

    [Theory]
    [InlineData("n in (select 1)", "a subquery")]
    [InlineData("exists (select * from read_csv('/etc/passwd'))", "a subquery")]
    [InlineData("(select count(*) from read_text('/etc/passwd')) > 0", "a subquery")]
    [InlineData("1) from read_csv('/etc/passwd') where (1 = 1", "invalid SQL expression: unexpected end, or unbalanced parentheses")]
    [InlineData("1), (2", "more than one expression")]
    [InlineData("1) from t; drop table t; select (1", "invalid SQL expression: Only SELECT statements can be serialized to json!")]
    [InlineData("random() > 0.5", "a function that rules do not support: 'random'")]
    [InlineData("getenv('HOME') = ''", "a function that rules do not support: 'getenv'")]
    [InlineData("now() > day", "a function that rules do not support: 'now'")]
    [InlineData("current_setting('threads') = '1'", "a function that rules do not support: 'current_setting'")]
    [InlineData("repeat(t, 1000000000) = ''", "a function that rules do not support: 'repeat'")]
    [InlineData("sum(n) > 1", "a function that rules do not support: 'sum'")]
    [InlineData("row_number() over () > 1", "an operator that rules do not support")]
    [InlineData("try(n > 1)", "an operator that rules do not support")]
    [InlineData("regexp_matches(t, t)", "a pattern that is not a constant")]
    [InlineData("missing > 1", "unknown column: 'missing'")]
    [InlineData("t.n > 1", "unknown column: 't.n'")]
    [InlineData("n >", "invalid SQL expression: unexpected end, or unbalanced parentheses")]
    [InlineData("n > > 1", "invalid SQL expression: syntax error at or near \">\", character 5")]
    [InlineData("n + 1", "not a boolean expression")]
    [InlineData("regexp_matches(t, '(?=a)')", "an expression that cannot be computed: invalid perl operator: (?= ('t' is text)")]
    [InlineData(
        "t < 3",
        "an expression that cannot be computed: Cannot compare values of type VARCHAR and type INTEGER_LITERAL - an explicit cast is "
            + "required ('t' is text)"
    )]
    [InlineData("1) from t; select (1", "more than one statement")]
    [InlineData("1) from t union all select (1", "more than one expression")]
    [InlineData("n = ?", "more than one expression")]
    [InlineData("*", "an operator that rules do not support")]
    public async Task Everything_else_is_refused_and_the_other_checks_run(string rule, string found)
    {
        using var folder = new TempFolder();

        var profile = await Given.SoundProfile(Data(folder), Gate(rule));

        Assert.Equal(found, profile.NotUsable["datasets.train.rules.r"].Reason);
        Assert.False(profile.NotUsable["datasets.train.rules.r"].IsColumnAbsent);
        Assert.Equal((0L, 3L), (profile.Broken("n", "type").Count, profile.Broken("n", "type").Of));
        Assert.DoesNotContain("datasets.train.rules.r", profile.Violations.Keys);
    }

    [Theory]
    [InlineData("lenght(t) > 1", "Did you mean 'length'?")]
    [InlineData("dy > date '2026-01-01'", "Did you mean 'day'?")]
    public async Task A_slip_of_the_pen_is_named(string rule, string fix)
    {
        using var folder = new TempFolder();

        Assert.Equal(fix, (await Given.SoundProfile(Data(folder), Gate(rule))).NotUsable["datasets.train.rules.r"].Fix);
    }

    [Fact]
    public async Task A_declared_column_that_is_not_in_the_data_is_no_fault_of_the_rule()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", "n\n1\n");

        var problem = (await Given.SoundProfile(path, Gate("n > m"))).NotUsable["datasets.train.rules.r"];

        Assert.Equal(("column 'm' is not in the data", true), (problem.Reason, problem.IsColumnAbsent));
    }

    [Theory]
    [InlineData(
        "cast(t as integer) = 1",
        3,
        3,
        "3 of them cannot be computed: Could not convert string a value to INT32 when casting from source column 't'",
        1,
        2,
        3
    )]
    [InlineData("sqrt(m) >= 0", 1, 2, "1 of them cannot be computed: cannot take square root of a negative number", 2)]
    [InlineData("ln(m + 1) > 0", 1, 2, "1 of them cannot be computed: cannot take logarithm of zero", 2)]
    [InlineData(
        "cast(n * n * 10 as tinyint) * cast(n as tinyint) > 0",
        1,
        3,
        "1 of them cannot be computed: Overflow in multiplication of INT8",
        3
    )]
    [InlineData("date_part(t, day) > 0", 2, 2, "2 of them cannot be computed: extract specifier a value not recognized", 1, 2)]
    public async Task A_row_on_which_a_rule_cannot_be_computed_breaks_that_rule_alone(
        string rule,
        long count,
        long of,
        string note,
        params int[] rows
    )
    {
        using var folder = new TempFolder();

        var profile = await Given.SoundProfile(
            Data(folder),
            Gate(rule) is var gate ? gate with { Constraints = [.. gate.Constraints, Given.Rule("other", "n < 3")] } : gate
        );

        var violations = profile.Violations["datasets.train.rules.r"];
        Assert.Equal((count, of, note), (violations.Count, violations.Of, violations.Note));
        Assert.Equal(rows.Select(row => (long)row), violations.FirstRows);
        Assert.Equal([3], profile.Violations["datasets.train.rules.other"].FirstRows);
        Assert.Empty(profile.NotUsable);
    }

    [Fact]
    public async Task No_value_of_the_data_is_in_the_reason()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", "t\n\"it's a 'secret' \"\"4711\"\" (12) 2026-01-01\"\n");

        var note = (
            await Given.SoundProfile(
                path,
                Given.Gate(Given.Column("t", ColumnType.Text)) with
                {
                    Constraints = [Given.Rule("r", "cast(t as date) > date '2026-01-01'")],
                }
            )
        )
            .Violations["datasets.train.rules.r"]
            .Note;

        Assert.StartsWith("1 of them cannot be computed: ", note, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", note, StringComparison.Ordinal);
        Assert.DoesNotMatch("4711|12|2026", note);
    }

    [Fact]
    public async Task A_row_for_which_a_rule_is_unknown_is_not_judged()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", "n,m\n1,\n2,\n3,\n4,1\n5,9\n");

        var violations = (
            await Given.SoundProfile(
                path,
                Given.Gate(Given.Column("n", ColumnType.Integer), Given.Column("m", ColumnType.Integer)) with
                {
                    Constraints = [Given.Rule("r", "m > n")],
                }
            )
        ).Violations["datasets.train.rules.r"];

        Assert.Equal((1L, 2L), (violations.Count, violations.Of));
    }

    [Theory]
    [InlineData("a.csv", "n\n1000\n5\n", "n < 3")]
    [InlineData("a.csv", "n\n1000\n5\n", "n between 1 and 3")]
    [InlineData("a.jsonl", "{\"n\": 1000}\n{\"n\": 5}\n", "n < '3'")]
    public async Task A_column_without_a_type_is_refused(string name, string text, string rule)
    {
        using var folder = new TempFolder();

        var problem = (
            await Given.SoundProfile(folder.Write(name, text), Given.Gate() with { Constraints = [Given.Rule("r", rule)] })
        ).NotUsable["datasets.train.rules.r"];

        Assert.Equal("column 'n' has no type: it would be compared as text", problem.Reason);
        Assert.Equal(
            "Declare its type under 'columns', or write cast(n as double) for a number and cast(n as varchar) for a text",
            problem.Fix
        );
    }

    [Theory]
    [InlineData("cast(n as double) < 3", 1)]
    [InlineData("try_cast(n as integer) < 3", 1)]
    [InlineData("n is null or cast(n as varchar) = '5'", 1)]
    public async Task A_cast_in_the_rule_gives_a_column_its_type(string rule, long row)
    {
        using var folder = new TempFolder();
        var path = folder.Write(
            "a.csv",
            "n,z\n1000,1\n5,1\n,1\n".Replace("5,", rule.Contains("'5'", StringComparison.Ordinal) ? "5," : "2,", StringComparison.Ordinal)
        );

        Assert.Equal(
            [row],
            (await Given.SoundProfile(path, Given.Gate() with { Constraints = [Given.Rule("r", rule)] }))
                .Violations["datasets.train.rules.r"]
                .FirstRows
        );
    }

    [Theory]
    [InlineData("(?=a)b")]
    [InlineData("(a)\\1")]
    [InlineData("(a{1000}){1000}")]
    [InlineData("(a")]
    public async Task A_pattern_that_is_not_linear_is_refused(string pattern)
    {
        using var folder = new TempFolder();
        var gate = Given.Gate(
            Given.Column("t", ColumnType.Text) with
            {
                Constraints = [ColumnConstraints.Regex.Declare(Given.Of(pattern, "regex"))],
            }
        );

        var profile = await Given.SoundProfile(Data(folder), gate);
        Assert.StartsWith("invalid RE2 pattern: ", profile.NotUsable["regex"].Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("regex", profile.Violations.Keys);
    }

    [Fact]
    public async Task A_pattern_that_explodes_elsewhere_is_linear()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", "t\n" + new string('a', 50_000) + "b\n");
        var gate = Given.Gate(
            Given.Column("t", ColumnType.Text) with
            {
                Constraints = [ColumnConstraints.Regex.Declare(Given.Of("(a+)+$", "regex"))],
            }
        );

        Assert.Equal(1, (await Given.SoundProfile(path, gate)).Violations["regex"].Count);
    }

    [Theory]
    [InlineData("SELECT * FROM read_text('/etc/passwd')")]
    [InlineData("COPY (SELECT 1) TO '/tmp/mlgate-escape.csv'")]
    [InlineData("ATTACH '/tmp/mlgate-escape.db'")]
    [InlineData("INSTALL httpfs")]
    [InlineData("SET enable_external_access = true")]
    [InlineData("SET threads = 9")]
    [InlineData("SELECT * FROM 'https://example.org/a.parquet'")]
    public async Task The_engine_is_locked_down(string sql)
    {
        await using var engine = await DuckDbEngine.OpenAsync(Given.Engine(), [], CancellationToken.None);

        await Assert.ThrowsAsync<EngineException>(() => engine.RunAsync(sql, CancellationToken.None));
    }

    [Fact]
    public async Task The_private_folder_is_gone_afterwards()
    {
        string folder;
        await using (var engine = await DuckDbEngine.OpenAsync(Given.Engine(), [], CancellationToken.None, staging: true))
        {
            folder = engine.Folder.Path;
            await engine.StageAsync("SELECT range FROM range(100000)", CancellationToken.None);
            Assert.True(Directory.Exists(folder));
        }

        Assert.False(Directory.Exists(folder));
    }

    private static string Data(TempFolder folder) => folder.Write("a.csv", "n,t,m,day\n1,a,,2026-01-01\n2,b,-1,2026-01-02\n3,c,5,\n");

    private static DatasetGate Gate(string rule) =>
        Given.Gate(
            Given.Column("n", ColumnType.Integer),
            Given.Column("t", ColumnType.Text),
            Given.Column("m", ColumnType.Number),
            Given.Column("day", ColumnType.Date)
        ) with
        {
            Constraints = [Given.Rule("r", rule)],
        };
}
