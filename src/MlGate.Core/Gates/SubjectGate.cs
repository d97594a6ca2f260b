using MlGate.Findings;
using MlGate.Versions;

namespace MlGate.Gates;

/// <summary>What must hold for one subject of a section: one dataset, one model.</summary>
public abstract record SubjectGate
{
    private protected SubjectGate() { }

    /// <summary>Its key in the section.</summary>
    public required string Name { get; init; }

    /// <summary>Where it is declared.</summary>
    public required FilePlace Place { get; init; }

    /// <summary>The section that it stands in.</summary>
    public abstract GateSection Section { get; }

    /// <summary>Its path in the gate file: <c>datasets.train</c>.</summary>
    public CheckId Id => Section.Subject(Name);

    /// <summary>The dataset or the model that it is about; null for none.</summary>
    public virtual Artifact? Artifact => null;

    /// <summary>
    /// Files and folders that its result depends on beside its artifact, relative to the gate file; a build asks again when they change.
    /// </summary>
    public virtual IEnumerable<string> DependsOn => [];

    /// <summary>
    /// Ids of the datasets that it is tested on: a pull request is judged with the version that the target branch has of them.
    /// </summary>
    public virtual IEnumerable<CheckId> TestedOn => [];

    /// <summary>True if a check compares its artifact with the baseline.</summary>
    public virtual bool ComparesWithBaseline => false;
}
