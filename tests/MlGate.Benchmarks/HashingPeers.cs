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
        PeerComparison.Run(
            "a file of 2 GiB",
            folder,
            rounds,
            new("mlgate", Ours(folder, "large")),
            new("git hash-object", ["git", "-c", "core.bigFileThreshold=10g", "hash-object", "large"]),
            new("openssl sha256", ["openssl", "sha256", "large"])
        );
        PeerComparison.Run(
            "10,000 files of 10 kB",
            folder,
            rounds,
            new("mlgate", Ours(folder, "small")),
            new("mlgate status", [.. Ours(folder, "small").Select(word => word == "hash" ? "status" : word)]),
            new("git hash-object --stdin-paths", ["sh", "-c", $"git hash-object --stdin-paths < '{list}'"])
        );
        return 0;
    }

    private static string[] Ours(string folder, string path) => [Environment.ProcessPath!, "hash", folder, path];

    private static void Make(string folder)
    {
        var list = Path.Combine(folder, "list");
        if (File.Exists(list))
        {
            return;
        }

        _ = Directory.CreateDirectory(folder);
        _ = PeerComparison.Time(folder, ["git", "init", "-q"]);
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
