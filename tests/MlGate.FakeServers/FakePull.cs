namespace MlGate.FakeServers;

/// <summary>An open pull request of the branch.</summary>
internal sealed record FakePull(int Number, string Base, string BaseSha, string? MergeSha = null);
