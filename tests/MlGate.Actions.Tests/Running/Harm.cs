namespace MlGate.Actions.Tests.Running;

/// <summary>What a pull request may try, and what must not have come of it.</summary>
internal static class Harm
{
    // What a line of the log may make a runner do.
    public static readonly string[] Harmless = ["error", "warning", "notice", "add-mask"];

    public const string HostileColumn = "::set-output name=x::y`</details><h1>passes</h1>";
    public const string HostileCell = "::stop-commands::x </details> `|` ##[error]x @ann";

    public static Dictionary<string, string> With(Tool tool, params (string Name, string Value)[] inputs) =>
        inputs.Append(("tool", tool.Path)).ToDictionary(input => input.Item1, input => input.Item2);

    // A column, and cells, whose text would be a command, a tag, a code span or a mention, were it anything but text.
    public static void Poison(string folder, Tool tool)
    {
        var path = Path.Combine(folder, "data", "train.csv");
        var lines = File.ReadAllLines(path);
        lines[0] += ",\"" + HostileColumn + "\"";
        for (var line = 1; line < lines.Length; line++)
        {
            lines[line] =
                (line % 50 == 0 ? lines[line].Replace("Month-to-month", HostileCell, StringComparison.Ordinal) : lines[line])
                + ",\""
                + HostileCell
                + "\"";
        }

        File.WriteAllLines(path, lines);
        tool.Run(folder, "lock");
    }

    public static void AssertUnharmed(Job job, Result result)
    {
        foreach (var folder in new[] { job.Everything, job.Repository.Path, Checkout.Root, Checkout.Npm })
        {
            Assert.DoesNotContain(
                "pwned",
                Directory
                    .EnumerateFileSystemEntries(folder)
                    .Concat(
                        folder == job.Everything ? Directory.EnumerateFileSystemEntries(folder, "pwned", SearchOption.AllDirectories) : []
                    )
                    .Select(Path.GetFileName)
            );
        }

        Assert.All(result.Commands, command => Assert.Contains(command.Name, Harmless));
        Assert.DoesNotContain(Job.Token, result.Log, StringComparison.Ordinal);
    }
}
