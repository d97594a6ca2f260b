using MlGate.Statistics;

namespace MlGate.Core.Tests.Statistics;

public sealed class SharedByChanceTests
{
    [Theory]
    [InlineData("aabbcd", 3)]
    [InlineData("aaabbcde", 3)]
    [InlineData("aaaabbbc", 5)]
    [InlineData("abcdef", 2)]
    public void The_expected_number_is_the_mean_over_all_splits(string rows, int size)
    {
        // Arrange: every choice of rows for the first dataset.
        var splits = Enumerable.Range(0, 1 << rows.Length).Where(mask => int.PopCount(mask) == size).ToList();

        // Act
        var mean = splits.Average(mask => Shared(rows, mask));

        // Assert
        Assert.Equal(
            mean,
            SharedByChance.Expected(Pool.Of([.. rows.Select(row => (int)row)], []).Repeats, size, rows.Length - size),
            1e-12
        );
    }

    [Theory]
    [InlineData("twenty values", 200, 100)]
    [InlineData("a thousand values", 400, 100)]
    [InlineData("a thousand values", 100, 400)]
    [InlineData("few among many", 300, 300)]
    [InlineData("every row twice", 100, 100)]
    [InlineData("no repeats", 1000, 200)]
    public void Rows_of_one_population_raise_no_alarm(string population, int rows, int others)
    {
        var random = new Random(7);
        const int Runs = 1_000;

        var alarms = Enumerable.Range(0, Runs).Count(_ => Split(population, rows, others, random).P <= 0.05);

        // The p is an upper bound: far fewer than 5 % are expected.
        Assert.InRange(alarms, 0, 50);
    }

    [Theory]
    [InlineData(40, 20, 20)]
    [InlineData(1000, 100, 20)]
    [InlineData(20, 20, 20)]
    public void A_copied_part_of_the_test_set_is_an_alarm(int training, int test, int copied)
    {
        var pool = Pool.Of([.. Enumerable.Range(0, training)], [.. Enumerable.Range(training - copied, test)]);

        Assert.InRange(pool.P, 0, 0.001);
    }

    [Theory]
    [InlineData(0, 0.05, 1)]
    [InlineData(300, 0, 0.001)]
    public void Training_rows_that_were_written_five_times_hide_no_copy(int copied, double lower, double upper)
    {
        var training = Enumerable.Range(0, 8_000).Select(at => at % 1_600).ToArray();
        var test = Enumerable.Range(1_600 - copied, 1_000).ToArray();

        Assert.InRange(Pool.Of(training, test).P, lower, upper);
    }

    [Fact]
    public void One_shared_row_can_be_chance()
    {
        Assert.InRange(Pool.Of([.. Enumerable.Range(0, 100)], [.. Enumerable.Range(99, 50)]).P, 0.05, 1);
    }

    private static double Shared(string rows, int mask) =>
        rows.Where((row, at) => (mask >> at & 1) == 1 && rows.Where((other, place) => other == row && (mask >> place & 1) == 0).Any())
            .Count();

    private static Pool Split(string population, int rows, int others, Random random)
    {
        var drawn = Enumerable
            .Range(0, rows + others)
            .Select(at =>
                population switch
                {
                    "twenty values" => random.Next(20),
                    "a thousand values" => random.Next(1_000),
                    "few among many" => random.Next(10) == 0 ? random.Next(5) : 10 + at,
                    "every row twice" => at / 2,
                    _ => at,
                }
            )
            .ToArray();
        random.Shuffle(drawn);
        return Pool.Of(drawn[..rows], drawn[rows..]);
    }

    private sealed record Pool(IReadOnlyList<RepeatedContents> Repeats, long Rows, long Others, long Pairs, long OtherPairs)
    {
        public double P => SharedByChance.P(Repeats, Rows, Others, Pairs, OtherPairs);

        public static Pool Of(int[] rows, int[] others)
        {
            var (own, theirs) = (rows.CountBy(row => row).ToDictionary(), others.CountBy(row => row).ToDictionary());
            var repeats = own
                .Keys.Union(theirs.Keys)
                .GroupBy(content => (long)own.GetValueOrDefault(content) + theirs.GetValueOrDefault(content))
                .Select(group => new RepeatedContents(
                    group.Key,
                    group.Count(),
                    group.Count(content => own.ContainsKey(content) && theirs.ContainsKey(content))
                ))
                .ToList();
            return new Pool(
                repeats,
                rows.Length,
                others.Length,
                own.Values.Sum(count => count * (count - 1L) / 2),
                theirs.Values.Sum(count => count * (count - 1L) / 2)
            );
        }
    }
}
