namespace MlGate.Actions.Tests.Validating;

/// <summary>What four judges say of actions and workflows.</summary>
internal static class Judges
{
    private static readonly Lazy<NodeServer> Server = new(() => new NodeServer("validate.mjs"));

    /// <summary>Asks them about both actions and some workflows.</summary>
    /// <param name="workflows">Names and texts.</param>
    /// <param name="action">In place of the text of <c>action.yml</c>; null for its own.</param>
    /// <returns>One line per complaint.</returns>
    public static IReadOnlyList<string> Ask(IEnumerable<(string Name, string Text)> workflows, string? action = null)
    {
        var files = Checkout
            .Actions.Select(path => new
            {
                name = path,
                kind = "action",
                text = path == "action.yml" && action is not null ? action : Checkout.Read(path),
            })
            .Concat(
                workflows.Select(one => new
                {
                    name = one.Name,
                    kind = "workflow",
                    text = one.Text,
                })
            );
        return
        [
            .. Server
                .Value.Ask(files.ToList())
                .AsArray()
                .Select(problem => $"{problem!["name"]}: {problem["judge"]}: {problem["message"]}"),
        ];
    }
}
