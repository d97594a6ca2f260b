using System.Diagnostics;
using System.Globalization;

namespace MlGate.Benchmarks;

/// <summary>Both digests of a 2 GiB file and of 10,000 small files, against git and openssl: whole processes, in turn, medians.</summary>
internal static class HashingPeers
{
    private const long Large = 2L * 1024 * 1024 * 1024;
    private const int Files = 10_000;
    private const int FileSize = 10_000;

    /// <summary>Runs the comparison in a folder, which is made if it is not there and is left for the next run.</summary>
    public static int Run(string folder, int rounds)
    {
        Make(folder);
        var list = Path.Combine(folder, "list");
        Compare(
            "a file of 2 GiB",
            folder,
            rounds,
            ("mlgate", Ours(folder, "large")),
            ("git hash-object", ["git", "-c", "core.bigFileThreshold=10g", "hash-object", "large"]),
            ("openssl sha256", ["openssl", "sha256", "large"])
        );
        Compare(
            "10,000 files of 10 kB",
            folder,
            rounds,
            ("mlgate", Ours(folder, "small")),
            ("mlgate status", [.. Ours(folder, "small").Select(word => word == "hash" ? "status" : word)]),
            ("git hash-object --stdin-paths", ["sh", "-c", $"git hash-object --stdin-paths < '{list}'"])
        );
        return 0;
    }

    private static string[] Ours(string folder, string path) => [Environment.ProcessPath!, "hash", folder, path];

    private static void Compare(string title, string folder, int rounds, params (string Name, string[] Command)[] peers)
    {
        var times = peers.ToDictionary(peer => peer.Name, _ => new List<double>());
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var (name, command) in peers)
            {
                var time = Time(folder, command);

                // The first round warms the page cache.
                if (round > 0)
                {
                    times[name].Add(time);
                }
            }
        }

        var ours = Median(times[peers[0].Name]);
        foreach (var (name, _) in peers)
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{title}; {name}: median {Median(times[name]):f3} s, least {times[name].Min():f3} s; "
                        + $"{Median(times[name]) / ours:f2} x mlgate"
                )
            );
        }
    }

    private static double Time(string folder, string[] command)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(
            new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = folder, RedirectStandardOutput = true }
        )!;
        _ = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? clock.Elapsed.TotalSeconds
            : throw new InvalidOperationException(string.Join(' ', command) + " failed");
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static void Make(string folder)
    {
        var list = Path.Combine(folder, "list");
        if (File.Exists(list))
        {
            return;
        }

        _ = Directory.CreateDirectory(folder);
        _ = Time(folder, ["git", "init", "-q"]);
        var random = new Random(1);
        var buffer = new byte[1024 * 1024];
        using (var large = File.Create(Path.Combine(folder, "large")))
        {
            while (large.Length < Large)
            {
                random.NextBytes(buffer);
                large.Write(buffer);
            }
        }

        var names = Enumerable.Range(0, Files).Select(file => FormattableString.Invariant($"small/{file % 100}/{file}")).ToList();
        foreach (var name in names)
        {
            var path = Path.Combine(folder, name);
            _ = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            random.NextBytes(buffer.AsSpan(0, FileSize));
            File.WriteAllBytes(path, buffer[..FileSize]);
        }

        File.WriteAllLines(list, names);
    }
}
