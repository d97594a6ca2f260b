namespace MlGate.Testing;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
public sealed class TempFolder : IDisposable
{
    /// <summary>Absolute path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("mlgate-test-").FullName;

    /// <summary>Absolute path of something in it.</summary>
    public string this[string relative] => System.IO.Path.Combine(Path, relative);

    /// <summary>Writes a file, folders included, and returns its absolute path.</summary>
    public string Write(string relative, string text)
    {
        var path = this[relative];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose()
    {
        foreach (
            var file in Directory.EnumerateFiles(
                Path,
                "*",
                new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }
            )
        )
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(Path, recursive: true);
    }
}
