using System.Text.Json.Nodes;

namespace MlGate.FakeServers;

/// <summary>One request that arrived, as a path below the API's address.</summary>
internal sealed record FakeCall(string Method, string Path, string Query, JsonNode? Body, string Host, string? Authorization);
