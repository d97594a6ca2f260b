using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.GateFile.Sources;

/// <summary>Reads texts beside the gate file.</summary>
internal static class GateTexts
{
    /// <summary>The text, or a complaint that says why there is none.</summary>
    public static string? Read(IGateFiles files, string path, string? commit, out Complaint? complaint)
    {
        try
        {
            var text = files.Read(path, commit);
            complaint = text is null
                ? new Complaint(
                    Diagnostics.FileNotFound,
                    $"file {PrintableText.Quote(path)} not found",
                    "Add the file to the repository, or correct the path"
                )
                : null;
            return text;
        }
        catch (PathOutsideException)
        {
            complaint = new Complaint(
                Diagnostics.PathOutside,
                PrintableText.Quote(path),
                "Write a path of this repository",
                "a path inside the repository"
            );
            return null;
        }
    }
}
