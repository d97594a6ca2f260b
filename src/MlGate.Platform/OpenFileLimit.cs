using System;

namespace MlGate.Platform;

/// <summary>How many files this process may have open at once.</summary>
public static class OpenFileLimit
{
    private const int NumberOnLinux = 7;
    private const int NumberOnMac = 8;

    /// <summary>The limit in force; null where there is none, or the system does not tell.</summary>
    public static long? Current()
    {
        if (!SystemKind.IsKnownLinux && !SystemKind.IsMac)
        {
            return null;
        }

        try
        {
            // struct rlimit: the limit in force, and the highest that this process may set.
            var limits = new ulong[2];
            return NativeMethods.getrlimit(SystemKind.IsMac ? NumberOnMac : NumberOnLinux, limits) == 0 && limits[0] <= long.MaxValue
                ? (long)limits[0]
                : null;
        }
        catch (Exception problem) when (problem is DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
        }
    }
}
