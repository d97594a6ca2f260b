using System.IO;
using MlGate.Platform;

namespace MlGate.MSBuild.Inputs;

/// <summary>Writes a file whole or not at all.</summary>
internal static class AtomicFile
{
    public static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        RegularFile.Write(path, text, flush: true);
    }
}
