namespace MlGate.EndToEnd.Tests.Builds;

/// <summary>One gated project in a folder of its own, whose worker does what it is told.</summary>
internal sealed class GatedProject : IDisposable
{
    private readonly PackedMlGate package;
    private int builds;

    private GatedProject(PackedMlGate package, string folder)
    {
        (this.package, Folder) = (package, folder);
        Directory.CreateDirectory(folder);
    }

    public string Folder { get; }

    public string this[string relative] => Path.Combine(Folder, relative);

    /// <summary>Arguments of the runs of the worker so far, with its verb and process.</summary>
    public IReadOnlyList<string> Runs => File.Exists(this["fake-runs.txt"]) ? File.ReadAllLines(this["fake-runs.txt"]) : [];

    /// <summary>A copy of the template: restored and compiled, so that a build of it takes no longer than it must.</summary>
    public static GatedProject Create(PackedMlGate package, params string[] script)
    {
        var project = new GatedProject(package, Path.Combine(package.Folder, Guid.NewGuid().ToString("N")[..8]));
        foreach (var file in Directory.EnumerateFiles(package.Template, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(project.Folder, Path.GetRelativePath(package.Template, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
            var text = Path.GetExtension(file) is ".json" or ".props" or ".targets" or ".txt" or ".editorconfig" or ".cache"
                ? File.ReadAllText(file)
                : "";
            if (text.Contains(package.Template, StringComparison.Ordinal) && !text.Contains('\0', StringComparison.Ordinal))
            {
                var written = File.GetLastWriteTimeUtc(file);
                File.WriteAllText(target, text.Replace(package.Template, project.Folder, StringComparison.Ordinal));
                File.SetLastWriteTimeUtc(target, written);
            }
        }

        project.Write("mlgate.yml", "version: 1\nname: fake\n");
        project.Script(script);
        return project;
    }

    /// <summary>An empty folder for projects that are not like the template.</summary>
    public static GatedProject Empty(PackedMlGate package, string? name = null) =>
        new(package, Path.Combine(package.Folder, Guid.NewGuid().ToString("N")[..8], name ?? "project"));

    /// <summary>Says what the worker does from now on. It is no input of the gate.</summary>
    public void Script(params string[] lines) => Write("fake-worker.txt", string.Join('\n', lines) + "\n");

    public string Write(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[relative])!);
        File.WriteAllText(this[relative], text);
        return this[relative];
    }

    /// <summary><c>dotnet build</c> without a restore, which the template has behind it.</summary>
    public BuildRun Build(params string[] arguments) => Run(["build", "--no-restore", .. arguments]);

    /// <summary>Any command of dotnet that builds.</summary>
    public BuildRun Run(string[] arguments, params (string Name, string Value)[] environment)
    {
        var (all, log) = Arguments(arguments);
        var (exitCode, output) = Dotnet.Run(
            Folder,
            package.Environment.Concat(environment.ToDictionary(pair => pair.Name, pair => pair.Value)).ToDictionary(),
            all
        );
        return new BuildRun(exitCode, output, log);
    }

    /// <summary>The same, not waited for.</summary>
    public System.Diagnostics.Process Start(params string[] arguments) =>
        Dotnet.Start(Folder, package.Environment, Arguments(arguments).All);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private (string[] All, string Log) Arguments(string[] arguments)
    {
        // Beside the project: the name of its folder may hold what a logger's parameters cannot.
        var test = Path.GetFileName(Path.GetDirectoryName(Folder));
        var project = Path.GetFileName(Folder).GetHashCode(StringComparison.Ordinal);
        var log = Path.Combine(package.Folder, "logs", $"{test}-{project:x}-{++builds}.binlog");
        string[] one = arguments.Any(argument => argument.StartsWith("-m:", StringComparison.Ordinal)) ? [] : ["-m:1"];
        return ([.. arguments, .. one, "-nologo", "-v:m", "-tl:off", "-bl:" + log], log);
    }
}
