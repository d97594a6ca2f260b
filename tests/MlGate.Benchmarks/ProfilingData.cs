using System.Globalization;

namespace MlGate.Benchmarks;

/// <summary>Writes the file that profiling is measured on: twelve columns, the same bytes for the same number of rows.</summary>
internal static class ProfilingData
{
    private static readonly DateTime Start = new(2026, 1, 1);

    public static void Write(string path, long rows)
    {
        using var writer = new StreamWriter(path, append: false, System.Text.Encoding.ASCII, 1 << 20);
        writer.Write("id,age,income,score,ratio,visits,lg,tier,city,name,ts,active\n");
        Span<char> line = stackalloc char[256];
        for (var row = 0L; row < rows; row++)
        {
            var random = (ulong)row;
            line.TryWrite(
                CultureInfo.InvariantCulture,
                $"{row},{Next(ref random) % 100},{Next(ref random) % 1_000_000 / 100.0},"
                    + $"{((double)(Next(ref random) % 2_000) - 1_000) / 7},{Next(ref random) % 5_000 / 100.0},{Next(ref random) % 1_000},"
                    + $"{Math.Round(3 * Math.Log(1 + (Next(ref random) % 1_000_000)), 4)},{Next(ref random) % 3},"
                    + $"city_{Next(ref random) % 50},user-{Next(ref random) % 1_000_000},"
                    + $"{Start.AddSeconds(Next(ref random) % 20_000_000):yyyy-MM-dd HH:mm:ss},"
                    + $"{(Next(ref random) % 2 == 0 ? "true" : "false")}\n",
                out var written
            );
            writer.Write(line[..written]);
        }
    }

    // SplitMix64.
    private static ulong Next(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
