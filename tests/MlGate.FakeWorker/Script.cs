using System.Diagnostics;
using System.Text.Json.Nodes;

namespace MlGate.FakeWorker;

/// <summary>
/// What the fake worker is to do, one instruction a line: <c>exit N</c>, <c>error|warning|message CODE LINE TEXT</c>, <c>file|glob|ref|env
/// VALUE</c>,
/// <c>valid-until TIME</c>, <c>summary TEXT</c>, <c>say TEXT</c>, <c>touch FILE</c> (writes an input while it runs), <c>mute</c> (answer
/// nothing), <c>hang</c>.
/// </summary>
internal sealed record Script(IReadOnlyList<(string Verb, string Text)> Steps)
{
    public static Script Read(string path) =>
        new([
            .. File.ReadAllLines(path)
                .Where(line => line.Length > 0)
                .Select(line => line.Split(' ', 2))
                .Select(parts => (parts[0], parts.ElementAtOrDefault(1) ?? "")),
        ]);

    public int Play(string folder, string output)
    {
        foreach (var (_, text) in Of("say"))
        {
            Console.WriteLine(text);
        }

        foreach (var (_, file) in Of("touch"))
        {
            File.AppendAllText(Path.Combine(folder, file), "x");
        }

        if (Of("hang").Any())
        {
            Hang(folder);
        }

        if (!Of("mute").Any())
        {
            Answer(output);
        }

        return Of("exit").Select(step => int.Parse(step.Text, System.Globalization.CultureInfo.InvariantCulture)).FirstOrDefault();
    }

    private void Answer(string output)
    {
        var inputs = Of("file", "glob", "ref", "env")
            .Select(step => step.Verb + "\t" + step.Text)
            .Append("file\tmlgate.yml")
            .Distinct()
            .Order(StringComparer.Ordinal);
        File.WriteAllText(Path.Combine(output, "inputs.txt"), string.Concat(inputs.Select(line => line + "\n")));
        File.WriteAllText(Path.Combine(output, "report.json"), "{}\n");
        File.WriteAllText(
            Path.Combine(output, "diagnostics.json"),
            new JsonObject
            {
                ["schema"] = 1,
                ["summary"] = Of("summary").Select(step => step.Text).FirstOrDefault(),
                ["validUntil"] = Of("valid-until").Select(step => step.Text).FirstOrDefault(),
                ["diagnostics"] = new JsonArray([.. Of("error", "warning", "message").Select(Diagnostic)]),
            }.ToJsonString()
        );
    }

    private static JsonObject Diagnostic((string Verb, string Text) step)
    {
        var parts = step.Text.Split(' ', 3);
        return new JsonObject
        {
            ["code"] = parts[0],
            ["severity"] = step.Verb,
            ["subject"] = "models.m",
            ["file"] = "mlgate.yml",
            ["line"] = int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture),
            ["column"] = 3,
            ["message"] = parts[2].Replace("\\n", "\n", StringComparison.Ordinal),
            ["helpLink"] = "https://example.invalid/" + parts[0],
        };
    }

    // With a child, so that a test can see whether the whole tree is ended. The child must not keep the build's pipes open.
    private static void Hang(string folder)
    {
        using var child = Process.Start(
            new ProcessStartInfo("dotnet", ["exec", typeof(Script).Assembly.Location, "sleep"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var temporary = Path.Combine(folder, "fake-hanging.tmp");
        File.WriteAllText(temporary, $"{Environment.ProcessId}\n{child.Id}\n");
        File.Move(temporary, Path.Combine(folder, "fake-hanging.txt"));
        Thread.Sleep(Timeout.Infinite);
    }

    private IEnumerable<(string Verb, string Text)> Of(params string[] verbs) => Steps.Where(step => verbs.Contains(step.Verb));
}
