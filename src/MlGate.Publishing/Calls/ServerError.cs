namespace MlGate.Publishing.Calls;

/// <summary>Why a call has no answer.</summary>
/// <param name="Kind">What to tell the reader.</param>
/// <param name="Found">One line without a full stop.</param>
/// <param name="Again">True if the same call may succeed later.</param>
/// <param name="Wait">How long the server asks to wait; null where it does not say.</param>
internal sealed record ServerError(ServerErrorKind Kind, string Found, bool Again = false, TimeSpan? Wait = null);

internal enum ServerErrorKind
{
    NotPermitted,
    TokenRefused,
    NotFound,
    Limited,
    Unanswered,
    Refused,
    AddressUnsafe,
}
