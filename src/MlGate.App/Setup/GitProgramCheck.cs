using MlGate.Reporting.Setup;

namespace MlGate.App.Setup;

/// <summary>The git program: found outside of the repository, and able to start.</summary>
internal sealed class GitProgramCheck : ISetupCheck
{
    private const string Name = "git";

    public Task<IReadOnlyList<SetupResult>> RunAsync(SetupPlace place, CancellationToken cancel)
    {
        if (place.Repository.Program is not { } program)
        {
            return Task.FromResult<IReadOnlyList<SetupResult>>([
                SetupResult.Warning(
                    Name,
                    "not found on the PATH: no fetch, no .gitattributes, no Git LFS",
                    "Install git, and add its folder to PATH"
                ),
            ]);
        }

        var version = place.Repository.Version(cancel);
        return Task.FromResult<IReadOnlyList<SetupResult>>([
            version.Value is { } text ? SetupResult.Ok(Name, $"{text}, {program}") : SetupResult.Problem(Name, version.Problems[0]),
        ]);
    }
}
