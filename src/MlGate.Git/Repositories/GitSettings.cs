namespace MlGate.Git.Repositories;

/// <summary>All that this project takes from its surroundings.</summary>
internal sealed record GitSettings
{
    /// <summary>Absolute path of the gate file's folder.</summary>
    public required string GateFolder { get; init; }

    /// <summary>
    /// Absolute path of the folder that the gate file has in commits, where a pull request moves it; null where it stays.
    /// </summary>
    public string? EarlierFolder { get; init; }

    /// <summary>The name that the gate file has in commits, where a pull request changes it; null where it stays.</summary>
    public string? EarlierName { get; init; }

    /// <summary>
    /// Absolute path of the folder that the repository is looked for from; null for the gate file's. Where a pull request removes a gate,
    /// it can put a link into the place of its folder.
    /// </summary>
    public string? StartFolder { get; init; }

    /// <summary>The branch that a pull request targets, without <c>refs/heads/</c>; null outside of pull requests.</summary>
    public string? Target { get; init; }

    /// <summary>
    /// Does this run on continuous integration, where no verdict may rest on the stat cache? Whoever composes the program says so:
    /// <see cref="From"/> does not look.
    /// </summary>
    public bool IsContinuousIntegration { get; init; }

    /// <summary>Absolute path of the git program; null when there is none.</summary>
    public string? GitProgram { get; init; }

    /// <summary>The folders that git finds <c>git-lfs</c> in, as <c>PATH</c> lists them.</summary>
    public string SearchPath { get; init; } = "";

    /// <summary>Files that may hold settings of git beyond the repository's own.</summary>
    public IReadOnlyList<string> ConfigFiles { get; init; } = [];

    /// <summary>Files that may hold attributes beyond the repository's own.</summary>
    public IReadOnlyList<string> AttributesFiles { get; init; } = [];

    /// <summary>May git have settings that no file of <see cref="ConfigFiles"/> shows?</summary>
    public bool HasHiddenConfig { get; init; }

    /// <summary>Longest wait for another process that writes locks.</summary>
    public TimeSpan WriterWait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Opens the repository; null outside of one.</summary>
    public GitRepository? OpenRepository() => GitRepository.Discover(StartFolder ?? GateFolder, GitProgram);

    /// <summary>Reads the variables of an environment.</summary>
    /// <param name="gateFolder">Absolute path of the gate file's folder.</param>
    /// <param name="variable">Value per name, null for none.</param>
    public static GitSettings From(string gateFolder, Func<string, string?> variable)
    {
        var home = variable("HOME") ?? variable("USERPROFILE");
        var xdg =
            variable("XDG_CONFIG_HOME") is { Length: > 0 } named ? named
            : home is null ? null
            : Path.Combine(home, ".config");
        string?[] config = variable("GIT_CONFIG_GLOBAL") is { } global
            ? [global]
            : [home is null ? null : Path.Combine(home, ".gitconfig"), xdg is null ? null : Path.Combine(xdg, "git", "config")];
        return new GitSettings
        {
            GateFolder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(gateFolder)),
            Target = PullRequestTarget.From(variable),
            SearchPath = variable("PATH") ?? "",
            GitProgram = Repositories.GitProgram.Find(variable("PATH"), gateFolder),
            ConfigFiles = [.. config.OfType<string>(), variable("GIT_CONFIG_SYSTEM") ?? "/etc/gitconfig"],
            AttributesFiles = xdg is null ? ["/etc/gitattributes"] : [Path.Combine(xdg, "git", "attributes"), "/etc/gitattributes"],

            // Elsewhere git is installed in many places, each with a system configuration of its own.
            HasHiddenConfig =
                !OperatingSystem.IsLinux() || variable("GIT_CONFIG_COUNT") is not null || variable("GIT_CONFIG_PARAMETERS") is not null,
        };
    }
}
