using YamlDotNet.RepresentationModel;
using static MlGate.Cli.Tests.Publishing.AzureTemplate;

namespace MlGate.Cli.Tests.Publishing;

/// <summary>
/// The template for Azure Pipelines: what its steps run, with what, and what a hostile parameter or checkout can do there.
/// </summary>
public sealed class AzureTemplateTests : IDisposable
{
    private readonly AzureAgent agent = new();

    public void Dispose() => agent.Dispose();

    [Fact]
    public void The_tool_is_installed_exactly_from_outside_of_the_checkout_and_into_it_nothing()
    {
        AzureAgent.Need();
        agent.Tools();

        var installed = agent.Run("Install mlgate", new() { ["MLGATE_VERSION"] = "1.2.3", ["MLGATE_TOOL"] = "" });

        Assert.True(installed.Exit == 0, installed.Log);
        Assert.Equal(
            [
                "dotnet in " + agent.Folder["temp"],
                "tool",
                "install",
                "MlGate.Tool",
                "--version",
                "[1.2.3]",
                "--tool-path",
                agent.Folder["temp/mlgate-1.2.3"],
                "--verbosity",
                "quiet",
            ],
            File.ReadAllLines(agent.Folder["record"])
        );
        Assert.Equal(agent.Folder["temp/mlgate-1.2.3/mlgate"], installed.Variables["mlgateTool"]);
        Assert.Equal("1.2.3-fake", installed.Variables["mlgateVersion"]);
        Assert.Empty(Directory.EnumerateFileSystemEntries(agent.Folder["work"]));
    }

    [Theory]
    [InlineData("latest")]
    [InlineData("1.*")]
    [InlineData("1.0.0; touch pwned")]
    [InlineData("$(touch pwned)")]
    public void Only_one_exact_version_is_taken(string version)
    {
        AzureAgent.Need();
        agent.Tools();

        var installed = agent.Run("Install mlgate", new() { ["MLGATE_VERSION"] = version, ["MLGATE_TOOL"] = "" });

        Assert.Equal(7, installed.Exit);
        Assert.Contains("takes one version", installed.Log, StringComparison.Ordinal);
        Assert.Empty(installed.Variables);
        Assert.Empty(Directory.EnumerateFiles(agent.Folder.Path, "pwned", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_built_tool_is_run_by_dotnet()
    {
        AzureAgent.Need();
        agent.Tools();
        var dll = agent.Folder.Write("it's built/mlgate.dll", "");

        var installed = agent.Run("Install mlgate", new() { ["MLGATE_VERSION"] = "1.2.3", ["MLGATE_TOOL"] = dll });
        File.Delete(agent.Folder["record"]);
        agent.Run("Measure", agent.Variables(installed.Variables["mlgateTool"], "one.yml"));

        Assert.True(installed.Exit == 0, installed.Log);
        Assert.Equal([dll, "check"], File.ReadAllLines(agent.Folder["record"])[1..3]);
    }

    [Fact]
    public void A_tool_is_looked_for_from_where_the_pipeline_stands()
    {
        AzureAgent.Need();
        agent.Tools();
        agent.Folder.Write("work/built/mlgate.dll", "");

        var installed = agent.Run("Install mlgate", new() { ["MLGATE_VERSION"] = "1.2.3", ["MLGATE_TOOL"] = "built/mlgate.dll" });
        File.Delete(agent.Folder["record"]);
        agent.Run("Measure", agent.Variables(installed.Variables["mlgateTool"], "one.yml"));

        Assert.Equal([agent.Folder["work/built/mlgate.dll"], "check"], File.ReadAllLines(agent.Folder["record"])[1..3]);
    }

    [Fact]
    public void No_line_of_the_measurement_is_a_command_and_its_exit_code_remains()
    {
        AzureAgent.Need();
        var tool = agent.Folder.Write(
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
        {
            File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Directory.CreateDirectory(agent.Folder["work"]);
        agent.Folder.Write("temp/mlgate-gates.sh", "gates=()\n");

        var measured = agent.Run("Measure", agent.Variables(tool, "one.yml"));

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
        AzureAgent.Need();
        agent.Tools();
        var tool = agent.Run("Install mlgate", new() { ["MLGATE_VERSION"] = "1.2.3", ["MLGATE_TOOL"] = "" }).Variables["mlgateTool"];
        var variables = agent.Variables(tool, "one.yml\r\n\n" + AzureAgent.Hostile + "\nall\n");
        foreach (var step in new[] { "Fetch the baselines", "Announce the measurement", "Measure", "Publish the results" })
        {
            File.Delete(agent.Folder["record"]);
            var ran = agent.Run(step, variables);

            Assert.True(ran.Exit == 0, ran.Log);
            string[] gates = ["one.yml", AzureAgent.Hostile, "--all"];
            string[] names = ["--gate=first", "--gate=" + AzureAgent.Hostile];
            string[] expected = step switch
            {
                "Fetch the baselines" => ["mlgate", "fetch", .. gates, "--baseline", AzureAgent.Hostile],
                "Announce the measurement" => ["mlgate", "gates", .. gates, "mlgate", "publish", "--measuring", .. names, "--status"],
                "Measure" =>
                [
                    "mlgate",
                    "check",
                    "--no-progress",
                    "--output",
                    agent.Folder["temp/reports"],
                    .. gates,
                    "--baseline",
                    AzureAgent.Hostile,
                    "--report-formats",
                    AzureAgent.Hostile,
                    "--cache",
                    agent.Folder["temp/cache"],
                ],
                _ => ["mlgate", "gates", .. gates, "mlgate", "publish", agent.Folder["temp/reports"], .. names, "--status"],
            };
            Assert.Equal(expected, File.ReadAllLines(agent.Folder["record"]));
        }

        Assert.Empty(Directory.EnumerateFiles(agent.Folder.Path, "pwned", SearchOption.AllDirectories));
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
        AzureAgent.Need();
        agent.Tools();
        var tool = agent.Run("Install mlgate", new() { ["MLGATE_VERSION"] = "1.2.3", ["MLGATE_TOOL"] = "" }).Variables["mlgateTool"];
        var variables = agent.Variables(tool, "all");
        (variables["BUILD_REPOSITORY_PROVIDER"], variables["BUILD_REPOSITORY_URI"]) = (provider, repository);

        Assert.Equal(0, agent.Run("Fetch the baselines", variables).Exit);
        var environment = File.ReadAllText(agent.Folder["fetch.env"]);
        Assert.Contains($"GIT_CONFIG_KEY_0=http.{address}.extraheader\n", environment, StringComparison.Ordinal);
        Assert.Contains($"GIT_CONFIG_VALUE_0={header}\n", environment, StringComparison.Ordinal);
        Assert.DoesNotContain("TOKEN=", environment, StringComparison.Ordinal);

        agent.Git("init", "-q");
        agent.Git("config", $"http.{address}.extraheader", "AUTHORIZATION: bearer x");
        Assert.Equal(0, agent.Run("Fetch the baselines", variables).Exit);
        Assert.DoesNotContain("GIT_CONFIG_COUNT", File.ReadAllText(agent.Folder["fetch.env"]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_names_of_the_gates_are_asked_for_without_a_token()
    {
        AzureAgent.Need();
        agent.Tools();
        var tool = agent.Run("Install mlgate", new() { ["MLGATE_VERSION"] = "1.2.3", ["MLGATE_TOOL"] = "" }).Variables["mlgateTool"];

        agent.Run("Publish the results", agent.Variables(tool, "all"));

        Assert.DoesNotContain(AzureAgent.Token, File.ReadAllText(agent.Folder["gates.env"]), StringComparison.Ordinal);
        Assert.Contains("SYSTEM_ACCESSTOKEN=" + AzureAgent.Token, File.ReadAllText(agent.Folder["publish.env"]), StringComparison.Ordinal);
    }
}
