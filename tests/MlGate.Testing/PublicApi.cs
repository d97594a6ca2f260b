using System.Reflection;
using System.Text;

namespace MlGate.Testing;

/// <summary>What an assembly shows to others, as text: a change of it has to be approved with the snapshot.</summary>
public static class PublicApi
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>A line per public type and per public or protected member, sorted; what the compiler adds to records is left out.</summary>
    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(type.FullName).Append('\n');
            foreach (
                var member in type.GetMembers(Own)
                    .Where(IsShown)
                    .Select(member => member.ToString()!)
                    .Distinct()
                    .Order(StringComparer.Ordinal)
            )
            {
                text.Append("  ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    private static bool IsShown(MemberInfo member) =>
        member switch
        {
            MethodInfo method => IsOpen(method)
                && !method.IsSpecialName
                && !IsOfRecord(method.Name)
                && method.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is null,
            ConstructorInfo constructor => IsOpen(constructor),
            FieldInfo field => (field.IsPublic || field.IsFamily) && field.Name != "value__",
            PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsOpen) && property.Name != "EqualityContract",
            _ => false,
        };

    private static bool IsOpen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsOfRecord(string name) =>
        name is "ToString" or "GetHashCode" or "Equals" or "Deconstruct" or "PrintMembers" or "<Clone>$";
}
