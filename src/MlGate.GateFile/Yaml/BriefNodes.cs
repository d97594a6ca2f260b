using System.Globalization;
using MlGate.Findings;

namespace MlGate.GateFile.Yaml;

/// <summary>Values of a gate file as a message shows them.</summary>
internal static class BriefNodes
{
    /// <summary>A value in a few words.</summary>
    public static string Brief(this GateNode node) =>
        node switch
        {
            ScalarNode scalar => PrintableText.From(scalar.Text),
            ListNode list when list.Items.All(item => item is ScalarNode) => PrintableText.From(
                "[" + string.Join(", ", list.Items.Cast<ScalarNode>().Select(item => item.Text)) + "]"
            ),
            ListNode list => string.Create(CultureInfo.InvariantCulture, $"a list of {list.Items.Count}"),
            _ => node.Describe(),
        };
}
