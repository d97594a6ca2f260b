using System.Diagnostics;
using MlGate.Testing;

namespace MlGate.Actions.Tests.Running;

/// <summary>
/// A server's repository with the churn sample on main, a pull request from a branch with a hostile name, and the merge that a server makes
/// of it.
/// </summary>
internal sealed class Repository : IDisposable
{
    public const string Branch = "a$(touch${IFS}pwned)`id`;";

    private readonly TempFolder folder = new();

    /// <param name="change">Changes the working tree of the pull request, given its path.</param>
    /// <param name="place">Where the sample lies, and a second time if there are two; each has its place in its name.</param>
    public Repository(Action<string>? change = null, params string[] place)
    {
        Git("init", "-q", "-b", "main");
        Git("config", "uploadpack.allowFilter", "true");
        foreach (var sub in place.DefaultIfEmpty("."))
        {
            Copy(folder[sub]);
        }

        foreach (var sub in place)
        {
            var gate = System.IO.Path.Combine(folder[sub], "mlgate.yml");
            File.WriteAllText(gate, File.ReadAllText(gate).Replace("name: churn\n", $"name: churn-{sub}\n", StringComparison.Ordinal));
        }

        Commit("The model on main");
        for (var i = 0; i < 3; i++)
        {
            Git("commit", "-q", "--allow-empty", "-m", $"more {i}");
        }

        Git("update-ref", "refs/heads/" + Branch, "HEAD");
        Git("symbolic-ref", "HEAD", "refs/heads/" + Branch);
        File.WriteAllText(folder["NOTES.md"], "A change that has nothing to do with the model.\n");
        change?.Invoke(folder.Path);
        Commit("A pull request");
        Head = Git("rev-parse", "HEAD");
        Git("checkout", "-q", "--detach", "main");
        Git("merge", "-q", "--no-ff", "-m", "merge", Head);
        Merge = Git("rev-parse", "HEAD");
        Git("update-ref", "refs/pull/7/merge", Merge);
        Git("checkout", "-q", "main");
    }

    public string Head { get; }

    public string Merge { get; }

    public string Path => folder.Path;

    /// <summary>The clone that actions/checkout makes: one commit, and no branch.</summary>
    public string Checkout(string target)
    {
        Directory.CreateDirectory(target);
        GitIn(target, "init", "-q");
        GitIn(target, "remote", "add", "origin", "file://" + Path);
        GitIn(target, "fetch", "-q", "--no-tags", "--depth=1", "origin", $"+{Merge}:refs/remotes/pull/7/merge");
        GitIn(target, "checkout", "-q", "--detach", "refs/remotes/pull/7/merge");
        return target;
    }

    /// <summary>The server is gone.</summary>
    public void TakeAway() => Directory.Move(folder[".git"], folder["gone"]);

    /// <summary>The server takes no notes any more.</summary>
    public void Refuse()
    {
        Git("update-ref", "-d", "refs/notes/mlgate");
        Git("config", "receive.hideRefs", "refs/notes");
    }

    public static string GitIn(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-c", "user.name=Test", "-c", "user.email=test@example.invalid", .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, string.Join(' ', arguments) + "\n" + errors.Result);
        return output.Trim();
    }

    public void Dispose() => folder.Dispose();

    private string Git(params string[] arguments) => GitIn(Path, arguments);

    private void Commit(string message)
    {
        Git("add", "--all");
        Git("commit", "-q", "-m", message);
    }

    // What git tracks of the sample: a folder of a build is no part of it.
    private static void Copy(string target)
    {
        var sample = System.IO.Path.Combine(Actions.Tests.Checkout.Root, "samples", "churn");
        foreach (var name in GitIn(sample, "-c", "core.quotePath=false", "ls-files").Split('\n'))
        {
            var path = System.IO.Path.Combine(target, name);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            File.Copy(System.IO.Path.Combine(sample, name), path);
        }
    }
}
