using BenchmarkDotNet.Attributes;
using MlGate.Git.Hashing;
using MlGate.Git.Repositories;

namespace MlGate.Benchmarks;

/// <summary>Hashing in one process: both digests of one file.</summary>
[MemoryDiagnoser]
public class HashingBenchmarks
{
    private readonly string path = Path.GetTempFileName();

    [Params(10_000, 64 * 1024 * 1024)]
    public int Size { get; set; }

    [GlobalSetup]
    public void Make()
    {
        var content = new byte[Size];
        new Random(1).NextBytes(content);
        File.WriteAllBytes(path, content);
    }

    [GlobalCleanup]
    public void Delete() => File.Delete(path);

    [Benchmark]
    public string? BothDigests() =>
        new FileHasher(ObjectFormat.Sha1).Hash(path, "f", "benchmark", mayConvert: false, CancellationToken.None).Value?.Sha256;
}
