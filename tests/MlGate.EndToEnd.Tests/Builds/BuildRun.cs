using Microsoft.Build.Logging.StructuredLogger;

namespace MlGate.EndToEnd.Tests.Builds;

/// <summary>A build that is over, seen through its binary log.</summary>
internal sealed class BuildRun(int exitCode, string output, string log)
{
    private readonly Build? build = File.Exists(log) ? BinaryLog.ReadBuild(log) : null;

    public string Output { get; } = output;

    public bool Succeeded => exitCode == 0;

    public IReadOnlyList<AbstractDiagnostic> Errors => Find<Error>();

    public IReadOnlyList<AbstractDiagnostic> Warnings => Find<Warning>();

    /// <summary>
    /// How often the binary log shows that a verdict was asked for. Of frameworks of one project only the first starts a worker.
    /// </summary>
    public int Checks => Tasks("MlGateCheck");

    /// <summary>What the build printed about codes that are not the gate's: nothing, in a sound project.</summary>
    public IEnumerable<string> Strangers =>
        Errors.Concat(Warnings).Select(one => one.Code).Where(code => code?.StartsWith("MLG", StringComparison.Ordinal) != true);

    public int Tasks(string name) => Nodes<Microsoft.Build.Logging.StructuredLogger.Task>().Count(task => task.Name == name);

    public IReadOnlyList<string> Messages => [.. Nodes<Message>().Select(message => message.Text)];

    /// <summary>
    /// Fails with the build's output unless the worker was started so many times and the build ended as said, with these codes.
    /// </summary>
    public BuildRun Expect(bool succeeded, int checks, string[]? errors = null, string[]? warnings = null)
    {
        var seen = $"{(Succeeded ? "passed" : "failed")}, {Checks} checks, errors [{Codes(Errors)}], warnings [{Codes(Warnings)}]";
        var expected =
            $"{(succeeded ? "passed" : "failed")}, {checks} checks, errors [{string.Join(' ', errors ?? [])}], warnings "
            + $"[{string.Join(' ', warnings ?? [])}]";
        Assert.True(seen == expected, $"expected {expected}\nbut was  {seen}\n{Output}");
        return this;
    }

    private static string Codes(IEnumerable<AbstractDiagnostic> diagnostics) =>
        string.Join(' ', diagnostics.Select(one => one.Code).Order(StringComparer.Ordinal));

    private List<AbstractDiagnostic> Find<T>()
        where T : AbstractDiagnostic => [.. Nodes<T>()];

    private List<T> Nodes<T>()
        where T : BaseNode
    {
        var found = new List<T>();
        build?.VisitAllChildren<T>(found.Add);
        return found;
    }
}
