using MlGate.Models.Preflight;
using MlGate.Versions;

namespace MlGate.Models.Scoring;

/// <summary>
/// A format of models that are scored by a child process. The parent recognises and refuses without the format's engine; only the child
/// loads.
/// </summary>
internal interface IScoredFormat : IModelFormat
{
    /// <summary>Version of the engine that scores, part of the key of cached scores; found without loading it.</summary>
    string EngineVersion { get; }

    /// <summary>True if a file is probably a model of this format: for a first gate file. Opens little of it, and runs nothing.</summary>
    bool IsRecognised(string path);

    /// <summary>Makes the private copy that is loaded, and judges its bytes; says why not.</summary>
    /// <param name="files">The files of the version.</param>
    /// <param name="copy">Where the copy goes.</param>
    /// <param name="caps">What an archive may hold.</param>
    /// <param name="cancel">Ends the reading.</param>
    Refusal? Prepare(IReadOnlyList<ArtifactFile> files, string copy, ArchiveCaps caps, CancellationToken cancel);

    /// <summary>In the child: starts the engine for a request.</summary>
    IModelLoader Open(ScoringRequest request, TestSetColumns data);

    /// <summary>In the child: what a model says about itself; null for one that cannot be loaded or says nothing.</summary>
    ModelDescription? Describe(RequestedModel requested);
}
