namespace MlGate.Publishing.Contexts;

/// <summary>A secret that does not show itself.</summary>
/// <param name="value">As GitHub gave it.</param>
internal sealed class GitHubToken(string value)
{
    public string Value { get; } = value.Trim();

    public override string ToString() => "***";
}
