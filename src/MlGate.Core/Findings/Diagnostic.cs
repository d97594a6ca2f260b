namespace MlGate.Findings;

/// <summary>One row of the table of codes.</summary>
/// <param name="Code"><c>MLGdddd</c>; never used again for anything else.</param>
/// <param name="Title">What it means, in a few words.</param>
/// <param name="Exit">The exit code when a finding of this code stops the run.</param>
public sealed record Diagnostic(string Code, string Title, int Exit)
{
    /// <summary>Where the page of the code is published.</summary>
    public string HelpLink => $"https://github.com/mlgate/mlgate/blob/main/docs/diagnostics/{Code}.md";
}
