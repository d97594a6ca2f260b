using MlGate.Findings;
using MlGate.GateFile.Schema;
using MlGate.GateFile.Sources;
using MlGate.GateFile.Yaml;

namespace MlGate.GateFile.Parsing;

/// <summary>A gate file and the policies that it extends, nearest first.</summary>
internal static class PolicyChain
{
    private const int MaxPolicies = 8;

    /// <summary>Reads all files of the chain. Empty if the gate file itself is not readable.</summary>
    public static IReadOnlyList<Link> Read(string text, string name, ReadContext context)
    {
        var chain = new List<Link>();
        var file = name;
        for (var root = YamlReader.Read(text, name, context.Problems); root is not null; root = Next(chain, ref file, context))
        {
            chain.Add(new Link(file, root));
        }

        return chain;
    }

    /// <summary>One tree: maps are merged, scalars and lists of the nearer file stand in place of the others.</summary>
    public static MapNode Merge(IReadOnlyList<MapNode> nearestFirst) => nearestFirst.Aggregate(Merge);

    private static MapNode Merge(MapNode near, MapNode far) =>
        near with
        {
            Entries =
            [
                .. near.Entries.Select(entry =>
                    far.Find(entry.Key)?.Value is MapNode outer && AsMap(entry) is { } inner
                        ? entry with
                        {
                            Value = Merge(inner, outer),
                        }
                        : entry
                ),
                .. far.Entries.Where(entry => near.Find(entry.Key) is null),
            ],
        };

    // A list of marks over a policy's map must not remove the policy's limit.
    private static MapNode? AsMap(MapEntry entry) =>
        entry.Value switch
        {
            MapNode map => map,
            ListNode list when entry.Key == ColumnKeys.Missing.Name => MissingSchema.Expand(list),
            _ => null,
        };

    private static MapNode? Next(List<Link> chain, ref string file, ReadContext context)
    {
        if (chain[^1].Root.Find(GateKeys.Extends.Name)?.Value is not ScalarNode { IsText: true } extends || extends.Text.Length == 0)
        {
            return null;
        }

        var folder = GatePath.FolderOf(context.Folder, file);
        if (PathSchema.Validate(extends.Text, folder) is not null)
        {
            return null; // reported when the key is read
        }

        file = GatePath.Beside(file, extends.Text);
        var path = file;
        if (chain.Any(link => link.File == path))
        {
            Refuse(context, extends, $"a cycle: {PrintableText.Quote(path)} extends itself", "Remove one 'extends' of the cycle");
            return null;
        }

        if (chain.Count > MaxPolicies)
        {
            Refuse(context, extends, "a chain of more than 8 policies", "Merge some of them");
            return null;
        }

        if (GateTexts.Read(context.Files, path, context.Commit, out var complaint) is { } text)
        {
            return YamlReader.Read(text, path, context.Problems);
        }

        if (complaint!.Diagnostic == Diagnostics.FileNotFound)
        {
            Refuse(context, extends, complaint.Found, complaint.Fix!);
        }
        else
        {
            context.Problems.Add(
                complaint.Diagnostic,
                GateKeys.Extends.Name,
                extends.Place,
                complaint.Found,
                complaint.Expected!,
                complaint.Fix
            );
        }

        return null;
    }

    private static void Refuse(ReadContext context, ScalarNode extends, string found, string fix) =>
        context.Problems.Add(Diagnostics.ExtendsNotUsable, GateKeys.Extends.Name, extends.Place, found, "a policy of this repository", fix);
}

/// <summary>One file of the chain.</summary>
/// <param name="File">Seen from the gate file's folder.</param>
/// <param name="Root">What it says.</param>
internal sealed record Link(string File, MapNode Root);
