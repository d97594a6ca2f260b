using System.Globalization;
using System.Net;
using System.Runtime.Serialization;
using System.Text.Json;
using Octokit;

namespace MlGate.Publishing.Calls;

/// <summary>Reads why a call failed. The headers and the status decide: Octokit has no exception of its own for every limit.</summary>
internal static class ServerErrorReader
{
    // The last three come from Octokit's serialiser: an answer of another shape, or an unknown value of an enumeration.
    public static bool Knows(Exception exception) =>
        exception
            is ApiException
                or HttpRequestException
                or IOException
                or OperationCanceledException
                or TimeoutException
                or SerializationException
                or ForeignHostException
                or ServerAnswerException
                or JsonException
                or InvalidCastException
                or FormatException
                or ArgumentException;

    public static ServerError Empty(string what) => new(ServerErrorKind.Unanswered, $"empty response to '{what}'", Again: true);

    public static ServerError Read(string what, Exception exception, DateTimeOffset now) =>
        exception switch
        {
            ForeignHostException foreign => new(ServerErrorKind.AddressUnsafe, $"'{what}' was redirected to {foreign.Message}"),

            // Of a list that is not found Octokit keeps the status only.
            ApiException refused => OfStatus(
                new Failure(
                    "GitHub",
                    what,
                    (int)refused.StatusCode,
                    new HeaderValues(refused.HttpResponse?.Headers ?? new Dictionary<string, string>()),
                    Reason(refused),
                    IsLimit(refused)
                ),
                now
            ),
            ServerAnswerException refused => OfStatus(
                new Failure(
                    refused.Server,
                    what,
                    refused.Status,
                    new HeaderValues(refused.Headers),
                    refused.Message,
                    IsLimit: false,
                    refused.Needs
                ),
                now
            ),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => new(
                ServerErrorKind.Unanswered,
                $"no secure connection for '{what}'"
            ),
            OperationCanceledException or TimeoutException => new(
                ServerErrorKind.Unanswered,
                $"no response to '{what}' in time",
                Again: true
            ),
            HttpRequestException or IOException => new(ServerErrorKind.Unanswered, $"connection lost during '{what}'", Again: true),
            _ => new(ServerErrorKind.Unanswered, $"invalid response to '{what}'", Again: true),
        };

    private static ServerError OfStatus(Failure failure, DateTimeOffset now)
    {
        var found = string.Create(CultureInfo.InvariantCulture, $"{failure.Server} responded with {failure.Status} to '{failure.What}'");
        var because = failure.Reason.Length > 0 ? ": " + failure.Reason : "";
        return failure.Status switch
        {
            401 => new(ServerErrorKind.TokenRefused, found),
            403 or 429 when failure.Limits => Limited(found, failure.Headers, now),
            403 => new(ServerErrorKind.NotPermitted, found + Permission(failure)),
            404 or 410 => new(ServerErrorKind.NotFound, found),
            409 => new(ServerErrorKind.Refused, found + because, Again: true),
            >= 500 => new(ServerErrorKind.Unanswered, found, Again: true, Wait: failure.Headers.RetryAfter(now)),

            // An answer that cannot be read comes with its own status.
            >= 200 and < 300 => new(ServerErrorKind.Unanswered, $"invalid response to '{failure.What}'", Again: true),
            _ => new(ServerErrorKind.Refused, found + because),
        };
    }

    private static bool IsLimit(ApiException refused) =>
        refused is RateLimitExceededException or SecondaryRateLimitExceededException or AbuseException;

    // The order of GitHub's documentation: retry-after, else the reset when nothing remains, else a minute that grows.
    private static ServerError Limited(string found, HeaderValues headers, DateTimeOffset now)
    {
        var wait = headers.RetryAfter(now) ?? (headers.Is("x-ratelimit-remaining", "0") ? headers.Reset(now) : null);
        var asked = wait is { } time
            ? string.Create(CultureInfo.InvariantCulture, $" and requires a wait of {Math.Ceiling(time.TotalSeconds):0} s")
            : "";
        return new ServerError(ServerErrorKind.Limited, found + asked, Again: true, Wait: wait);
    }

    private static string Permission(Failure failure) =>
        failure.Needs is { } needs ? $"; it needs {needs}"
        : failure.Headers.Find("x-accepted-github-permissions") is { Length: > 0 } names
            ? $"; it needs the permission {PlainLine.From(names, 100).Replace("; ", " and ", StringComparison.Ordinal)}"
        : "";

    private static string Reason(ApiException refused)
    {
        // Of an answer that is no JSON (a proxy's page) Octokit makes the whole body the message: only parsed errors are shown.
        var errors = refused
            .ApiError?.Errors?.Select(error => PlainLine.From(error.Message ?? $"{error.Field} {error.Code}", 120))
            .Where(text => text.Length > 0)
            .Take(3)
            .ToList()
            ?? [];
        return string.Join(", ", errors);
    }

    private sealed record Failure(
        string Server,
        string What,
        int Status,
        HeaderValues Headers,
        string Reason,
        bool IsLimit,
        string? Needs = null
    )
    {
        public bool Limits =>
            Status == (int)HttpStatusCode.TooManyRequests
            || IsLimit
            || Headers.Has("retry-after")
            || Headers.Is("x-ratelimit-remaining", "0");
    }
}
