using Mono.Cecil;
using Mono.Cecil.Cil;

namespace MlGate.Cli.Tests.Architecture;

/// <summary>Which namespace of an assembly uses which other one, read from what the compiler wrote.</summary>
internal sealed class NamespaceGraph
{
    private readonly SortedDictionary<string, SortedDictionary<string, string>> uses = new(StringComparer.Ordinal);
    private readonly Func<string, string> room;

    private NamespaceGraph(Func<string, string> room)
    {
        this.room = room;
    }

    /// <summary>Reads an assembly.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="room">Joins namespaces that count as one.</param>
    public static NamespaceGraph Read(string path, Func<string, string> room)
    {
        var graph = new NamespaceGraph(room);
        using var module = ModuleDefinition.ReadModule(path);
        foreach (var type in module.GetTypes())
        {
            graph.AddType(type);
        }

        return graph;
    }

    /// <summary>
    /// Pairs of namespaces that use each other, directly or by others, with one use of each step: empty where there is no cycle.
    /// </summary>
    public IReadOnlyList<string> Cycles() =>
        [
            .. uses.SelectMany(from =>
                from.Value.Where(to => Reaches(to.Key, from.Key, [])).Select(to => $"{from.Key} -> {to.Key}: {to.Value}")
            ),
        ];

    private bool Reaches(string from, string to, HashSet<string> seen) =>
        from == to || (seen.Add(from) && uses.TryGetValue(from, out var next) && next.Keys.Any(one => Reaches(one, to, seen)));

    private void AddType(TypeDefinition type)
    {
        Add(type, type.BaseType);
        AddAll(type, type.Interfaces.Select(one => one.InterfaceType));
        AddAll(type, type.Fields.Select(field => field.FieldType));
        foreach (var method in type.Methods)
        {
            Add(type, method.ReturnType);
            AddAll(type, method.Parameters.Select(parameter => parameter.ParameterType));
            if (method.HasBody)
            {
                AddAll(type, method.Body.Variables.Select(variable => variable.VariableType));
                AddBody(type, method.Body);
            }
        }
    }

    private void AddBody(TypeDefinition type, MethodBody body)
    {
        foreach (var operand in body.Instructions.Select(instruction => instruction.Operand))
        {
            switch (operand)
            {
                case TypeReference used:
                    Add(type, used);
                    break;
                case MethodReference method:
                    Add(type, method.DeclaringType);
                    AddAll(type, method is GenericInstanceMethod generic ? generic.GenericArguments : []);
                    break;
                case FieldReference field:
                    Add(type, field.DeclaringType);
                    break;
                default:
                    break;
            }
        }
    }

    private void AddAll(TypeDefinition from, IEnumerable<TypeReference> all)
    {
        foreach (var one in all)
        {
            Add(from, one);
        }
    }

    private void Add(TypeDefinition from, TypeReference? to)
    {
        if (to is GenericInstanceType generic)
        {
            AddAll(from, generic.GenericArguments);
        }

        var element = to?.GetElementType();
        if (element is null || element.Scope != from.Module)
        {
            return;
        }

        var (user, used) = (room(NamespaceOf(from)), room(NamespaceOf(element)));
        if (user != used && used.Length > 0 && user.Length > 0)
        {
            if (!uses.TryGetValue(user, out var targets))
            {
                uses.Add(user, targets = new SortedDictionary<string, string>(StringComparer.Ordinal));
            }

            targets.TryAdd(used, $"{from.Name} uses {element.Name}");
        }
    }

    private static string NamespaceOf(TypeReference type) => type.DeclaringType is { } outer ? NamespaceOf(outer) : type.Namespace;
}
