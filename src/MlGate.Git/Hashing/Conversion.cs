namespace MlGate.Git.Hashing;

/// <summary>What git does to a file's bytes before it stores them.</summary>
internal enum Conversion
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>CRLF becomes LF.</summary>
    Text,

    /// <summary>CRLF becomes LF, unless the file looks binary or the index holds CRLF already.</summary>
    Auto,

    /// <summary>An LFS pointer stands for the content.</summary>
    Lfs,

    /// <summary>A filter, an encoding or keywords: only git knows.</summary>
    Program,
}
