using System.Collections.Concurrent;
using MlGate.Testing;

namespace MlGate.Cli.Tests.Worker;

/// <summary>
/// Repositories that many tests begin with. Each is made once per run, by some processes of git and the worker, and then copied, which
/// takes none.
/// </summary>
internal static class CommittedRepositories
{
    private static readonly ConcurrentDictionary<string, Lazy<TempFolder>> Templates = new(StringComparer.Ordinal);

    static CommittedRepositories() =>
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            foreach (var template in Templates.Values.Where(template => template.IsValueCreated))
            {
                template.Value.Dispose();
            }
        };

    /// <summary>Copies a repository.</summary>
    /// <param name="name">Its name among the others.</param>
    /// <param name="target">An empty folder.</param>
    /// <param name="make">Makes it in an empty folder, if nobody did yet.</param>
    public static void Copy(string name, string target, Action<TempFolder> make)
    {
        var template = Templates.GetOrAdd(name, _ => new(() => Make(make))).Value.Path;
        foreach (var folder in Directory.EnumerateDirectories(template, "*", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(Path.Combine(target, Path.GetRelativePath(template, folder)));
        }

        foreach (var file in Directory.EnumerateFiles(template, "*", SearchOption.AllDirectories))
        {
            File.Copy(file, Path.Combine(target, Path.GetRelativePath(template, file)));
        }
    }

    private static TempFolder Make(Action<TempFolder> make)
    {
        var folder = new TempFolder();
        make(folder);
        return folder;
    }
}
