namespace MlGate.Publishing.Tests;

/// <summary>Results of two runs that meet.</summary>
internal static class OrderedResults
{
    public static readonly Uri Link = new("https://ci.example/runs/1");

    public static PublishRequest Report =>
        Publishing.Request("## ✅ measured") with
        {
            ExitCode = 0,
            Summary = "passes",
            CommitStatus = true,
            CheckRun = true,
            Details = Link,
        };
}
