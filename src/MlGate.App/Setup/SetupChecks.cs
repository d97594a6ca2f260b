namespace MlGate.App.Setup;

/// <summary>The checks of <c>mlgate doctor</c>, in the order of the output: what others need comes first.</summary>
internal static class SetupChecks
{
    public static IReadOnlyList<ISetupCheck> All { get; } =
    [
        new DotnetCheck(),
        new GitProgramCheck(),
        new RepositoryCheck(),
        new GateFileCheck(),
        new TargetBranchCheck(),
        new BaselineCheck(),
        new LfsCheck(),
        new LineEndingsCheck(),
        new CacheFolderCheck(),
        new TemporaryFolderCheck(),
        new TokenCheck(),
    ];
}
