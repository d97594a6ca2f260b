using System.IO;

namespace MlGate.Platform;

/// <summary>A path does not name a regular file within its limits. The message says what it names, without the path.</summary>
public sealed class UnsafeFileException : IOException
{
    /// <summary>Creates it.</summary>
    /// <param name="path">The path, as it was asked for.</param>
    /// <param name="found">What is there: <c>a symbolic link</c>.</param>
    /// <param name="isTooLarge">True if it is a regular file beyond its limit of size.</param>
    public UnsafeFileException(string path, string found, bool isTooLarge = false)
        : base(Path.GetFileName(path) + " is " + found)
    {
        File = path;
        Found = found;
        IsTooLarge = isTooLarge;
    }

    /// <summary>The path, as it was asked for.</summary>
    public string File { get; }

    /// <summary>What is there: <c>a symbolic link</c>.</summary>
    public string Found { get; }

    /// <summary>True if it is a regular file beyond its limit of size.</summary>
    public bool IsTooLarge { get; }
}
