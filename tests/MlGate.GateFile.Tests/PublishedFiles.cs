namespace MlGate.GateFile.Tests;

/// <summary>Files of <c>docs</c> that are generated.</summary>
internal static class PublishedFiles
{
    /// <summary>Fails unless the committed file is what is generated; with MLGATE_UPDATE_DOCS=1 it is written.</summary>
    public static void Verify(string relative, string text)
    {
        var path = Path.Combine(MlGate.Core.Tests.Architecture.Repository.Root, relative);
        if (Environment.GetEnvironmentVariable("MLGATE_UPDATE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), relative + " does not exist; run the tests with MLGATE_UPDATE_DOCS=1");
        Assert.Equal(text, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }
}
