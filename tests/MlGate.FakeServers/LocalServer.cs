using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace MlGate.FakeServers;

/// <summary>Puts a fake behind a port of this machine, for clients that are other programs.</summary>
internal sealed class LocalServer : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly HttpMessageInvoker fake;

    /// <param name="fake">Answers every request.</param>
    public LocalServer(HttpMessageHandler fake)
    {
        this.fake = new HttpMessageInvoker(fake);
        Port = FreePort();
        listener.Prefixes.Add($"http://127.0.0.1:{Port}/");
        listener.Start();
        _ = Serve();
    }

    public int Port { get; }

    public string Address => $"http://127.0.0.1:{Port}";

    /// <summary>What went wrong in the fake: a request or an answer that its description refuses.</summary>
    public List<Exception> Faults { get; } = [];

    /// <summary>A port that nobody listens to.</summary>
    public static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    public void Dispose() => listener.Close();

    private async Task Serve()
    {
        while (listener.IsListening)
        {
            try
            {
                await Answer(await listener.GetContextAsync());
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task Answer(HttpListenerContext context)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.HttpMethod), context.Request.Url);
        if (context.Request.HasEntityBody)
        {
            request.Content = new StreamContent(context.Request.InputStream);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(context.Request.ContentType ?? "application/octet-stream");
        }

        if (context.Request.Headers["Authorization"] is { } authorization)
        {
            request.Headers.Authorization = AuthenticationHeaderValue.Parse(authorization);
        }

        HttpResponseMessage answer;
        try
        {
            answer = await fake.SendAsync(request, CancellationToken.None);
        }
#pragma warning disable CA1031 // Whatever a fake has to complain of is the test's to see.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Faults.Add(exception);
            answer = FakeGitHub.Answer(500);
        }

        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var header in answer.Headers.Where(header => header.Key != "Transfer-Encoding"))
        {
            context.Response.Headers[header.Key] = string.Join(", ", header.Value);
        }

        var body = await answer.Content.ReadAsByteArrayAsync();
        if (body.Length > 0)
        {
            context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        }

        await context.Response.OutputStream.WriteAsync(body);
        context.Response.Close();
    }
}
