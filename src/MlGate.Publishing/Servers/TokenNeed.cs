namespace MlGate.Publishing.Servers;

/// <summary>The token that publishing needs on a build server.</summary>
/// <param name="Variable">The environment variable that holds it.</param>
/// <param name="Permissions">What it must be allowed to do, in the server's own words.</param>
/// <param name="HowToSet">How a step gets it.</param>
internal sealed record TokenNeed(string Variable, string Permissions, string HowToSet);
