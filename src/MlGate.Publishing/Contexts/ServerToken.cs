namespace MlGate.Publishing.Contexts;

/// <summary>A secret that does not show itself.</summary>
/// <param name="value">As the server gave it.</param>
internal sealed class ServerToken(string value)
{
    public string Value { get; } = value.Trim();

    public override string ToString() => "***";
}
