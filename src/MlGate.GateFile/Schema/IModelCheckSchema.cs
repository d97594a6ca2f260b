using System.Collections.Immutable;
using MlGate.Findings;
using MlGate.GateFile.Yaml;
using MlGate.Gates;

namespace MlGate.GateFile.Schema;

/// <summary>A key of a model beside its metrics: what it may hold, and what becomes of it. Found once per process.</summary>
internal interface IModelCheckSchema
{
    /// <summary>The key.</summary>
    KeyDefinition Key { get; }

    /// <summary>Sections of the reference page: the name of a map, its title and its path.</summary>
    IReadOnlyList<(string Map, string Title, string Path)> Pages { get; }

    /// <summary>Reports what no single value shows.</summary>
    void Validate(MapValue model, MapValue gate, Problems problems);

    /// <summary>What is declared; null for nothing.</summary>
    /// <param name="model">The model, judged sound.</param>
    /// <param name="outer">The severity that holds without one of its own.</param>
    ModelCheckGate? Build(MapValue model, Severity outer);
}

/// <summary>The keys of a model beside its metrics, in ordinal order.</summary>
internal static class ModelCheckSchemas
{
    public static readonly ImmutableArray<IModelCheckSchema> All =
    [
        .. typeof(IModelCheckSchema)
            .Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IModelCheckSchema)))
            .Select(type => (IModelCheckSchema)Activator.CreateInstance(type)!)
            .OrderBy(check => check.Key.Name, StringComparer.Ordinal),
    ];
}
