using MlGate.Reporting.Setup;

namespace MlGate.App.Setup;

/// <summary>The folder of temporary files, where models are copied to before they are loaded.</summary>
internal sealed class TemporaryFolderCheck : ISetupCheck
{
    public Task<IReadOnlyList<SetupResult>> RunAsync(SetupPlace place, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<SetupResult>>([
            WritableFolder.Check(
                "temporary files",
                Path.TrimEndingDirectorySeparator(Path.GetTempPath()),
                "set the variable TMPDIR (on Windows TEMP) to a writable folder",
                SetupState.Problem
            ),
        ]);
}
