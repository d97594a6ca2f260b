using System.Diagnostics;
using System.Runtime.CompilerServices;

using MlGate.Testing;

using YamlDotNet.RepresentationModel;

namespace MlGate.Cli.Tests.Publishing;

/// <summary>The templates for Azure Pipelines: what they run, with what, and what a hostile parameter can do there.</summary>
public sealed class AzureTemplateTests
{
    private const string Template = "templates/mlgate-steps.yml";

    [Theory]
    [InlineData("azure-pipelines.yml")]
    [InlineData(Template)]
    public void No_script_holds_anything_that_is_put_in_before_it_runs(string file)
    {
        var scripts = Steps(file).Select(Script).OfType<string>().ToList();

        Assert.NotEmpty(scripts);
        Assert.All(scripts, script => Assert.DoesNotContain(["${{", "$(", "$["], mark => script.Contains(mark, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_step_that_runs_code_of_the_pull_request_has_no_token()
    {
        var steps = Steps(Template).Where(step => Script(step)?.Contains("mlgate", StringComparison.Ordinal) == true).ToLookup(step => Script(step)!.Contains(" publish ", StringComparison.Ordinal));

        Assert.Equal((2, 1), (steps[true].Count(), steps[false].Count(step => Script(step)!.Contains(" check ", StringComparison.Ordinal))));
        Assert.All(steps[true], step => Assert.Contains("SYSTEM_ACCESSTOKEN", Environment(step).Keys));
        Assert.All(steps[false], step => Assert.DoesNotContain(Environment(step).Keys, name => name.Contains("TOKEN", StringComparison.Ordinal)));
        Assert.Equal("always()", Text(steps[true].Last(), "condition"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("worker folder/mlgate.dll")]
    public void A_hostile_parameter_stays_one_argument(string worker)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the fake dotnet is a script of bash");
        const string Name = "a b\"; touch pwned; $(touch pwned) `touch pwned` ' #";
        using var folder = new TempFolder();
        var dotnet = folder.Write("bin/dotnet", "#!/bin/bash\nprintf '%s\\n' \"$@\" '--' >> \"$RECORD\"\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(dotnet, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        foreach (var script in Steps(Template).Select(Script).OfType<string>().Where(script => script.Contains("mlgate publish", StringComparison.Ordinal) || script.Contains("mlgate check", StringComparison.Ordinal)))
        {
            var start = new ProcessStartInfo("bash", ["--noprofile", "--norc", "-c", script]) { WorkingDirectory = folder.Path };
            start.Environment["PATH"] = folder["bin"] + ":/usr/bin:/bin";
            start.Environment["RECORD"] = folder["record"];
            start.Environment["MLGATE_GATE_NAME"] = Name;
            start.Environment["MLGATE_GATE_FILE"] = Name;
            start.Environment["MLGATE_OUTPUT"] = Name;
            start.Environment["MLGATE_FORMATS"] = Name;
            start.Environment["MLGATE_STATUS"] = "True";
            start.Environment["MLGATE_WORKER"] = worker;
            using var bash = Process.Start(start)!;
            bash.WaitForExit();
            Assert.Equal(0, bash.ExitCode);
        }

        string tool = worker.Length == 0 ? "mlgate" : worker;
        Assert.Equal(
            [
                tool, "publish", "--measuring", "--gate", Name, "--status", "--",
                tool, "check", Name, "--no-progress", "--output=" + Name, "--report-formats=" + Name, "--",
                tool, "publish", Name + "/report.json", "--gate", Name, "--status", "--",
            ],
            File.ReadAllLines(folder["record"]));
        Assert.False(File.Exists(folder["pwned"]));
    }

    private static List<YamlMappingNode> Steps(string file, [CallerFilePath] string here = "")
    {
        var root = Path.GetDirectoryName(here)!;
        while (!File.Exists(Path.Combine(root, "MlGate.slnx"))) root = Path.GetDirectoryName(root)!;
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(Path.Combine(root, file))));

        // A condition of the template holds a list of steps of its own.
        var steps = (YamlSequenceNode)((YamlMappingNode)yaml.Documents[0].RootNode).Children["steps"];
        return [.. steps.Cast<YamlMappingNode>().SelectMany(step => step.Children.First() is { Value: YamlSequenceNode inner } && step.Children.Count == 1 ? inner.Cast<YamlMappingNode>() : [step])];
    }

    private static string? Script(YamlMappingNode step) => Text(step, "bash") ?? Text(step, "script");

    private static string? Text(YamlMappingNode step, string key) => step.Children.TryGetValue(key, out var value) ? ((YamlScalarNode)value).Value : null;

    private static Dictionary<string, YamlNode> Environment(YamlMappingNode step) =>
        step.Children.TryGetValue("env", out var env) ? ((YamlMappingNode)env).Children.ToDictionary(pair => ((YamlScalarNode)pair.Key).Value!, pair => pair.Value) : [];
}
