using System.Runtime.InteropServices;

namespace MlGate.Models.Tests.ScoringHost;

internal static class Misbehaviour
{
    public static void AllocateManaged()
    {
        var kept = new List<byte[]>();
        while (true)
        {
            kept.Add(new byte[1 << 20]);
        }
    }

    public static unsafe void AllocateNative()
    {
        while (true)
        {
            NativeMemory.Fill(NativeMemory.Alloc(1 << 22), 1 << 22, 1);
            Thread.Sleep(1);
        }
    }

    public static int Overflow(int depth) => depth + Overflow(depth + 1) + depth;

    public static void Segfault() => Marshal.WriteInt32(Marshal.AllocHGlobal(16) + unchecked((nint)(1L << 46)), 1);
}
