using System.Collections;
using System.Text;
using MlGate.Findings;

namespace MlGate.Reporting.Redaction;

/// <summary>Removes secrets from what is printed: those that this process was given, and everything that looks like one.</summary>
internal sealed class SecretRedactor
{
    // A shorter value is a word of ordinary texts too.
    private const int ShortestValue = 12;
    private const int ShortestToken = 6;

    // Texts of servers are cut, perhaps within a token.
    private const string Cut = "…";

    private static readonly string[] NamesOfSecrets = ["TOKEN", "SECRET", "PASSWORD", "PASSWD", "APIKEY", "API_KEY", "ACCESS_KEY", "_PAT"];

    // Names that hold such a word without holding a secret.
    private static readonly string[] NotSecret = ["_URL", "_PATH", "_FILE"];

    private readonly IReadOnlyList<string> values;

    private SecretRedactor(IEnumerable<string> secrets) =>
        values = [.. secrets.Distinct(StringComparer.Ordinal).OrderByDescending(value => value.Length)];

    /// <summary>A redactor that knows no secret of this process.</summary>
    public static SecretRedactor OfPatterns { get; } = new([]);

    /// <summary>The secrets among environment variables, told by their names.</summary>
    /// <param name="variables">Of this process.</param>
    public static SecretRedactor From(IDictionary variables)
    {
        var secrets = new List<string>();
        foreach (DictionaryEntry variable in variables)
        {
            if (IsSecret((string)variable.Key) && variable.Value is string value && value.Trim() is { Length: >= ShortestValue } secret)
            {
                secrets.AddRange(Forms(secret));
            }
        }

        return new SecretRedactor(secrets);
    }

    /// <summary>The same redactor with one more secret.</summary>
    /// <param name="secret">Its value; short ones are left out.</param>
    public SecretRedactor With(string secret) =>
        secret.Trim() is { Length: >= ShortestToken } value ? new(values.Concat(Forms(value))) : this;

    /// <summary>The text with a mark in the place of every secret.</summary>
    public string Redact(string text) => SecretText.Redact(RedactKnown(text));

    /// <summary>The text with a mark in the place of the secrets of this process: for formats whose findings were cleaned before.</summary>
    public string RedactKnown(string text)
    {
        foreach (var value in values)
        {
            text = WithoutStart(text.Replace(value, SecretText.Mark, StringComparison.Ordinal), value);
        }

        return text;
    }

    /// <summary>The finding without secrets.</summary>
    public Finding Redact(Finding finding) =>
        finding with
        {
            Subject = Redact(finding.Subject),
            Found = Redact(finding.Found),
            Expected = Redact(finding.Expected),
            Fix = finding.Fix is null ? null : Redact(finding.Fix),
        };

    private static string WithoutStart(string text, string value)
    {
        for (var length = value.Length - 1; length >= ShortestToken && text.Contains(Cut, StringComparison.Ordinal); length--)
        {
            text = text.Replace(value[..length] + Cut, SecretText.Mark + Cut, StringComparison.Ordinal);
        }

        return text;
    }

    private static bool IsSecret(string name) =>
        Array.Exists(NamesOfSecrets, word => name.Contains(word, StringComparison.OrdinalIgnoreCase))
        && !Array.Exists(NotSecret, word => name.EndsWith(word, StringComparison.OrdinalIgnoreCase));

    // As it is, and as HTTP sends it with the names that servers take.
    private static IEnumerable<string> Forms(string secret) =>
        [
            secret,
            .. new[] { "", "x-access-token", "oauth2", "PAT" }.Select(user =>
                Convert.ToBase64String(Encoding.UTF8.GetBytes(user + ":" + secret))
            ),
        ];
}
