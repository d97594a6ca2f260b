using System.Net;
using MlGate.Publishing.Calls;

namespace MlGate.Publishing;

/// <summary>How requests leave this machine.</summary>
/// <param name="Waiting">The time.</param>
/// <param name="Transport">Makes what sends; it must not follow redirects itself.</param>
/// <param name="Limits">How long is tried.</param>
/// <param name="Timeout">Of one request.</param>
internal sealed record HttpSettings(IDelay Waiting, Func<HttpMessageHandler> Transport, RetryLimits Limits, TimeSpan Timeout)
{
    public static HttpSettings Default { get; } = new(new SystemDelay(), Network, RetryLimits.Default, TimeSpan.FromSeconds(30));

    public static HttpMessageHandler Network() =>
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
        };
}
