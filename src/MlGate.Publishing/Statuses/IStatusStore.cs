using MlGate.Publishing.Calls;

namespace MlGate.Publishing.Statuses;

/// <summary>The statuses of one gate on one commit, or on one push of a pull request.</summary>
internal interface IStatusStore
{
    /// <summary>Are all statuses kept, so that one that was set in between is seen afterwards?</summary>
    bool KeepsAll { get; }

    /// <summary>Those that were set, the one that counts first.</summary>
    Task<ApiResult<IReadOnlyList<StoredStatus>>> ListAsync(CancellationToken cancel);

    /// <summary>Sets one, once.</summary>
    /// <returns>The status as the server keeps it.</returns>
    Task<ApiResult<StoredStatus>> SetAsync(StoredStatus status, CancellationToken cancel);
}
