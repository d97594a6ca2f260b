using MlGate.Publishing.Run;
using MlGate.Reporting.Setup;

namespace MlGate.App.Setup;

/// <summary>The token that publishing needs on a build server: set or not. Its value is never read further than that.</summary>
internal sealed class TokenCheck : ISetupCheck
{
    private const string Name = "publishing";

    public Task<IReadOnlyList<SetupResult>> RunAsync(SetupPlace place, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<SetupResult>>([Check(place.Variable)]);

    private static SetupResult Check(Func<string, string?> variable)
    {
        if (KnownServers.All.FirstOrDefault(server => server.IsHere(variable)) is not { } here)
        {
            return SetupResult.Ok(Name, "no build server that mlgate publish knows: results stay on this machine");
        }

        var need = here.TokenNeed(variable);
        return string.IsNullOrWhiteSpace(variable(need.Variable))
            ? SetupResult.Warning(
                Name,
                $"{here.Name}: {need.Variable} is not set in this step: mlgate publish cannot comment. It needs {need.Permissions}",
                need.HowToSet
            )
            : SetupResult.Ok(Name, $"{here.Name}: {need.Variable} is set; it needs {need.Permissions}");
    }
}
