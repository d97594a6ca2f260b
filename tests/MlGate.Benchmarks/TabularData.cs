using System.Globalization;

namespace MlGate.Benchmarks;

/// <summary>
/// Writes the tables that data checks and drift are measured on: 19 columns of integers, decimals, categories, texts, days and booleans,
/// some of them missing; the same bytes for the same number of rows and the same month.
/// </summary>
internal static class TabularData
{
    /// <summary>The columns that drift is judged of: all but the id, the name and the day.</summary>
    public const int JudgedColumns = 16;

    private const string Header =
        "id,age,visits,tenure,household,income,balance,ratio,score,weight,lg,city,tier,channel,country,active,member,name,since\n";

    private static readonly string[] Tiers = ["basic", "plus", "pro"];
    private static readonly string[] Channels = ["mail", "phone", "shop", "app", "web", "partner"];
    private static readonly DateTime Start = new(2020, 1, 1);

    /// <param name="path">The file.</param>
    /// <param name="rows">Its data rows.</param>
    /// <param name="month">Another month has other rows, and slightly larger incomes.</param>
    public static void Write(string path, long rows, int month)
    {
        using var writer = new StreamWriter(path, append: false, System.Text.Encoding.ASCII, 1 << 20);
        writer.Write(Header);
        Span<char> line = stackalloc char[512];
        for (var row = 0L; row < rows; row++)
        {
            var random = new Draws(((ulong)month << 40) + (ulong)row);
            line.TryWrite(
                CultureInfo.InvariantCulture,
                $"{row},{(random.Below(100) == 0 ? "" : Whole(18 + random.Below(70)))},{random.Below(1_000)},{random.Below(120)},"
                    + $"{1 + random.Below(7)},{(random.Below(33) == 0 ? "" : Cents(random.Below(10_000_000) + (20_000 * month)))},"
                    + $"{Cents(random.Below(2_000_000) - 1_000_000)},{random.Below(10_000) / 10_000.0:0.####},"
                    + $"{(random.Below(1_000_000) - 500_000.0) / 7_000_000},{random.Below(1_500) / 10.0:0.0},"
                    + $"{Math.Log(1 + random.Below(1_000_000)):0.0000},city_{random.Below(50)},{Tiers[random.Below(3)]},"
                    + $"{Channels[random.Below(6)]},{(random.Below(50) == 0 ? "" : "country_" + Whole(random.Below(20)))},"
                    + $"{(random.Below(3) == 0 ? "false" : "true")},"
                    + $"{(random.Below(100) == 0 ? "" : random.Below(2) == 0 ? "false" : "true")},"
                    + $"user-{random.Below(1_000_000)},{Start.AddDays(random.Below(2_000)):yyyy-MM-dd}\n",
                out var written
            );
            writer.Write(line[..written]);
        }
    }

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Cents(int value) => (value / 100.0).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>SplitMix64.</summary>
    private struct Draws(ulong state)
    {
        /// <summary>An integer from 0 to one less than a limit.</summary>
        public int Below(int limit)
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return (int)((mixed ^ (mixed >> 31)) % (ulong)limit);
        }
    }
}
