using System.Text.RegularExpressions;

namespace MlGate.Findings;

/// <summary>
/// Removes secrets from texts that others wrote: error texts of servers, of git and of commands repeat what they were sent.
/// </summary>
public static partial class SecretText
{
    /// <summary>What stands in the place of a secret.</summary>
    public const string Mark = "***";

    /// <summary>The text with a mark in the place of everything that looks like a token, a password or credentials in an address.</summary>
    /// <param name="text">Any text.</param>
    public static string Redact(string text)
    {
        if (text.Length < ShortestSecret)
        {
            return text;
        }

        var redacted = Tokens().Replace(text, Mark);
        redacted = Credentials().Replace(redacted, "://" + Mark + "@");
        redacted = Headers().Replace(redacted, "$1" + Mark);
        redacted = Schemes().Replace(redacted, "$1 " + Mark);
        return Parameters().Replace(redacted, "$1" + Mark);
    }

    private const int ShortestSecret = 8;

    // Tokens that say what they are: GitHub, GitLab, Slack, AWS, Azure DevOps, NuGet, npm, Hugging Face, JSON Web Tokens.
    [GeneratedRegex(
        @"\b(?:gh[pousr]_[A-Za-z0-9]{16,}|github_pat_[A-Za-z0-9_]{16,}|glpat-[A-Za-z0-9_-]{16,}"
            + @"|xox[abeoprs]-[A-Za-z0-9-]{10,}|(?:AKIA|ASIA)[A-Z0-9]{16}|[A-Za-z0-9]{70,}AZDO[A-Za-z0-9]{4}|oy2[a-z0-9]{43}"
            + @"|npm_[A-Za-z0-9]{30,}|hf_[A-Za-z0-9]{30,}|eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*)?)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Tokens();

    [GeneratedRegex(@"://[^/@\s""']+@", RegexOptions.CultureInvariant)]
    private static partial Regex Credentials();

    [GeneratedRegex(
        @"\b((?:proxy-)?authorization[""']?\s*[:=]\s*[""']?)(?:[A-Za-z]+\s+)?[^\s""',;]+",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Headers();

    [GeneratedRegex(@"\b(basic|bearer)\s+[A-Za-z0-9+/=._~-]{12,}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Schemes();

    [GeneratedRegex(
        @"\b((?:access[_-]?token|private[_-]?token|job[_-]?token|api[_-]?key|client[_-]?secret|password|passwd|x-api-key)"
            + @"[""']?\s*[:=]\s*[""']?)[^\s""'&,;]{6,}",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Parameters();
}
