using System.Globalization;
using System.Net;
using System.Runtime.Serialization;

using Octokit;

namespace MlGate.Publishing.Calls;

/// <summary>Reads why a call failed. The headers and the status decide: Octokit has no exception of its own for every limit.</summary>
internal static class RefusalReading
{
    // The last three come from Octokit's serialiser: an answer of another shape, or an unknown value of an enumeration.
    public static bool Knows(Exception exception) =>
        exception is ApiException or HttpRequestException or IOException or OperationCanceledException or TimeoutException or SerializationException
            or ForeignHostException or InvalidCastException or FormatException or ArgumentException;

    public static Refusal Empty(string what) => new(RefusalKind.Unanswered, $"the answer to '{what}' was empty", Again: true);

    public static Refusal Of(string what, Exception exception, DateTimeOffset now) => exception switch
    {
        ForeignHostException foreign => new(RefusalKind.AddressUnsafe, $"'{what}' led to {foreign.Message}"),

        // Of a list that is not found Octokit keeps the status only.
        ApiException refused => OfStatus(what, refused, new Headers(refused.HttpResponse?.Headers ?? new Dictionary<string, string>()), now),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => new(RefusalKind.Unanswered, $"no secure connection could be made for '{what}'"),
        OperationCanceledException or TimeoutException => new(RefusalKind.Unanswered, $"no answer to '{what}' came in time", Again: true),
        HttpRequestException or IOException => new(RefusalKind.Unanswered, $"the connection broke at '{what}'", Again: true),
        _ => new(RefusalKind.Unanswered, $"the answer to '{what}' cannot be read", Again: true),
    };

    private static Refusal OfStatus(string what, ApiException refused, Headers headers, DateTimeOffset now)
    {
        var status = (int)refused.StatusCode;
        var found = string.Create(CultureInfo.InvariantCulture, $"GitHub answered {status} to '{what}'");
        return status switch
        {
            401 => new(RefusalKind.TokenRefused, found),
            403 or 429 when IsLimit(status, refused, headers) => Limited(found, headers, now),
            403 => new(RefusalKind.NotPermitted, found + Permission(headers)),
            404 or 410 => new(RefusalKind.NotFound, found),
            409 => new(RefusalKind.Refused, found + Reason(refused), Again: true),
            >= 500 => new(RefusalKind.Unanswered, found, Again: true, Wait: headers.RetryAfter(now)),

            // Octokit reports an answer that it cannot read with the status of the answer.
            >= 200 and < 300 => new(RefusalKind.Unanswered, $"the answer to '{what}' cannot be read", Again: true),
            _ => new(RefusalKind.Refused, found + Reason(refused)),
        };
    }

    private static bool IsLimit(int status, ApiException refused, Headers headers) =>
        status == (int)HttpStatusCode.TooManyRequests || headers.Has("retry-after") || headers.Is("x-ratelimit-remaining", "0")
            || refused is RateLimitExceededException or SecondaryRateLimitExceededException or AbuseException;

    // The order of GitHub's documentation: retry-after, else the reset when nothing remains, else a minute that grows.
    private static Refusal Limited(string found, Headers headers, DateTimeOffset now)
    {
        var wait = headers.RetryAfter(now) ?? (headers.Is("x-ratelimit-remaining", "0") ? headers.Reset(now) : null);
        var asked = wait is { } time ? string.Create(CultureInfo.InvariantCulture, $" and asks to wait {Math.Ceiling(time.TotalSeconds):0} s") : "";
        return new Refusal(RefusalKind.Limited, found + asked, Again: true, Wait: wait);
    }

    private static string Permission(Headers headers) =>
        headers.Find("x-accepted-github-permissions") is { Length: > 0 } names ? $"; it needs the permission {PlainLine.Of(names, 100).Replace("; ", " and ", StringComparison.Ordinal)}" : "";

    private static string Reason(ApiException refused)
    {
        // Of an answer that is no JSON (a proxy's page) Octokit makes the whole body the message: only parsed errors are shown.
        var errors = refused.ApiError?.Errors?.Select(error => PlainLine.Of(error.Message ?? $"{error.Field} {error.Code}", 120)).Where(text => text.Length > 0).Take(3).ToList() ?? [];
        return errors.Count > 0 ? ": " + string.Join(", ", errors) : "";
    }
}
