namespace MlGate.Findings;

/// <summary>The exit codes of every door.</summary>
public static class ExitCode
{
    /// <summary>Passed; warnings are allowed.</summary>
    public const int Passed = 0;

    /// <summary>At least one error finding.</summary>
    public const int Failed = 1;

    /// <summary>Nothing could be decided.</summary>
    public const int Undecided = 2;

    /// <summary>Usage, or an error in the gate file.</summary>
    public const int Usage = 3;

    /// <summary>Bytes are not what the lock or git says.</summary>
    public const int Integrity = 4;

    /// <summary>Refused as unsafe.</summary>
    public const int Unsafe = 5;

    /// <summary>Environment, I/O, concurrency.</summary>
    public const int Environment = 7;

    /// <summary>A limit of time or memory was hit.</summary>
    public const int LimitHit = 8;

    /// <summary>A bug in MlGate.</summary>
    public const int Bug = 70;

    /// <summary>Cancelled.</summary>
    public const int Cancelled = 130;

    /// <summary>When several apply, the first of these wins: a gate that could not measure is worse than one that failed.</summary>
    public static IReadOnlyList<int> Precedence { get; } =
    [Bug, Unsafe, Integrity, Usage, LimitHit, Environment, Failed, Undecided, Passed];

    /// <summary>The exit code that stands for several; <see cref="Passed"/> for none.</summary>
    public static int Worst(IEnumerable<int> exitCodes)
    {
        var worst = Precedence.Count - 1;
        foreach (var exitCode in exitCodes)
        {
            worst = Math.Min(worst, Rank(exitCode));
        }

        return Precedence[worst];
    }

    /// <summary>The place in <see cref="Precedence"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such exit code.</exception>
    internal static int Rank(int exitCode)
    {
        for (var rank = 0; rank < Precedence.Count; rank++)
        {
            if (Precedence[rank] == exitCode)
            {
                return rank;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(exitCode), exitCode, "An exit code without a rank.");
    }
}
