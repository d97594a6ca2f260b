using System.Security.Cryptography;

using Microsoft.Win32.SafeHandles;

namespace MlGate.Git.Hashing;

/// <summary>Reads a large file once and feeds each buffer to two hashes on two threads.</summary>
internal sealed class TwoDigests : IDisposable
{
    private const int BufferSize = 256 * 1024;
    private const int Buffers = 8;

    private readonly byte[][] buffers = [.. Enumerable.Range(0, Buffers).Select(_ => GC.AllocateUninitializedArray<byte>(BufferSize))];
    private readonly int[] lengths = new int[Buffers];
    private readonly SemaphoreSlim filled = new(0);
    private readonly SemaphoreSlim free = new(Buffers);
    private readonly IncrementalHash git;
    private readonly IncrementalHash sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public TwoDigests(ObjectFormat format) => git = format.Start();

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
        var second = Task.Factory.StartNew(FeedGit, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            ReadAll(file, cancel);
        }
        finally
        {
            // The other thread must end before its buffers go, whatever happened here.
            free.Wait(CancellationToken.None);
            lengths[slot] = 0;
            _ = filled.Release();
            second.GetAwaiter().GetResult();
        }

        return (Convert.ToHexStringLower(git.GetHashAndReset()), Convert.ToHexStringLower(sha256.GetHashAndReset()));
    }

    private int slot;

    private void ReadAll(SafeFileHandle file, CancellationToken cancel)
    {
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            free.Wait(cancel);
            int length;
            try
            {
                length = RandomAccess.Read(file, buffers[slot], Read);
            }
            catch
            {
                _ = free.Release();
                throw;
            }

            if (length == 0)
            {
                _ = free.Release();
                return;
            }

            var piece = buffers[slot].AsSpan(0, length);
            (lengths[slot], Read) = (length, Read + length);
            _ = filled.Release();
            HasReturn = HasReturn || piece.Contains((byte)'\r');
            sha256.AppendData(piece);
            slot = (slot + 1) % Buffers;
        }
    }

    private void FeedGit()
    {
        for (var next = 0; ; next = (next + 1) % Buffers)
        {
            filled.Wait();
            if (lengths[next] == 0)
            {
                return;
            }

            git.AppendData(buffers[next], 0, lengths[next]);
            _ = free.Release();
        }
    }

    public void Dispose()
    {
        git.Dispose();
        sha256.Dispose();
        filled.Dispose();
        free.Dispose();
    }
}
