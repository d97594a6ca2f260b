using System.Text;

namespace MlGate.Models.Preflight;

/// <summary>
/// Finds every ML.NET component in the bytes of one entry, at its start or anywhere within: ML.NET can be made to read a component from the
/// middle of an entry, and the assembly's name in its header decides which code is loaded. Each is judged when it is complete, and then
/// forgotten:
/// an entry may repeat the signature a hundred million times.
/// </summary>
/// <param name="entry">The entry's name, for messages.</param>
internal sealed class ComponentScanner(string entry)
{
    /// <summary>Components of one entry: far more than ML.NET writes, and few enough to wait for all their names at once.</summary>
    internal const int MostComponents = 10_000;

    /// <summary>Bytes of the longest assembly name that is read.</summary>
    private const int LongestName = 1024;

    private readonly List<Capture> open = [];
    private int hits;

    /// <summary>Does the entry begin with a component that may be loaded?</summary>
    public bool StartsWithComponent { get; private set; }

    /// <summary>Bytes of a window that must be shown again at the start of the next one.</summary>
    public static int Overlap => ComponentHeader.Signature.Length - 1;

    /// <summary>Takes the next window.</summary>
    /// <param name="window">The bytes; all windows but the first repeat the last <see cref="Overlap"/> bytes of the one before.</param>
    /// <param name="at">Place of the window's first byte in the entry.</param>
    /// <returns>Why the entry is refused; null to go on.</returns>
    public Refusal? Feed(ReadOnlySpan<byte> window, long at)
    {
        var from = 0;
        while (from < window.Length && window[from..].IndexOf(ComponentHeader.Signature) is var hit and >= 0)
        {
            if (++hits > MostComponents)
            {
                return Evaluate(window, at)
                    ?? Refusal.TooLarge(
                        $"'{entry}' has too many components",
                        FormattableString.Invariant($"at most {MostComponents} components in an entry")
                    );
            }

            open.Add(new Capture(at + from + hit, ComponentHeader.Bytes));
            from += hit + 1;
        }

        return Evaluate(window, at);
    }

    /// <summary>Components whose header or name the entry's end cuts off.</summary>
    public bool CutOff => open.Count > 0;

    private Refusal? Evaluate(ReadOnlySpan<byte> window, long at)
    {
        for (var index = 0; index < open.Count; index++)
        {
            open[index].Take(window, at);
            if (open[index].Complete && Finish(open[index]) is { } refusal)
            {
                return refusal;
            }
        }

        open.RemoveAll(capture => capture.Complete);
        return null;
    }

    private Refusal? Finish(Capture capture)
    {
        if (capture.Header is { } known)
        {
            return Evaluate(new Component(capture.ComponentAt, known, Encoding.Unicode.GetString(capture.Bytes)));
        }

        var header = ComponentHeader.Parse(capture.Bytes);
        if (!header.Sound || header.AssemblyNameBytes is 0 or > LongestName)
        {
            return Evaluate(new Component(capture.At, header, ""));
        }

        open.Add(
            new Capture(capture.At + header.AssemblyNameAt, (int)header.AssemblyNameBytes) { Header = header, ComponentAt = capture.At }
        );
        return null;
    }

    private Refusal? Evaluate(Component component)
    {
        var refusal = AllowedComponents.Evaluate(entry, component);
        StartsWithComponent |= refusal is null && component.At == 0;
        return refusal;
    }

    private sealed class Capture(long at, int count)
    {
        private int filled;

        public long At { get; } = at;

        public byte[] Bytes { get; } = new byte[count];

        public bool Complete => filled == Bytes.Length;

        public ComponentHeader? Header { get; init; }

        public long ComponentAt { get; init; }

        public void Take(ReadOnlySpan<byte> window, long windowAt)
        {
            var wanted = At + filled - windowAt;
            if (wanted < 0 || wanted >= window.Length)
            {
                return;
            }

            var part = window.Slice((int)wanted, (int)Math.Min(Bytes.Length - filled, window.Length - wanted));
            part.CopyTo(Bytes.AsSpan(filled));
            filled += part.Length;
        }
    }
}

/// <summary>One component.</summary>
/// <param name="At">Where it begins in its entry.</param>
/// <param name="Header">Its header.</param>
/// <param name="AssemblyName">The assembly that ML.NET would load for it; empty for none.</param>
internal sealed record Component(long At, ComponentHeader Header, string AssemblyName);
