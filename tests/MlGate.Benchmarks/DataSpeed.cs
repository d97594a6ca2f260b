using System.Globalization;

namespace MlGate.Benchmarks;

/// <summary>Data checks and drift by whole processes of <c>mlgate check</c>, against pandas and SciPy.</summary>
internal static class DataSpeed
{
    private const string Python = "/usr/bin/python3";

    /// <summary>Twelve checks, and the profile, of 500,000 rows and 19 columns.</summary>
    /// <param name="folder">Of a repository, which is made if it is not there.</param>
    /// <param name="rounds">How often each command runs.</param>
    /// <param name="tools">Paths of <c>mlgate.dll</c>: the first is compared with the others and with pandas.</param>
    public static int Checks(string folder, int rounds, string[] tools)
    {
        DataRepository.MakeUnchanged(folder);
        Peer peer = new("pandas", [Python, Script("checks_pandas.py"), "data/train.csv"]);
        Compare("12 checks of 500,000 rows", folder, rounds, tools, peer);
        return 0;
    }

    /// <summary>Drift of 16 columns, 500,000 rows against 500,000 committed ones, with the checks of the former.</summary>
    /// <param name="folder">Of a repository, which is made if it is not there.</param>
    /// <param name="rounds">How often each command runs.</param>
    /// <param name="tools">Paths of <c>mlgate.dll</c>: the first is compared with the others and with SciPy.</param>
    public static int Drift(string folder, int rounds, string[] tools)
    {
        DataRepository.MakeDrifted(folder);
        Peer peer = new("scipy", ["sh", "-c", $"git show HEAD:data/train.csv | '{Python}' '{Script("drift_scipy.py")}' data/train.csv"]);
        Compare("drift of 16 columns, 500,000 against 500,000 rows", folder, rounds, tools, peer);
        return 0;
    }

    private static string Script(string name) => Path.GetFullPath(Path.Combine("tests", "MlGate.Benchmarks", "peers", name));

    private static void Compare(string title, string folder, int rounds, string[] tools, Peer peer)
    {
        var ours = tools.Select((tool, at) => new Peer(NameOf(at), ["dotnet", "exec", Path.GetFullPath(tool), "check"], DeleteCache));
        PeerComparison.Run(title, folder, rounds, [.. ours, peer]);

        // Nothing is taken from an earlier run.
        void DeleteCache()
        {
            var cache = Path.Combine(folder, ".mlgate");
            if (Directory.Exists(cache))
            {
                Directory.Delete(cache, recursive: true);
            }
        }
    }

    private static string NameOf(int tool) => tool == 0 ? "mlgate" : string.Create(CultureInfo.InvariantCulture, $"tool {tool + 1}");
}
