namespace MlGate.Cli.Composition;

/// <summary>What the environment says, read once at the door.</summary>
/// <param name="ContinuousIntegration">Does a build server run this?</param>
internal sealed record Surroundings(bool ContinuousIntegration)
{
    public static Surroundings Read(Func<string, string?> variable)
    {
        bool Set(string name) => variable(name) is { Length: > 0 } value && !value.Equals("false", StringComparison.OrdinalIgnoreCase);

        return new Surroundings(Set("CI") || Set("GITHUB_ACTIONS") || Set("TF_BUILD"));
    }
}
