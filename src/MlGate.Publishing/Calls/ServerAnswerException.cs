namespace MlGate.Publishing.Calls;

/// <summary>A server that is asked without a client library answered with something else than what was asked for.</summary>
/// <param name="server">Its name, for people.</param>
/// <param name="status">Of HTTP.</param>
/// <param name="headers">Of the answer.</param>
/// <param name="reason">One line that may be shown; empty for none.</param>
/// <param name="needs">The permission that is missing; null where the answer is about something else.</param>
internal sealed class ServerAnswerException(
    string server,
    int status,
    IReadOnlyDictionary<string, string> headers,
    string reason,
    string? needs
) : Exception
{
    public string Server => server;

    public int Status => status;

    public IReadOnlyDictionary<string, string> Headers => headers;

    /// <summary>The reason, or nothing.</summary>
    public override string Message => reason;

    public string? Needs => needs;
}
