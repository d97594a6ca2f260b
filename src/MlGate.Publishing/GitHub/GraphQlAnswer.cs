namespace MlGate.Publishing.GitHub;

/// <summary>Which of the asked comments the token's user wrote.</summary>
internal sealed class GraphQlAnswer
{
    public GraphQlData? Data { get; set; }
}

internal sealed class GraphQlData
{
    public List<GraphQlComment?>? Nodes { get; set; }
}

internal sealed class GraphQlComment
{
    public string? Id { get; set; }

    public bool ViewerDidAuthor { get; set; }
}
