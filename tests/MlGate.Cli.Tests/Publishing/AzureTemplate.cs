using System.Runtime.CompilerServices;
using YamlDotNet.RepresentationModel;

namespace MlGate.Cli.Tests.Publishing;

/// <summary>Reads the template for Azure Pipelines.</summary>
internal static class AzureTemplate
{
    public const string Template = "templates/mlgate-steps.yml";

    public static string Root([CallerFilePath] string here = "")
    {
        var root = Path.GetDirectoryName(here)!;
        while (!File.Exists(Path.Combine(root, "MlGate.sln")))
        {
            root = Path.GetDirectoryName(root)!;
        }

        return root;
    }

    public static YamlMappingNode Document(string file)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(Path.Combine(Root(), file))));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    // A condition of the template holds a list of steps of its own.
    public static List<YamlMappingNode> Steps(string file) =>
        [
            .. ((YamlSequenceNode)Document(file).Children["steps"])
                .Cast<YamlMappingNode>()
                .SelectMany(step =>
                    step.Children.First() is { Value: YamlSequenceNode inner } && step.Children.Count == 1
                        ? inner.Cast<YamlMappingNode>()
                        : [step]
                ),
        ];

    public static YamlMappingNode Step(string name) => Steps(Template).Single(step => Text(step, "displayName") == name);

    public static string? Script(YamlMappingNode step) => Text(step, "bash") ?? Text(step, "script");

    public static string? Text(YamlMappingNode step, string key) =>
        step.Children.TryGetValue(key, out var value) ? ((YamlScalarNode)value).Value : null;
}
