namespace MlGate.FakeServers;

/// <summary>A comment that the fake keeps.</summary>
internal sealed record FakeComment(long Id, string Login, string Type, string Body);
