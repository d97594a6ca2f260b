using System.Runtime.CompilerServices;

namespace MlGate.Reporting.Tests;

/// <summary>Files of the repository that tests hold in step with the code.</summary>
internal static class Repository
{
    public static string Docs(string name = "", [CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "docs", name));
}
