using System.Globalization;
using MlGate.Findings;
using MlGate.Git.Findings;
using MlGate.Git.Json;
using MlGate.Waivers;

namespace MlGate.Git.Waivers;

/// <summary>Reads waivers strictly: they are written by this program only, and anyone may have changed them since.</summary>
internal static class WaiverReader
{
    private const string Again = "Restore it from git, or delete it and run mlgate accept again";

    /// <summary>The waiver in a file.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="path">Its path, relative to the gate file's folder.</param>
    public static Result<Waiver> Read(ReadOnlySpan<byte> content, string path)
    {
        if (content.Length > WaiverFiles.Largest)
        {
            return NotReadable(path, "too large", FormattableString.Invariant($"at most {WaiverFiles.Largest} bytes"));
        }

        if (JsonText.ConflictAt(content) is { } conflict)
        {
            return NotReadable(path, "merge conflict markers", place: JsonText.Place(path, content, conflict));
        }

        try
        {
            var waiver = For(new JsonObject(JsonTree.Parse(content)));

            // A checkout may have changed the ends of lines; a waiver holds no others.
            var text = content.ToArray().Where(letter => letter != '\r').ToArray();
            return WaiverFiles.PathOf(waiver.Gate, waiver.Check.Text) != path
                    ? Changed(path, "file name of another check", "the file name from mlgate accept")
                : WaiverWriter.ToBytes(waiver).AsSpan().SequenceEqual(text) ? waiver
                : Changed(path, "content differs from its digest", "a waiver as written by mlgate accept");
        }
        catch (JsonPlaceException problem)
        {
            return NotReadable(path, problem.Message, place: JsonText.Place(path, content, problem.At));
        }
    }

    /// <summary>There is something, but no waiver.</summary>
    public static Finding NotReadable(
        string path,
        string found,
        string expected = "a waiver written by mlgate accept",
        FilePlace? place = null
    ) =>
        GitFinding.Create(
            Diagnostics.WaiverNotReadable,
            "waivers." + path,
            path,
            found,
            expected,
            Again,
            place ?? new FilePlace(path, 0, 0)
        ) with
        {
            Outcome = Outcome.Failed,
        };

    private static Finding Changed(string path, string found, string expected) =>
        GitFinding.Create(Diagnostics.WaiverChanged, "waivers." + path, path, found, expected, Again, new FilePlace(path, 0, 0)) with
        {
            Outcome = Outcome.Failed,
        };

    private static Waiver For(JsonObject root)
    {
        if (root.Integer("schema", 1) != Waiver.CurrentSchema)
        {
            throw new JsonPlaceException("written by a newer mlgate", root.Member("schema").At);
        }

        root.Allow("check", "code", "digest", "gate", "owner", "reason", "schema", "until", "versions");
        _ = root.Hex("digest", 64);
        var waiver = new Waiver
        {
            Check = Text("check", Waiver.LongestCheck),
            Code =
                root.Text("code") is ['M', 'L', 'G', _, _, _, _] code && code[3..].All(char.IsAsciiDigit)
                    ? code
                    : throw new JsonPlaceException("'code' must be a code such as MLG4102", root.Member("code").At),
            Gate = Text("gate", 64),
            Owner = Text("owner", Waiver.LongestOwner),
            Reason = Text("reason", Waiver.LongestReason),
            Until = DateOnly.TryParseExact(
                root.Text("until"),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var until
            )
                ? until
                : throw new JsonPlaceException("'until' must be a date such as 2026-12-31", root.Member("until").At),
            Versions = [.. JsonObject.Items(root.Member("versions")).Select(item => Bound(new JsonObject(item)))],
        };
        return waiver.Versions.Count > 0 ? waiver : throw new JsonPlaceException("no version", root.Member("versions").At);

        string Text(string key, int longest) =>
            root.Text(key) is { Length: > 0 } text && text.Length <= longest && !text.Any(char.IsControl)
                ? text
                : throw new JsonPlaceException($"'{key}' is empty, too long, or has control characters", root.Member(key).At);
    }

    private static BoundVersion Bound(JsonObject bound)
    {
        bound.Allow("artifact", "baseline", "candidate");
        return new BoundVersion(
            bound.Text("artifact"),
            bound.Has("baseline") ? bound.Version("baseline") : null,
            bound.Version("candidate")
        );
    }
}
