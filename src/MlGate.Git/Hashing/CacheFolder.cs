using MlGate.Platform;

namespace MlGate.Git.Hashing;

/// <summary>The folder of files that can be made again; git is told to ignore it.</summary>
internal static class CacheFolder
{
    /// <summary>Relative to the gate file's folder.</summary>
    public const string Location = ".mlgate/cache";

    /// <summary>Creates the folder; links in its place are refused.</summary>
    /// <returns>Its absolute path.</returns>
    public static string Create(string gateFolder)
    {
        var folder = OwnFolder.Create(gateFolder, Location);
        var ignore = Path.Combine(folder, ".gitignore");
        if (!RegularFile.Exists(ignore))
        {
            RegularFile.Write(ignore, "*\n");
        }

        return folder;
    }
}
