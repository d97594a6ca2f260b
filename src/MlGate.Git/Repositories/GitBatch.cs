using System.Diagnostics;
using System.Globalization;
using System.Text;
using MlGate.Git.Findings;

namespace MlGate.Git.Repositories;

/// <summary>
/// One <c>git cat-file</c> that answers many questions. What is asked travels on its standard input, so nothing can be taken for an option.
/// </summary>
internal sealed class GitBatch(GitProgram git, string mode) : IDisposable
{
    private Process? process;
    private KillOnExit? bound;
    private GitObstacles? obstacles;
    private Task<string>? errors;
    private BufferedStream? output;

    /// <summary>Asks for an object.</summary>
    /// <returns>Its id, type and size; null when there is none.</returns>
    /// <exception cref="GitFailedException">Git fails.</exception>
    public (string Id, string Type, long Size)? Ask(string name)
    {
        if (name.Any(char.IsControl))
        {
            return null;
        }

        Start();
        try
        {
            process!.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes(name + "\n"));
            process.StandardInput.BaseStream.Flush();
        }
        catch (IOException)
        {
            throw Ended();
        }

        var line = ReadLine() ?? throw Ended();
        var parts = line.Split(' ');
        return
            parts.Length >= 3
            && parts[^3].Length is 40 or 64
            && long.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            ? (parts[^3], parts[^2], size)
            : null;
    }

    /// <summary>Writes the content of the object that was asked for; only in mode <c>--batch</c>.</summary>
    public void Copy(long size, Stream to, CancellationToken cancel)
    {
        var buffer = new byte[256 * 1024];
        for (var left = size; left > 0; )
        {
            cancel.ThrowIfCancellationRequested();
            var read = output!.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            if (read == 0)
            {
                throw Ended();
            }

            to.Write(buffer, 0, read);
            left -= read;
        }

        _ = output!.ReadByte();
    }

    public void Dispose()
    {
        if (process is null)
        {
            return;
        }

        bound?.Dispose();
        obstacles?.Dispose();

        // A copy that was broken off leaves git writing into a pipe that nobody reads.
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.WaitForExit();
        process.Dispose();
        process = null;
    }

    private void Start()
    {
        if (process is null)
        {
            process = git.Start(["cat-file", mode]);
            bound = new KillOnExit(process);
            obstacles = new GitObstacles(process, git.Folder);
            errors = process.StandardError.ReadToEndAsync();
            output = new BufferedStream(process.StandardOutput.BaseStream, 64 * 1024);
        }
    }

    private string? ReadLine()
    {
        var line = new List<byte>();
        for (int value; (value = output!.ReadByte()) != '\n'; line.Add((byte)value))
        {
            if (value < 0)
            {
                return null;
            }
        }

        return Encoding.UTF8.GetString([.. line]);
    }

    private GitFailedException Ended()
    {
        process!.WaitForExit();
        return obstacles!.Found is { } obstacle
            ? GitObstacles.Failure(obstacle)
            : new GitFailedException(errors!.GetAwaiter().GetResult() is { Length: > 0 } said ? said : "git cat-file ended early");
    }
}
