using System.Text.Json.Nodes;
using MlGate.Data.Engines;

namespace MlGate.Data.Tests.Engines;

/// <summary>Queries, staged rows, failures and rules.</summary>
public abstract class SessionConformance : SqlEngineConformance
{
    [Fact]
    public async Task Values_are_read_as_they_are_asked_for()
    {
        await using var engine = await OpenAsync();
        var sql = engine.Dialect;
        var read = 0;
        await foreach (
            var row in engine.ReadAsync($"SELECT 7, {sql.Number(0.5)}, {sql.Text("a")}, 1 < 2, {sql.Single(1.5)}, NULL, sum(7)", Cancel)
        )
        {
            read++;
            Assert.Equal(7, row.Count);
            Assert.Equal((7L, 0.5, "a", true), (row.Integer(0), row.Number(1), row.Text(2), row.Truth(3)));
            Assert.Equal((1.5f, 7L), (row.Single(4), row.Integer(6)));
            Assert.Equal((false, true), (row.IsMissing(4), row.IsMissing(5)));
        }

        Assert.Equal(1, read);
    }

    [Fact]
    public async Task Texts_are_ordered_by_code_point()
    {
        await using var engine = await OpenAsync();
        var texts = new List<string>();

        await foreach (
            var row in engine.ReadAsync($"SELECT c0 FROM {Rows(StoredFamily.Text, "b", "ä", "B", "_", "a")} AS r ORDER BY c0", Cancel)
        )
        {
            texts.Add(row.Text(0));
        }

        Assert.Equal(["B", "_", "a", "b", "ä"], texts);
    }

    [Fact]
    public async Task A_query_without_rows_has_no_first_one()
    {
        await using var engine = await OpenAsync();

        Assert.Empty(
            await engine.FirstAsync($"SELECT c0 FROM {Rows(StoredFamily.Text, "a")} AS r WHERE c0 = {engine.Dialect.Text("b")}", Cancel)
        );
    }

    [Fact]
    public async Task Staged_rows_are_read_as_often_as_they_are_needed()
    {
        await using var engine = await OpenAsync();

        var one = await engine.StageAsync($"SELECT c0 FROM {Rows(StoredFamily.Integer, "1", "2")} AS r", Cancel);
        var other = await engine.StageAsync($"SELECT c0 FROM {Rows(StoredFamily.Integer, "2", "3", "4")} AS r", Cancel);

        Assert.Equal(1, await engine.CountAsync($"SELECT c0 FROM {one} AS a WHERE c0 IN (SELECT c0 FROM {other} AS b)", Cancel));
        Assert.Equal(3, await engine.CountAsync($"SELECT c0 FROM {other} AS b", Cancel));
    }

    [Fact]
    public async Task A_reader_that_stops_early_stops_the_query()
    {
        await using var engine = await OpenAsync();
        var read = 0;

        await foreach (var _ in engine.ReadAsync(Tested.ManyRows(2_000_000_000), Cancel, streaming: true))
        {
            if (++read == 10)
            {
                break;
            }
        }

        Assert.Equal(1, await engine.CountAsync("SELECT 1 AS one", Cancel));
    }

    [Fact]
    public async Task A_query_that_is_cancelled_ends_and_leaves_the_session_usable()
    {
        await using var engine = await OpenAsync();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var many = Tested.ManyRows(2_000_000_000) + " UNION " + Tested.ManyRows(2_000_000_000);
        var query = Task.Run(() => engine.CountAsync(many, cancel.Token), Cancel);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => query);
        Assert.Equal(1, await engine.CountAsync("SELECT 1 AS one", Cancel));
    }

    [Theory]
    [InlineData("SELECT no_such_column FROM (SELECT 1 AS one) AS r")]
    [InlineData("SELECT no_such_function(1)")]
    [InlineData("SELEC 1")]
    public async Task A_query_that_fails_says_why_in_one_line(string query)
    {
        await using var engine = await OpenAsync();

        var problem = await Assert.ThrowsAsync<EngineException>(() => engine.RunAsync(query, Cancel));

        Assert.NotEmpty(problem.Message);
        Assert.DoesNotContain('\n', problem.Message);
        Assert.False(problem.IsOutOfMemory);
        Assert.Equal(1, await engine.CountAsync("SELECT 1 AS one", Cancel));
    }

    [Theory]
    [InlineData("x0 > 3 AND x0 < 9", true)]
    [InlineData("x0 + 1", false)]
    public async Task A_rule_is_written_anew_from_its_tree(string rule, bool isBoolean)
    {
        await using var engine = await OpenAsync();

        var tree = await engine.Rules.ParseAsync($"SELECT ({rule}) FROM t", Cancel);
        var written = await engine.Rules.WriteAsync(tree, Cancel);

        Assert.False(tree["error"]!.GetValue<bool>());
        Assert.Equal(isBoolean, await engine.Rules.IsBooleanAsync(written, "(SELECT 4 AS x0) AS r", Cancel));
        if (isBoolean)
        {
            Assert.Equal([4L], await NumbersAsync(engine, $"SELECT x0 FROM (SELECT 2 AS x0 UNION ALL SELECT 4) AS r WHERE {written}"));
        }
    }

    [Fact]
    public async Task What_is_no_expression_is_an_error_of_the_tree()
    {
        await using var engine = await OpenAsync();

        JsonObject tree = await engine.Rules.ParseAsync("SELECT (x0 >) FROM t", Cancel);

        Assert.True(tree["error"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("4 > 3", 1L)]
    [InlineData("4 > 5", 0L)]
    [InlineData("NULL > 5", 2L)]
    [InlineData("cast('a' as integer) > 5", null)]
    public async Task A_rule_has_four_answers(string predicate, long? answer)
    {
        await using var engine = await OpenAsync();

        Assert.Equal([answer], await NumbersAsync(engine, $"SELECT {engine.Rules.Answer(predicate)}"));
    }

    private static async Task<List<long?>> NumbersAsync(ISqlEngine engine, string query)
    {
        var numbers = new List<long?>();
        await foreach (var row in engine.ReadAsync(query, Cancel))
        {
            numbers.Add(row.IsMissing(0) ? null : row.Integer(0));
        }

        return numbers;
    }
}
