using MlGate.Findings;

namespace MlGate.Core.Tests.Waivers;

/// <summary>What a finding judged, as a short text.</summary>
internal static class JudgedText
{
    // "datasets.train=baseline models.m": an artifact and which versions of it, the candidate alone without a word.
    private static readonly Dictionary<string, JudgedVersions> Words = new()
    {
        [""] = JudgedVersions.Candidate,
        ["rows"] = JudgedVersions.TestRows,
        ["baseline"] = JudgedVersions.AgainstBaseline,
        ["anchor"] = JudgedVersions.AgainstAnchor,
        ["training"] = JudgedVersions.AgainstTraining,
    };

    public static IEnumerable<JudgedArtifact> Parse(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(one => one.Split('='))
            .Select(one => new JudgedArtifact(one[0], Words[one.Length > 1 ? one[1] : ""]));

    public static string From(IEnumerable<JudgedArtifact> judged) =>
        string.Join(
            ' ',
            judged.Select(one =>
                one.Artifact + (one.Versions == JudgedVersions.Candidate ? "" : "=" + Words.Single(word => word.Value == one.Versions).Key)
            )
        );
}
