using MlGate.Reporting.Setup;

namespace MlGate.App.Setup;

/// <summary>The gate files: found, and without errors.</summary>
internal sealed class GateFileCheck : ISetupCheck
{
    private const string Name = "gate file";

    public Task<IReadOnlyList<SetupResult>> RunAsync(SetupPlace place, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<SetupResult>>([
            .. place
                .Problems.Concat(place.Gates.SelectMany(gate => gate.Gate.Problems))
                .Select(problem => SetupResult.Problem(Name, problem)),
            .. place.ReadableGates.Select(one =>
                SetupResult.Ok(
                    Name,
                    $"{one.Open.Services.NameInRepository}: gate '{one.Gate.Name}' with "
                        + string.Join(
                            ", ",
                            one.Gate.Subjects.GroupBy(subject => subject.Section).Select(group => $"{group.Key.Key}: {group.Count()}")
                        )
                )
            ),
        ]);
}
