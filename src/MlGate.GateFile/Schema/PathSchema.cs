using System.Text.Json.Nodes;
using MlGate.Findings;
using MlGate.GateFile.Sources;
using MlGate.GateFile.Yaml;

namespace MlGate.GateFile.Schema;

/// <summary>A file or folder of the repository.</summary>
internal sealed class PathSchema(string describe) : ScalarSchema<string>
{
    /// <summary>Is it relative to the file that it stands in, be that a policy, and not to the gate file?</summary>
    public bool BesideItsFile { get; init; }

    public override string Describe => describe;

    public override JsonObject ToJsonSchema() =>
        new()
        {
            ["type"] = "string",
            ["minLength"] = 1,
            ["maxLength"] = 1024,
            ["pattern"] = "^[^/\\\\~:][^\\\\:]*$",
        };

    protected override Complaint? Read(ScalarNode scalar, ReadContext context, out string? value)
    {
        value = scalar.Text;
        var folder = BesideItsFile ? GatePath.FolderOf(context.Folder, scalar.Place.File) : context.Folder;
        return scalar.IsText ? Validate(scalar.Text, folder) : Wrong(scalar, "Put it in quotes if it is text");
    }

    public static Complaint? Validate(string path, string folder)
    {
        if (path.Length is 0 or > 1024)
        {
            return new Complaint(
                Diagnostics.OutOfRange,
                path.Length == 0 ? "an empty path" : "a path of more than 1024 characters",
                null,
                "a path relative to the gate file"
            );
        }

        if (GatePath.LeadsOut(folder, path))
        {
            return new Complaint(
                Diagnostics.PathOutside,
                PrintableText.Quote(path),
                "Write a path of this repository, relative to the gate file",
                "a path inside the repository"
            );
        }

        return path.Contains('\\', StringComparison.Ordinal)
            ? new Complaint(
                Diagnostics.OutOfRange,
                PrintableText.Quote(path),
                "Write " + PrintableText.Quote(path.Replace('\\', '/')),
                "a path with forward slashes"
            )
            : null;
    }
}
