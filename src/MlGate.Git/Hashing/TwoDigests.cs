using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using MlGate.Git.Repositories;

namespace MlGate.Git.Hashing;

/// <summary>
/// Reads a large file once and feeds each piece to two hashes on two threads. Whichever is ahead reads the next piece, so that both end
/// together.
/// </summary>
internal sealed class TwoDigests : IDisposable
{
    private const int PieceSize = 256 * 1024;
    private const int Pieces = 8;

    private readonly object turn = new();
    private readonly byte[][] buffers =
    [
        .. Enumerable.Range(0, Pieces).Select(_ => GC.AllocateUninitializedArray<byte>(PieceSize, pinned: true)),
    ];
    private readonly int[] lengths = new int[Pieces];
    private readonly IncrementalHash git;
    private readonly IncrementalHash sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly bool wantsReturn;

    // All below are guarded by the turn. A piece's buffer is its number modulo their count.
    private readonly long[] hashed = new long[2];
    private long filled;
    private bool isReading;
    private bool isOver;

    /// <param name="format">The hash of git ids.</param>
    /// <param name="wantsReturn">Is <see cref="HasReturn"/> to be known?</param>
    public TwoDigests(ObjectFormat format, bool wantsReturn) => (git, this.wantsReturn) = (format.Start(), wantsReturn);

    /// <summary>Bytes that were read.</summary>
    public long Read { get; private set; }

    /// <summary>Is there a carriage return?</summary>
    public bool HasReturn { get; private set; }

    /// <summary>The ids of a file's blob and its SHA-256.</summary>
    /// <param name="file">The open file.</param>
    /// <param name="size">The size that the blob's header names.</param>
    /// <param name="cancel">Stops the reading.</param>
    public (string Git, string Sha256) Compute(SafeFileHandle file, long size, CancellationToken cancel)
    {
        Span<byte> header = stackalloc byte[ObjectFormat.LongestHeader];
        git.AppendData(header[..ObjectFormat.BlobHeader(size, header)]);

        // The other thread ends before the buffers go, whatever happens here: a failure of one is the end for both.
        var other = Task.Factory.StartNew(
            () => Feed(git, 1, file, cancel),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        try
        {
            Feed(sha256, 0, file, cancel);
        }
        finally
        {
            other.GetAwaiter().GetResult();
        }

        return (Convert.ToHexStringLower(git.GetHashAndReset()), Convert.ToHexStringLower(sha256.GetHashAndReset()));
    }

    private void Feed(IncrementalHash hash, int self, SafeFileHandle file, CancellationToken cancel)
    {
        try
        {
            while (Next(self, out var isToRead) is var piece and >= 0)
            {
                var slot = (int)(piece % Pieces);
                if (isToRead)
                {
                    Fill(slot, file, cancel);
                }
                else
                {
                    hash.AppendData(buffers[slot], 0, lengths[slot]);
                    lock (turn)
                    {
                        hashed[self]++;
                        Monitor.PulseAll(turn);
                    }
                }
            }
        }
        finally
        {
            lock (turn)
            {
                isOver = true;
                Monitor.PulseAll(turn);
            }
        }
    }

    // What a thread does next: it hashes what is there; it reads when nothing is there for it, or when the other one has fallen behind.
    private long Next(int self, out bool isToRead)
    {
        lock (turn)
        {
            while (true)
            {
                var mine = filled - hashed[self];
                var isAhead = hashed[self] > hashed[1 - self] || mine == 0;
                isToRead =
                    !isOver
                    && !isReading
                    && filled - Math.Min(hashed[0], hashed[1]) < Pieces
                    && (mine == 0 || (isAhead && mine < Pieces / 2));
                if (isToRead)
                {
                    isReading = true;
                    return filled;
                }

                if (mine > 0)
                {
                    return hashed[self];
                }

                if (isOver)
                {
                    return -1;
                }

                _ = Monitor.Wait(turn);
            }
        }
    }

    private void Fill(int slot, SafeFileHandle file, CancellationToken cancel)
    {
        var length = 0;
        try
        {
            cancel.ThrowIfCancellationRequested();
            length = FileHasher.Read(file, buffers[slot], Read);
            HasReturn = HasReturn || (wantsReturn && buffers[slot].AsSpan(0, length).Contains((byte)'\r'));
        }
        finally
        {
            lock (turn)
            {
                (isReading, isOver) = (false, length == 0);
                (lengths[slot], Read, filled) = (length, Read + length, filled + (length == 0 ? 0 : 1));
                Monitor.PulseAll(turn);
            }
        }
    }

    public void Dispose()
    {
        git.Dispose();
        sha256.Dispose();
    }
}
