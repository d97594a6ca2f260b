using MlGate.Data.Batches;
using MlGate.Runs;
using MlGate.Testing;

namespace MlGate.Data.Tests;

public sealed class RowBatchesTests
{
    private readonly RowBatches batches = new(Given.Engine());

    [Fact]
    public async Task Columns_come_in_the_order_of_the_rows()
    {
        using var folder = new TempFolder();
        var files = Given.Rows(
            folder.Write("a.csv", "n,t,b\n" + string.Concat(Enumerable.Range(0, 30_000).Select(row => $"{row},t{row},{row % 2}\n")))
        );
        var next = 0;

        await foreach (
            var batch in batches.ReadAsync(
                files,
                [
                    new("t", BatchType.Text),
                    new("n", BatchType.Single),
                    new("n", BatchType.Double),
                    new("b", BatchType.Boolean),
                    new("n", BatchType.Text),
                ],
                CancellationToken.None
            )
        )
        {
            for (var row = 0; row < batch.Rows; row++, next++)
            {
                Assert.Equal(
                    ("t" + next, (float)next, (double)next, next % 2 == 1, next.ToString()),
                    (
                        ((string?[])batch.Columns[0])[row],
                        ((float[])batch.Columns[1])[row],
                        ((double[])batch.Columns[2])[row],
                        ((bool[])batch.Columns[3])[row],
                        ((string?[])batch.Columns[4])[row]
                    )
                );
            }
        }

        Assert.Equal(30_000, next);
    }

    [Fact]
    public async Task What_does_not_cast_is_missing()
    {
        using var folder = new TempFolder();
        var files = Given.Rows(folder.Write("a.csv", "n,t\nx,\n,b\n1e300,c\n1e400,d\n"));

        var batch = Assert.Single(
            await batches
                .ReadAsync(
                    files,
                    [new("n", BatchType.Single), new("n", BatchType.Double), new("t", BatchType.Text), new("n", BatchType.Boolean)],
                    CancellationToken.None
                )
                .ToListAsync(CancellationToken.None)
        );

        Assert.Equal([float.NaN, float.NaN, float.NaN, float.NaN], ((float[])batch.Columns[0])[..4]);
        Assert.Equal([double.NaN, double.NaN, 1e300, double.NaN], ((double[])batch.Columns[1])[..4]);
        Assert.Equal([null, "b", "c", "d"], ((string?[])batch.Columns[2])[..4]);
        Assert.Equal([false, false, false, false], ((bool[])batch.Columns[3])[..4]);
    }

    [Fact]
    public async Task What_does_not_cast_is_handed_over_as_text_where_that_is_asked_for()
    {
        using var folder = new TempFolder();
        var files = Given.Rows(folder.Write("a.csv", "n,m\n 5.696 ,1\n+1.335,2\n,3\n2.5,4\n1e39,5\n"));

        var batch = Assert.Single(
            await batches
                .ReadAsync(
                    files,
                    [
                        new("n", BatchType.Single, KeepsUnread: true),
                        new("m", BatchType.Double, KeepsUnread: true),
                        new("n", BatchType.Double),
                    ],
                    CancellationToken.None
                )
                .ToListAsync(CancellationToken.None)
        );

        Assert.Equal([float.NaN, float.NaN, float.NaN, 2.5f, float.NaN], ((float[])batch.Columns[0])[..5]);
        Assert.Equal([" 5.696 ", "+1.335", null, null, "1e39"], batch.Unread[0]![..5]);
        Assert.Null(batch.Unread[1]);
        Assert.Null(batch.Unread[2]);
    }

    [Fact]
    public async Task A_number_in_quotes_of_JSON_lines_is_handed_over_as_text()
    {
        using var folder = new TempFolder();
        var files = Given.Rows(folder.Write("a.jsonl", "{\"n\":\"5.696\"}\n{\"n\":1}\n{\"n\":null}\n{\"n\":true}\n{}\n"));

        var batch = Assert.Single(
            await batches
                .ReadAsync(files, [new("n", BatchType.Single, KeepsUnread: true)], CancellationToken.None)
                .ToListAsync(CancellationToken.None)
        );

        Assert.Equal([float.NaN, 1, float.NaN, float.NaN, float.NaN], ((float[])batch.Columns[0])[..5]);
        Assert.Equal(["5.696", null, null, "true", null], batch.Unread[0]![..5]);
    }

    [Fact]
    public async Task Quotes_are_a_part_of_the_text_where_that_is_asked_for()
    {
        using var folder = new TempFolder();
        var files = Given.Rows(folder.Write("a.csv", "t,n\n\"Yes\",1\nNo,\"2\"\n\"say \"\"x\"\"\",3\n,4\n"));

        var batch = Assert.Single(
            await batches
                .ReadWithQuotesAsync(
                    files,
                    [new("t", BatchType.Text), new("n", BatchType.Single, KeepsUnread: true)],
                    CancellationToken.None
                )
                .ToListAsync(CancellationToken.None)
        );

        Assert.Equal(["\"Yes\"", "No", "\"say \"\"x\"\"\"", null], ((string?[])batch.Columns[0])[..4]);
        Assert.Equal([1, float.NaN, 3, 4], ((float[])batch.Columns[1])[..4]);
        Assert.Equal("\"2\"", batch.Unread[1]![1]);
    }

    [Fact]
    public async Task A_quoted_separator_cannot_be_read_with_quotes()
    {
        using var folder = new TempFolder();
        var files = Given.Rows(folder.Write("a.csv", "t,n\n\"a,b\",1\n"));

        await Assert.ThrowsAsync<InvalidDataException>(async () =>
            await batches.ReadWithQuotesAsync(files, [new("t", BatchType.Text)], CancellationToken.None).CountAsync(CancellationToken.None)
        );
    }

    [Fact]
    public async Task Keys_do_not_depend_on_the_order_of_the_rows()
    {
        using var folder = new TempFolder();
        var one = await batches.ReadRowKeysAsync(Given.Rows(folder.Write("a.csv", "a,b\n1,x\n1,x\n2,\n,2\n1,x\n")), CancellationToken.None);
        var other = await batches.ReadRowKeysAsync(
            Given.Rows(folder.Write("b.csv", "a,b\n,2\n1,x\n2,\n1,x\n1,x\n")),
            CancellationToken.None
        );

        Assert.Equal(5, one.Distinct().Count());
        Assert.Equal(one.Order(), other.Order());
        Assert.Equal(one[2], other[2]);
    }

    [Fact]
    public async Task Names_are_given_without_reading_rows()
    {
        Assert.Equal("churn", (await batches.ReadColumnsAsync(Given.Rows(Given.TestData("churn.csv")), CancellationToken.None)).Value![0]);
    }

    [Fact]
    public async Task Data_that_breaks_midway_is_an_error_without_its_values()
    {
        using var folder = new TempFolder();
        var files = Given.Rows(folder.Write("a.csv", "a,b\n1,2\nsecret\n"));

        var error = await Assert.ThrowsAsync<InvalidDataException>(async () =>
            await batches.ReadAsync(files, [new("a", BatchType.Text)], CancellationToken.None).CountAsync(CancellationToken.None)
        );

        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        Assert.Contains("1 fields in row 2", error.Message, StringComparison.Ordinal);
    }
}
