using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using MlGate.Findings;

namespace MlGate.Core.Tests.Architecture;

/// <summary>
/// Core does no I/O, starts nothing, and knows neither the time nor the machine. Read from what the compiler wrote, so no alias hides a
/// call.
/// </summary>
public sealed class CorePurityTests
{
    private static readonly string[] ForbiddenTypes =
    [
        "System.IO.File",
        "System.IO.FileInfo",
        "System.IO.FileStream",
        "System.IO.Directory",
        "System.IO.DirectoryInfo",
        "System.IO.StreamReader",
        "System.IO.StreamWriter",
        "System.Diagnostics.Process",
        "System.Diagnostics.Stopwatch",
        "System.Console",
        "System.Random",
        "System.TimeProvider",
        "System.Net.Http.HttpClient",
        "System.Security.Cryptography.RandomNumberGenerator",
    ];

    private static readonly string[] ForbiddenMembers =
    [
        "System.DateTime.get_Now",
        "System.DateTime.get_UtcNow",
        "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow",
        "System.Guid.NewGuid",
        "System.IO.Path.GetTempPath",
        "System.IO.Path.GetTempFileName",
        "System.IO.Path.GetFullPath",
        "System.TimeZoneInfo.get_Local",
    ];

    // Iterators keep the id of their thread; that is the compiler's doing.
    private const string AllowedOfEnvironment = "System.Environment.get_CurrentManagedThreadId";

    [Fact]
    public void Core_uses_no_type_that_reaches_out()
    {
        Assert.Empty(References().Types.Intersect(ForbiddenTypes));
    }

    [Fact]
    public void Core_calls_nothing_that_differs_from_run_to_run()
    {
        var members = References().Members;

        Assert.Empty(members.Intersect(ForbiddenMembers));
        Assert.DoesNotContain(members, member =>
            member.StartsWith("System.Environment.", StringComparison.Ordinal) && member != AllowedOfEnvironment
        );
    }

    [Fact]
    public void The_reader_of_references_sees_what_is_there()
    {
        var (types, members) = References();

        Assert.Contains("System.Math", types);
        Assert.Contains("System.Math.Sqrt", members);
    }

    private static (HashSet<string> Types, HashSet<string> Members) References()
    {
        using var file = new PEReader(File.OpenRead(typeof(Finding).Assembly.Location));
        var metadata = file.GetMetadataReader();
        string Name(TypeReferenceHandle handle)
        {
            var type = metadata.GetTypeReference(handle);
            return metadata.GetString(type.Namespace) + "." + metadata.GetString(type.Name);
        }

        var types = metadata.TypeReferences.Select(Name).ToHashSet(StringComparer.Ordinal);
        var members = metadata
            .MemberReferences.Select(metadata.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member => Name((TypeReferenceHandle)member.Parent) + "." + metadata.GetString(member.Name))
            .ToHashSet(StringComparer.Ordinal);
        return (types, members);
    }
}
