using System.Globalization;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Versions;

namespace MlGate.Training;

/// <summary>Trains a model: checks what goes in, runs the command, and records what the new version was made from.</summary>
internal sealed class ModelTraining(TrainingPorts ports)
{
    private static readonly TimeSpan VersionWithin = TimeSpan.FromSeconds(30);

    /// <summary>Trains one model of the gate.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; nothing that it started runs any more, and no lock was
    /// written.</exception>
    public async Task<TrainingOutcome> TrainAsync(Gate gate, ModelGate model, CancellationToken cancel)
    {
        if (model.Train is not { } train)
        {
            return Stopped([TrainingFinding.NotDeclared(model)]);
        }

        var findings = await ports.CheckInputs(TrainingInputs.DatasetsOf(gate, train), cancel);
        if (findings.Any(finding => finding.Counts))
        {
            ports.Progress($"{model.Id} is not trained: data checks failed");
            return Stopped(findings);
        }

        var before = await TrainingInputs.HashAsync(gate, train, ports.Versions, cancel);
        if (before.Value is not { } inputs)
        {
            return Stopped([.. findings, .. before.Problems]);
        }

        var artifact = new Artifact(ArtifactKind.Model, model.Name, model.Path);
        var earlier = await ModelFile.ReadAsync(ports.Versions, artifact, cancel);
        ports.Progress($"training {model.Id}: {train.Command}");
        if (await RunAsync(model, train, cancel) is { } problem)
        {
            return Stopped([.. findings, problem]);
        }

        var after = await TrainingInputs.HashAsync(gate, train, ports.Versions, cancel);
        if (after.Value is not { } still)
        {
            return Stopped([.. findings, .. after.Problems]);
        }

        if (inputs.ChangedIn(still) is { Count: > 0 } changed)
        {
            return Stopped([.. findings, TrainingFinding.InputsChanged(model, changed)]);
        }

        var written = await ports.Versions.ReadCandidateAsync(artifact, trustStatCache: false, cancel);
        if (written.Value is not { } bytes)
        {
            return Stopped([.. findings, .. written.Problems]);
        }

        if (earlier is not null && earlier.IsUntouched(bytes))
        {
            return await UpToDateAsync(artifact, train, inputs, bytes, cancel) is { } record
                ? new TrainingOutcome(findings, record, false)
                : Stopped([.. findings, TrainingFinding.NotWritten(model)]);
        }

        return await RecordAsync(model, train, inputs, bytes, earlier, findings, cancel);
    }

    private async Task<TrainingOutcome> RecordAsync(
        ModelGate model,
        TrainGate train,
        TrainingInputs inputs,
        ArtifactBytes bytes,
        ModelFile? earlier,
        IReadOnlyList<Finding> findings,
        CancellationToken cancel
    )
    {
        var record = new LockRecord
        {
            Artifact = bytes.Artifact,
            Version = bytes.Version,
            Files = bytes.Files.Count > 1 ? [.. bytes.Files.Select(file => new LockedFile(file.Name, file.Sha256, file.Size))] : [],
            Lineage = new Lineage
            {
                Command = train.Command,
                Seed = train.Seed,
                Datasets = inputs.Datasets,
                Code = inputs.Code,
                Toolchain = await ToolchainAsync(cancel),
                Packages = PackageVersions.Read(ports.Folder, train.Code),
            },
        };
        var problems = await ports.Locks.WriteAsync([record], cancel);
        if (problems.Count > 0)
        {
            return Stopped([.. findings, .. problems]);
        }

        var changed = earlier?.Version.Sha256 != bytes.Version.Sha256;
        ports.Progress(
            changed
                ? $"{model.Id} is now {bytes.Version.GitObjectId}"
                : $"{model.Id} was written again with the same bytes ({bytes.Version.GitObjectId})"
        );
        return new TrainingOutcome(findings, record, changed);
    }

    // A command that skips work that is done already is right if the lock says that it was done from these very inputs.
    private async Task<LockRecord?> UpToDateAsync(
        Artifact artifact,
        TrainGate train,
        TrainingInputs inputs,
        ArtifactBytes bytes,
        CancellationToken cancel
    )
    {
        if (
            (await ports.Recorded.ReadLockAsync(artifact, null, cancel)).Value is not { Lineage: { } lineage } record
            || record.Version != bytes.Version
            || lineage.Command != train.Command
            || lineage.Seed != train.Seed
            || !inputs.IsSameAs(new TrainingInputs(lineage.Datasets, lineage.Code))
        )
        {
            return null;
        }

        ports.Progress($"{artifact.Id} is unchanged: the command did not rewrite it");
        return record;
    }

    private async Task<Finding?> RunAsync(ModelGate model, TrainGate train, CancellationToken cancel)
    {
        var variables = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["MlGateEnabled"] = "false" };
        if (train.Seed is { } seed)
        {
            variables["MLGATE_SEED"] = seed.ToString(CultureInfo.InvariantCulture);
        }

        var result = await ports.Commands.RunAsync(
            new CommandRequest(train.Command, ports.Folder, variables, train.Within),
            ports.Progress,
            cancel
        );
        return result switch
        {
            { TimedOut: true } => TrainingFinding.TimedOut(model, train.Within),
            { ExitCode: 0 } => null,
            _ => TrainingFinding.Failed(model, result.ExitCode!.Value),
        };
    }

    // A trainer that is no .NET program runs where there may be no dotnet on the path: then the lineage just does not name it.
    private async Task<SortedDictionary<string, string>> ToolchainAsync(CancellationToken cancel)
    {
        var toolchain = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var lines = new List<string>();
        var result = await ports.Commands.RunAsync(
            new CommandRequest("dotnet --version", ports.Folder, new Dictionary<string, string>(), VersionWithin),
            lines.Add,
            cancel
        );
        if (result.ExitCode == 0 && lines.Count > 0)
        {
            toolchain["dotnet"] = lines[0].Trim();
        }

        return toolchain;
    }

    private static TrainingOutcome Stopped(IReadOnlyList<Finding> findings) => new(findings, null, false);
}
