namespace MlGate.Drift;

/// <summary>
/// SplitMix64 (Steele, Lea, Flood 2014), a stream per (seed, replicate): a replicate does not depend on those before it, nor on the thread
/// that draws it.
/// </summary>
internal struct SplitMix(long seed, long replicate)
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;
    private const ulong ReplicateKey = 0xD1B54A32D192ED03;
    private const double Ulp53 = 1.0 / (1UL << 53);

    private ulong state = Mix((ulong)seed + Gamma) ^ Mix((ulong)replicate ^ ReplicateKey);

    /// <summary>Uniform in [0, 1).</summary>
    public double NextDouble()
    {
        state += Gamma;
        return (Mix(state) >> 11) * Ulp53;
    }

    /// <summary>A seed of its own for a name, whatever the platform.</summary>
    public static long Seed(long seed, string name)
    {
        var hash = (ulong)seed;
        foreach (var unit in name)
        {
            hash = Mix(hash + Gamma + unit);
        }

        return (long)hash;
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
