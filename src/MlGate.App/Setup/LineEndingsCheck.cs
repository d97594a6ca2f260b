using MlGate.Findings;
using MlGate.Git.Setup;
using MlGate.Reporting.Setup;

namespace MlGate.App.Setup;

/// <summary>Artifacts whose bytes depend on the machine, because git converts their line endings.</summary>
internal sealed class LineEndingsCheck : ISetupCheck
{
    private const string Name = "line endings";

    public Task<IReadOnlyList<SetupResult>> RunAsync(SetupPlace place, CancellationToken cancel)
    {
        var files = place.StoredFiles(cancel);
        var converted = files.Where(file => file.ConvertsLineEndings).ToList();
        return Task.FromResult<IReadOnlyList<SetupResult>>(
            files.Count == 0 ? []
            : converted.Count == 0 ? [SetupResult.Ok(Name, "git does not convert any artifact")]
            : [.. converted.GroupBy(file => Path.GetExtension(file.Path)).Select(group => Convert(group.Key, [.. group]))]
        );
    }

    // One pattern for all files of a kind: a folder can hold thousands.
    private static SetupResult Convert(string extension, IReadOnlyList<StoredFile> files)
    {
        var more = files.Count > 1 ? $" and {files.Count - 1} more" : "";
        var pattern = extension.Length > 1 && extension.Skip(1).All(char.IsAsciiLetterOrDigit) ? "*" + extension : null;
        return new SetupResult(
            Name,
            SetupState.Warning,
            $"{files[0].Path}{more}: git converts line endings (text attribute or core.autocrlf), so the bytes differ between checkouts"
        )
        {
            Fix = pattern is null
                ? "Add a line \"FILE -text\" for each of them to .gitattributes, then run: git add --renormalize ."
                : $"echo '{pattern} -text' >> .gitattributes && git add --renormalize . && mlgate lock",
            Diagnostic = Diagnostics.LineEndingsChanged,
        };
    }
}
