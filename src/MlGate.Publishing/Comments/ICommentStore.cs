using MlGate.Findings;
using MlGate.Publishing.Calls;

namespace MlGate.Publishing.Comments;

/// <summary>The comments of one pull request about one gate. On Azure a comment is the first of a thread, and stands for it.</summary>
internal interface ICommentStore
{
    /// <summary>All comments that begin with the gate's marker, whoever wrote them, by id.</summary>
    Task<ApiResult<IReadOnlyList<StoredComment>>> ListMarkedAsync(CancellationToken cancel);

    /// <summary>Those that the token's user wrote, as far as the server tells.</summary>
    Task<IReadOnlyList<StoredComment>> SelectOwnAsync(IReadOnlyList<StoredComment> marked, CancellationToken cancel);

    /// <summary>Makes one; after a refusal it may exist nevertheless.</summary>
    Task<ApiResult<StoredComment>> CreateAsync(string body, CancellationToken cancel);

    /// <summary>Replaces the text, once: whoever tries again looks first what stands there by then.</summary>
    Task<ServerError?> UpdateAsync(long id, string body, CancellationToken cancel);

    /// <summary>Does the comment have, as it was last listed, all that belongs to the newest result beside its text?</summary>
    bool IsSettled(long id);

    /// <summary>Gives it that.</summary>
    Task<ServerError?> SettleAsync(long id, CancellationToken cancel);

    /// <summary>Removes one.</summary>
    Task<ServerError?> DeleteAsync(long id, CancellationToken cancel);

    /// <summary>Reads whether the pull request still shows the measured commit; a finding if not.</summary>
    Task<Finding?> HasMovedAsync(CancellationToken cancel);
}

/// <summary>One comment of the pull request.</summary>
/// <param name="Id">Of the server.</param>
/// <param name="NodeId">Its other name, where the server has one.</param>
/// <param name="Body">The text.</param>
/// <param name="Author">Login or id of who wrote it.</param>
/// <param name="IsBot">Did a program write it?</param>
internal sealed record StoredComment(long Id, string NodeId, string Body, string Author, bool IsBot);
