namespace MlGate.Git.Repositories;

/// <summary>One file of a tree.</summary>
/// <param name="Path">With forward slashes.</param>
/// <param name="Mode">As git writes it: <c>100644</c>, <c>100755</c>, <c>120000</c>, <c>160000</c>.</param>
/// <param name="Id">Object id.</param>
internal sealed record TreeFile(string Path, string Mode, string Id)
{
    public const string Plain = "100644";
    public const string Executable = "100755";
    public const string Link = "120000";
    public const string Submodule = "160000";
}
