using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;
using static MlGate.Cli.Tests.Publishing.AzureTemplate;

namespace MlGate.Cli.Tests.Publishing;

/// <summary>The text of the template for Azure Pipelines: parameters, tokens and versions.</summary>
public sealed class AzureTemplateTextTests
{
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

    // A condition of the template holds variables of its own.
    private static Dictionary<string, YamlNode> Environment(YamlMappingNode step) =>
        step.Children.TryGetValue("env", out var env)
            ? Flat((YamlMappingNode)env).ToDictionary(pair => ((YamlScalarNode)pair.Key).Value!, pair => pair.Value)
            : [];

    private static IEnumerable<KeyValuePair<YamlNode, YamlNode>> Flat(YamlMappingNode node) =>
        node.Children.SelectMany(pair => pair.Value is YamlMappingNode inner ? Flat(inner) : [pair]);
}
