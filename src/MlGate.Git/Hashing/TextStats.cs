namespace MlGate.Git.Hashing;

/// <summary>Counts bytes as git's convert.c does, to tell text from binary the same way.</summary>
internal sealed class TextStats
{
    private long loneReturns;
    private long nuls;
    private long printable;
    private long nonPrintable;
    private bool pendingReturn;
    private byte last;

    /// <summary>Pairs of CR and LF.</summary>
    public long Pairs { get; private set; }

    /// <summary>Would <c>text=auto</c> leave the file alone?</summary>
    public bool IsBinary => loneReturns > 0 || nuls > 0 || (printable >> 7) < nonPrintable;

    public void Add(ReadOnlySpan<byte> piece)
    {
        foreach (var value in piece)
        {
            Add(value);
        }
    }

    /// <summary>The end was reached.</summary>
    public void Complete()
    {
        loneReturns += pendingReturn ? 1 : 0;

        // The end-of-file mark of old systems is forgiven at the very end.
        nonPrintable -= last == 0x1a ? 1 : 0;
    }

    private void Add(byte value)
    {
        last = value;
        if (pendingReturn)
        {
            pendingReturn = false;
            if (value == '\n')
            {
                Pairs++;
                return;
            }

            loneReturns++;
        }

        switch (value)
        {
            case (byte)'\r':
                pendingReturn = true;
                break;
            case (byte)'\n':
                break;
            case 0:
                nuls++;
                nonPrintable++;
                break;
            case >= 32 and not 127 or 0x08 or 0x09 or 0x0c or 0x1b:
                printable++;
                break;
            default:
                nonPrintable++;
                break;
        }
    }
}
