namespace MlGate.Git.Hashing;

/// <summary>The folder of files that can be made again; git is told to ignore it.</summary>
internal static class CacheFolder
{
    /// <summary>Relative to the gate file's folder.</summary>
    public const string Location = ".mlgate/cache";

    public static void Make(string folder)
    {
        _ = Directory.CreateDirectory(folder);
        var ignore = Path.Combine(folder, ".gitignore");
        if (!File.Exists(ignore))
        {
            File.WriteAllText(ignore, "*\n");
        }
    }
}
