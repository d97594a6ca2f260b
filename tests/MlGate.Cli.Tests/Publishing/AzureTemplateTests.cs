using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using MlGate.Testing;
using YamlDotNet.RepresentationModel;

namespace MlGate.Cli.Tests.Publishing;

/// <summary>The template for Azure Pipelines: what its steps run, with what, and what a hostile parameter or checkout can do there.</summary>
public sealed partial class AzureTemplateTests : IDisposable
{
    private const string Template = "templates/mlgate-steps.yml";
    private const string Token = "s3cret";
    private const string Hostile = "a b\"; touch pwned; $(touch pwned) `touch pwned` ' #";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("azure-pipelines.yml")]
    [InlineData(Template)]
    public void No_script_holds_anything_that_is_put_in_before_it_runs(string file)
    {
        var scripts = Steps(file).Select(Script).OfType<string>().ToList();

        Assert.NotEmpty(scripts);
        Assert.All(scripts, script =>
            Assert.DoesNotContain(["${{", "$(", "$["], mark =>
                script.Replace("$((", "", StringComparison.Ordinal).Contains(mark, StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public void Only_what_publishes_or_fetches_has_a_token()
    {
        var with = Steps(Template).Where(step => Environment(step).Keys.Any(name => name.Contains("TOKEN", StringComparison.Ordinal)));

        Assert.Equal(
            ["Fetch the baselines", "Announce the measurement", "Publish the results"],
            with.Select(step => Text(step, "displayName"))
        );
    }

    [Fact]
    public void No_line_of_the_measurement_sets_a_variable_of_a_later_step()
    {
        var target = (YamlMappingNode)Step("Measure").Children["target"];

        Assert.Equal(("restricted", "none"), (Text(target, "commands"), Text(target, "settableVariables")));
    }

    [Fact]
    public void The_result_is_published_whatever_happened_before() =>
        Assert.StartsWith("and(always(), ", Text(Step("Publish the results"), "condition"), StringComparison.Ordinal);

    [Fact]
    public void A_pipeline_that_builds_the_tool_from_its_own_checkout_gives_it_no_token()
    {
        var parameters = (YamlMappingNode)
            Steps("azure-pipelines.yml").Single(step => Text(step, "template") is not null).Children["parameters"];

        Assert.Contains("Build.SourcesDirectory", Text(parameters, "tool"), StringComparison.Ordinal);
        Assert.All(["fetch", "comment", "status", "announce"], name => Assert.Equal("false", Text(parameters, name)));
    }

    [Fact]
    public void Every_parameter_that_is_used_is_declared_and_every_one_is_used()
    {
        var text = File.ReadAllText(Path.Combine(Root(), Template));
        var declared = ((YamlSequenceNode)Document(Template).Children["parameters"])
            .Cast<YamlMappingNode>()
            .Select(one => Text(one, "name")!);
        var used = Regex.Matches(text, @"parameters\.(\w+)").Select(match => match.Groups[1].Value).Distinct();
        var given = (
            (YamlMappingNode)Steps("azure-pipelines.yml").Single(step => Text(step, "template") is not null).Children["parameters"]
        ).Children.Keys.Select(key => ((YamlScalarNode)key).Value!);

        Assert.Equal(declared.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
        Assert.Empty(given.Except(declared));
    }

    [Fact]
    public void The_version_is_that_of_these_files_and_the_lines_that_both_servers_need_are_the_same()
    {
        var version = ((YamlSequenceNode)Document(Template).Children["parameters"])
            .Cast<YamlMappingNode>()
            .Single(one => Text(one, "name") == "version");
        var props = File.ReadAllText(Path.Combine(Root(), "Directory.Build.props"));

        Assert.Equal(Regex.Match(props, "<Version>(.*)</Version>").Groups[1].Value, Text(version, "default"));
        Assert.Contains(
            File.ReadAllText(Path.Combine(Root(), "eng", "action", "gates.sh")),
            Script(Step("Install mlgate")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_tool_is_installed_exactly_from_outside_of_the_checkout_and_into_it_nothing()
    {
        Need();
        Tools();

        var installed = Run("Install mlgate", new() { ["MLGATE_VERSION"] = "1.2.3", ["MLGATE_TOOL"] = "" });

        Assert.True(installed.Exit == 0, installed.Log);
        Assert.Equal(
            [
                "dotnet in " + folder["temp"],
                "tool",
                "install",
                "MlGate.Tool",
                "--version",
                "[1.2.3]",
                "--tool-path",
                folder["temp/mlgate-1.2.3"],
                "--verbosity",
                "quiet",
            ],
            File.ReadAllLines(folder["record"])
        );
        Assert.Equal(folder["temp/mlgate-1.2.3/mlgate"], installed.Variables["mlgateTool"]);
        Assert.Equal("1.2.3-fake", installed.Variables["mlgateVersion"]);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder["work"]));
    }

    [Theory]
    [InlineData("latest")]
    [InlineData("1.*")]
    [InlineData("1.0.0; touch pwned")]
    [InlineData("$(touch pwned)")]
    public void Only_one_exact_version_is_taken(string version)
    {
        Need();
        Tools();

        var installed = Run("Install mlgate", new() { ["MLGATE_VERSION"] = version, ["MLGATE_TOOL"] = "" });

        Assert.Equal(7, installed.Exit);
        Assert.Contains("takes one version", installed.Log, StringComparison.Ordinal);
        Assert.Empty(installed.Variables);
        Assert.Empty(Directory.EnumerateFiles(folder.Path, "pwned", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_built_tool_is_run_by_dotnet()
    {
        Need();
        Tools();
        var dll = folder.Write("it's built/mlgate.dll", "");

        var installed = Run("Install mlgate", new() { ["MLGATE_VERSION"] = "1.2.3", ["MLGATE_TOOL"] = dll });
        File.Delete(folder["record"]);
        Run("Measure", Variables(installed.Variables["mlgateTool"], "one.yml"));

        Assert.True(installed.Exit == 0, installed.Log);
        Assert.Equal([dll, "check"], File.ReadAllLines(folder["record"])[1..3]);
    }

    [Fact]
    public void A_tool_is_looked_for_from_where_the_pipeline_stands()
    {
        Need();
        Tools();
        folder.Write("work/built/mlgate.dll", "");

        var installed = Run("Install mlgate", new() { ["MLGATE_VERSION"] = "1.2.3", ["MLGATE_TOOL"] = "built/mlgate.dll" });
        File.Delete(folder["record"]);
        Run("Measure", Variables(installed.Variables["mlgateTool"], "one.yml"));

        Assert.Equal([folder["work/built/mlgate.dll"], "check"], File.ReadAllLines(folder["record"])[1..3]);
    }

    [Fact]
    public void No_line_of_the_measurement_is_a_command_and_its_exit_code_remains()
    {
        Need();
        var tool = folder.Write(
            "hostile",
            """
            #!/bin/bash
            echo 'a ##vso[task.complete result=Succeeded;]'
            echo '###vso[task.setsecret]a' >&2
            echo '##[error]forged # 1'
            exit 5
            """
        );
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Directory.CreateDirectory(folder["work"]);
        folder.Write("temp/mlgate-gates.sh", "gates=()\n");

        var measured = Run("Measure", Variables(tool, "one.yml"));

        Assert.Equal(
            (5, "a #vso[task.complete result=Succeeded;]\n#vso[task.setsecret]a\n#[error]forged # 1\n"),
            (measured.Exit, measured.Log)
        );
    }

    [Fact]
    public void The_cache_is_kept_under_the_commit_and_restored_from_any()
    {
        var inputs = (YamlMappingNode)Step("Restore what earlier runs measured").Children["inputs"];

        Assert.EndsWith(" | \"$(Build.SourceVersion)\"", Text(inputs, "key"), StringComparison.Ordinal);
        Assert.DoesNotContain("*", Text(inputs, "key"), StringComparison.Ordinal);
        Assert.StartsWith(Text(inputs, "restoreKeys")!.Trim() + " | ", Text(inputs, "key"), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_gates_are_measured_at_once_and_published_at_once()
    {
        Need();
        Tools();
        var tool = Run("Install mlgate", new() { ["MLGATE_VERSION"] = "1.2.3", ["MLGATE_TOOL"] = "" }).Variables["mlgateTool"];
        var variables = Variables(tool, "one.yml\r\n\n" + Hostile + "\nall\n");
        foreach (var step in new[] { "Fetch the baselines", "Announce the measurement", "Measure", "Publish the results" })
        {
            File.Delete(folder["record"]);
            var ran = Run(step, variables);

            Assert.True(ran.Exit == 0, ran.Log);
            string[] gates = ["one.yml", Hostile, "--all"];
            string[] names = ["--gate=first", "--gate=" + Hostile];
            string[] expected = step switch
            {
                "Fetch the baselines" => ["mlgate", "fetch", .. gates, "--baseline", Hostile],
                "Announce the measurement" => ["mlgate", "gates", .. gates, "mlgate", "publish", "--measuring", .. names, "--status"],
                "Measure" =>
                [
                    "mlgate",
                    "check",
                    "--no-progress",
                    "--output",
                    folder["temp/reports"],
                    .. gates,
                    "--baseline",
                    Hostile,
                    "--report-formats",
                    Hostile,
                    "--cache",
                    folder["temp/cache"],
                ],
                _ => ["mlgate", "gates", .. gates, "mlgate", "publish", folder["temp/reports"], .. names, "--status"],
            };
            Assert.Equal(expected, File.ReadAllLines(folder["record"]));
        }

        Assert.Empty(Directory.EnumerateFiles(folder.Path, "pwned", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData(
        "TfsGit",
        "https://acme@dev.azure.com/acme/shop/_git/shop",
        "https://dev.azure.com/acme/shop/_git/shop",
        "AUTHORIZATION: bearer s3cret"
    )]
    [InlineData(
        "GitHub",
        "https://github.com/acme/shop",
        "https://github.com/acme/shop",
        "AUTHORIZATION: basic eC1hY2Nlc3MtdG9rZW46czNjcmV0"
    )]
    public void The_token_goes_to_git_for_the_repository_alone_and_not_beside_another(
        string provider,
        string repository,
        string address,
        string header
    )
    {
        Need();
        Tools();
        var tool = Run("Install mlgate", new() { ["MLGATE_VERSION"] = "1.2.3", ["MLGATE_TOOL"] = "" }).Variables["mlgateTool"];
        var variables = Variables(tool, "all");
        (variables["BUILD_REPOSITORY_PROVIDER"], variables["BUILD_REPOSITORY_URI"]) = (provider, repository);

        Assert.Equal(0, Run("Fetch the baselines", variables).Exit);
        var environment = File.ReadAllText(folder["fetch.env"]);
        Assert.Contains($"GIT_CONFIG_KEY_0=http.{address}.extraheader\n", environment, StringComparison.Ordinal);
        Assert.Contains($"GIT_CONFIG_VALUE_0={header}\n", environment, StringComparison.Ordinal);
        Assert.DoesNotContain("TOKEN=", environment, StringComparison.Ordinal);

        Git("init", "-q");
        Git("config", $"http.{address}.extraheader", "AUTHORIZATION: bearer x");
        Assert.Equal(0, Run("Fetch the baselines", variables).Exit);
        Assert.DoesNotContain("GIT_CONFIG_COUNT", File.ReadAllText(folder["fetch.env"]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_names_of_the_gates_are_asked_for_without_a_token()
    {
        Need();
        Tools();
        var tool = Run("Install mlgate", new() { ["MLGATE_VERSION"] = "1.2.3", ["MLGATE_TOOL"] = "" }).Variables["mlgateTool"];

        Run("Publish the results", Variables(tool, "all"));

        Assert.DoesNotContain(Token, File.ReadAllText(folder["gates.env"]), StringComparison.Ordinal);
        Assert.Contains("SYSTEM_ACCESSTOKEN=" + Token, File.ReadAllText(folder["publish.env"]), StringComparison.Ordinal);
    }

    private static void Need() => Assert.SkipUnless(OperatingSystem.IsLinux(), "the fake tools are scripts of bash");

    // An installer that installs a tool that writes down how it was called.
    private void Tools()
    {
        var tool = folder.Write(
            "tool",
            $$"""
            #!/bin/bash
            if [ "$1" = --version ]; then echo 1.2.3-fake; exit; fi
            env > "{{folder.Path}}/$1.env"
            printf '%s\n' mlgate "$@" >> "{{folder["record"]}}"
            if [ "$1" = gates ]; then printf '%s\n' first '{{Hostile.Replace("'", "'\\''", StringComparison.Ordinal)}}'; fi
            """
        );
        var dotnet = folder.Write(
            "bin/dotnet",
            $$"""
            #!/bin/bash
            if [ "$2" = --version ]; then echo 1.2.3-fake; exit; fi
            printf '%s\n' "dotnet in $PWD" "$@" >> "{{folder["record"]}}"
            if [ "$1" = tool ]; then mkdir -p "$7" && cp "{{tool}}" "$7/mlgate"; fi
            """
        );
        if (!OperatingSystem.IsWindows())
        {
            foreach (var path in new[] { tool, dotnet })
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Directory.CreateDirectory(folder["temp"]);
        Directory.CreateDirectory(folder["work"]);
    }

    private Dictionary<string, string> Variables(string tool, string gates) =>
        new()
        {
            ["MLGATE"] = tool,
            ["MLGATE_GATES"] = gates,
            ["MLGATE_BASELINE"] = Hostile,
            ["MLGATE_FORMATS"] = Hostile,
            ["MLGATE_REPORTS"] = folder["temp/reports"],
            ["MLGATE_CACHE"] = folder["temp/cache"],
            ["MLGATE_KEEP"] = "True",
            ["MLGATE_COMMENT"] = "True",
            ["MLGATE_STATUS"] = "True",
            ["BUILD_REPOSITORY_PROVIDER"] = "TfsGit",
            ["BUILD_REPOSITORY_URI"] = "https://dev.azure.com/acme/shop/_git/shop",
            ["SYSTEM_ACCESSTOKEN"] = Token,
            ["GITHUB_TOKEN"] = Token,
        };

    // As the agent does: the script in a file, its log read for variables.
    private (int Exit, string Log, Dictionary<string, string> Variables) Run(string step, Dictionary<string, string> variables)
    {
        var start = new ProcessStartInfo("bash", ["--noprofile", "--norc", folder.Write("script.sh", Script(Step(step))!)])
        {
            WorkingDirectory = folder["work"],
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        start.Environment["PATH"] = folder["bin"] + ":/usr/bin:/bin";
        start.Environment["HOME"] = folder.Path;
        start.Environment["AGENT_TEMPDIRECTORY"] = folder["temp"];
        using var bash = Process.Start(start)!;
        var errors = bash.StandardError.ReadToEndAsync();
        var log = bash.StandardOutput.ReadToEnd();
        bash.WaitForExit();
        return (
            bash.ExitCode,
            log + errors.Result,
            SetVariable().Matches(log).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value)
        );
    }

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = folder["work"] })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }

    private static string Root([CallerFilePath] string here = "")
    {
        var root = Path.GetDirectoryName(here)!;
        while (!File.Exists(Path.Combine(root, "MlGate.slnx")))
            root = Path.GetDirectoryName(root)!;
        return root;
    }

    private static YamlMappingNode Document(string file)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(Path.Combine(Root(), file))));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    // A condition of the template holds a list of steps of its own.
    private static List<YamlMappingNode> Steps(string file) =>
        [
            .. ((YamlSequenceNode)Document(file).Children["steps"])
                .Cast<YamlMappingNode>()
                .SelectMany(step =>
                    step.Children.First() is { Value: YamlSequenceNode inner } && step.Children.Count == 1
                        ? inner.Cast<YamlMappingNode>()
                        : [step]
                ),
        ];

    private static YamlMappingNode Step(string name) => Steps(Template).Single(step => Text(step, "displayName") == name);

    private static string? Script(YamlMappingNode step) => Text(step, "bash") ?? Text(step, "script");

    private static string? Text(YamlMappingNode step, string key) =>
        step.Children.TryGetValue(key, out var value) ? ((YamlScalarNode)value).Value : null;

    // A condition of the template holds variables of its own.
    private static Dictionary<string, YamlNode> Environment(YamlMappingNode step) =>
        step.Children.TryGetValue("env", out var env)
            ? Flat((YamlMappingNode)env).ToDictionary(pair => ((YamlScalarNode)pair.Key).Value!, pair => pair.Value)
            : [];

    private static IEnumerable<KeyValuePair<YamlNode, YamlNode>> Flat(YamlMappingNode node) =>
        node.Children.SelectMany(pair => pair.Value is YamlMappingNode inner ? Flat(inner) : [pair]);

    [GeneratedRegex(@"^##vso\[task\.setvariable variable=(\w+);isreadonly=true\](.*)$", RegexOptions.Multiline)]
    private static partial Regex SetVariable();
}
