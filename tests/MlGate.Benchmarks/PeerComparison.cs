using System.Diagnostics;
using System.Globalization;

namespace MlGate.Benchmarks;

/// <summary>Whole processes in turn, in the same minutes.</summary>
internal static class PeerComparison
{
    /// <summary>Prints each command's median and least time of wall, and the ratio of medians to the first command.</summary>
    /// <param name="title">What is done.</param>
    /// <param name="folder">Where the commands run.</param>
    /// <param name="rounds">How often each runs, after one round that warms the page cache.</param>
    /// <param name="peers">Commands; each may prepare its run, which is not timed.</param>
    public static void Run(string title, string folder, int rounds, params Peer[] peers)
    {
        var times = peers.ToDictionary(peer => peer, _ => new List<double>());
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var peer in peers)
            {
                peer.Prepare?.Invoke();
                var time = Time(folder, peer.Command);
                if (round > 0)
                {
                    times[peer].Add(time);
                }
            }
        }

        var ours = Median(times[peers[0]]);
        foreach (var peer in peers)
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{title}; {peer.Name}: median {Median(times[peer]):f3} s, least {times[peer].Min():f3} s; "
                        + $"{Median(times[peer]) / ours:f2} x {peers[0].Name}"
                )
            );
        }
    }

    /// <summary>Seconds of wall time that a command takes, its start-up included. It must succeed.</summary>
    public static double Time(string folder, IReadOnlyList<string> command)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(
            new ProcessStartInfo(command[0], command.Skip(1)) { WorkingDirectory = folder, RedirectStandardOutput = true }
        )!;
        _ = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? clock.Elapsed.TotalSeconds
            : throw new InvalidOperationException(string.Join(' ', command) + " failed");
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}

/// <summary>A command that is measured.</summary>
/// <param name="Name">What it is called in the output.</param>
/// <param name="Command">Program and arguments.</param>
/// <param name="Prepare">Runs before each of its runs.</param>
internal sealed record Peer(string Name, IReadOnlyList<string> Command, Action? Prepare = null);
