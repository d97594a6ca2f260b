namespace MlGate.Testing;

/// <summary>The worker that tests start as a process.</summary>
public static class TestedWorker
{
    private const string Variable = "MLGATE_TEST_WORKER";

    /// <summary>
    /// The absolute path of <c>mlgate.dll</c>: the one that the tests were built with, or the one that <c>MLGATE_TEST_WORKER</c> names.
    /// <c>.ci/run</c> names the same code compiled ahead, as <c>MlGate.Tool</c> is: half of a short run would be compilation, and the
    /// tests start some thousand.
    /// </summary>
    public static string Path { get; } = Find();

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } named)
        {
            return System.IO.Path.Combine(AppContext.BaseDirectory, "mlgate.dll");
        }

        return System.IO.Path.IsPathFullyQualified(named) && File.Exists(named)
            ? named
            : throw new FileNotFoundException($"{Variable} names no file by an absolute path.", named);
    }
}
