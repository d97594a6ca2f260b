using DuckDB.NET.Data;
using MlGate.Data.Engine;
using MlGate.Findings;
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
    public void Predicates_are_judged_per_row(string rule, params int[] rows)
    {
        using var folder = new TempFolder();

        var profile = Given.SoundProfile(Data(folder), Gate(rule));

        Assert.Equal(rows.Select(row => (long)row), profile.Violations["datasets.train.rules.r"].FirstRows);
    }

    [Theory]
    [InlineData("n in (select 1)", "a query inside the rule")]
    [InlineData("exists (select * from read_csv('/etc/passwd'))", "a query inside the rule")]
    [InlineData("(select count(*) from read_text('/etc/passwd')) > 0", "a query inside the rule")]
    [InlineData("1) from read_csv('/etc/passwd') where (1 = 1", "not an expression of SQL")]
    [InlineData("1), (2", "more than one expression")]
    [InlineData("1) from t; drop table t; select (1", "not an expression of SQL")]
    [InlineData("random() > 0.5", "a function that rules do not have")]
    [InlineData("getenv('HOME') = ''", "a function that rules do not have")]
    [InlineData("now() > day", "a function that rules do not have")]
    [InlineData("current_setting('threads') = '1'", "a function that rules do not have")]
    [InlineData("repeat(t, 1000000000) = ''", "a function that rules do not have")]
    [InlineData("sum(n) > 1", "a function that rules do not have")]
    [InlineData("row_number() over () > 1", "an operator that rules do not have")]
    [InlineData("regexp_matches(t, t)", "a pattern that is not a constant")]
    [InlineData("missing > 1", "a column that the data does not have")]
    [InlineData("t.n > 1", "a column that the data does not have")]
    [InlineData("n >", "not an expression of SQL")]
    [InlineData("n + 1", "an expression that is neither true nor false")]
    [InlineData("regexp_matches(t, '(?=a)')", "an expression that cannot be computed")]
    [InlineData("1) from t; select (1", "more than one statement")]
    [InlineData("1) from t union all select (1", "more than one expression")]
    [InlineData("n = ?", "more than one expression")]
    [InlineData("*", "an operator that rules do not have")]
    public void Everything_else_is_refused(string rule, string found)
    {
        using var folder = new TempFolder();

        var problem = Given.Problem(Data(folder), Gate(rule));

        Assert.Equal(("MLG2020", found), (problem.Code, problem.Found));
        Assert.Equal(Given.Place, problem.Place);
        Assert.Equal(ExitCode.Usage, Verdict.ExitOf(problem));
    }

    [Fact]
    public void A_rule_that_fails_on_some_row_is_named()
    {
        using var folder = new TempFolder();

        var problem = Given.Problem(Data(folder), Gate("cast(t as integer) = 1"));

        Assert.Equal(("MLG2020", "an expression that cannot be computed on some row"), (problem.Code, problem.Found));
    }

    [Theory]
    [InlineData("(?=a)b")]
    [InlineData("(a)\\1")]
    [InlineData("(a{1000}){1000}")]
    [InlineData("(a")]
    public void A_pattern_that_is_not_linear_is_refused(string pattern)
    {
        using var folder = new TempFolder();
        var gate = Given.Gate(Given.Column("t", ColumnType.Text) with { Regex = Given.Of(pattern, "regex") });

        Assert.Equal("MLG2020", Given.Problem(Data(folder), gate).Code);
    }

    [Fact]
    public void A_pattern_that_explodes_elsewhere_is_linear()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", "t\n" + new string('a', 50_000) + "b\n");
        var gate = Given.Gate(Given.Column("t", ColumnType.Text) with { Regex = Given.Of("(a+)+$", "regex") });

        Assert.Equal(1, Given.SoundProfile(path, gate).Violations["regex"].Count);
    }

    [Theory]
    [InlineData("SELECT * FROM read_text('/etc/passwd')")]
    [InlineData("COPY (SELECT 1) TO '/tmp/mlgate-escape.csv'")]
    [InlineData("ATTACH '/tmp/mlgate-escape.db'")]
    [InlineData("INSTALL httpfs")]
    [InlineData("SET enable_external_access = true")]
    [InlineData("SET threads = 9")]
    [InlineData("SELECT * FROM 'https://example.org/a.parquet'")]
    public void The_engine_is_locked_down(string sql)
    {
        using var session = EngineSession.Open(Given.Engine(), []);

        Assert.ThrowsAny<DuckDBException>(() => session.Run(sql, CancellationToken.None));
    }

    [Fact]
    public void The_private_folder_is_gone_afterwards()
    {
        string folder;
        using (var session = EngineSession.Open(Given.Engine(), [], staging: true))
        {
            folder = session.Folder;
            session.Run("CREATE TABLE t AS SELECT range FROM range(100000)", CancellationToken.None);
            Assert.True(Directory.Exists(folder));
        }

        Assert.False(Directory.Exists(folder));
    }

    private static string Data(TempFolder folder) => folder.Write("a.csv", "n,t,m,day\n1,a,,2026-01-01\n2,b,-1,2026-01-02\n3,c,5,\n");

    private static DatasetGate Gate(string rule) => Given.Gate(
        Given.Column("n", ColumnType.Integer), Given.Column("t", ColumnType.Text), Given.Column("m", ColumnType.Number), Given.Column("day", ColumnType.Date)) with
    { Rules = [Given.Rule("r", rule)] };
}
