namespace MlGate.Git.Repositories;

/// <summary>Build servers, and the variables by which they say what they run. One row per server; <c>docs/ci.md</c> lists them.</summary>
internal static class BuildServers
{
    /// <summary>Set by whoever starts MlGate, on any server: the branch that the change will be merged into.</summary>
    public const string TargetVariable = "MLGATE_TARGET";

    /// <summary>All rows, in the order in which they are asked.</summary>
    public static IReadOnlyList<BuildServer> All { get; } =
    [
        new("any") { Target = TargetVariable },
        new("GitHub Actions, Gitea, Forgejo") { Marker = "GITHUB_ACTIONS", Target = "GITHUB_BASE_REF" },
        new("Azure Pipelines") { Marker = "TF_BUILD", Target = "SYSTEM_PULLREQUEST_TARGETBRANCH" },
        new("GitLab") { Marker = "GITLAB_CI", Target = "CI_MERGE_REQUEST_TARGET_BRANCH_NAME" },
        new("Bitbucket Pipelines") { Marker = "BITBUCKET_BUILD_NUMBER", Target = "BITBUCKET_PR_DESTINATION_BRANCH" },
        new("Jenkins") { Marker = "JENKINS_URL", Target = "CHANGE_TARGET" },
        new("Jenkins, GitHub pull request builder") { Marker = "JENKINS_URL", Target = "ghprbTargetBranch" },
        new("Jenkins, GitLab plugin")
        {
            Marker = "JENKINS_URL",
            Target = "gitlabTargetBranch",
            When = ("gitlabActionType", value => value is "MERGE" or "NOTE"),
        },
        new("Buildkite, merge queue") { Marker = "BUILDKITE", Target = "BUILDKITE_MERGE_QUEUE_BASE_BRANCH" },
        new("Buildkite") { Marker = "BUILDKITE", Target = "BUILDKITE_PULL_REQUEST_BASE_BRANCH" },
        new("Travis CI")
        {
            Marker = "TRAVIS",
            Target = "TRAVIS_BRANCH",
            When = ("TRAVIS_EVENT_TYPE", value => value == "pull_request"),
        },
        new("Drone")
        {
            Marker = "DRONE",
            Target = "DRONE_TARGET_BRANCH",
            When = ("DRONE_BUILD_EVENT", value => value == "pull_request"),
        },
        new("Woodpecker")
        {
            Marker = "CI_PIPELINE_EVENT",
            Target = "CI_COMMIT_TARGET_BRANCH",
            When = ("CI_PIPELINE_EVENT", value => value.StartsWith("pull_request", StringComparison.Ordinal)),
        },
        new("AppVeyor")
        {
            Marker = "APPVEYOR",
            Target = "APPVEYOR_REPO_BRANCH",
            When = ("APPVEYOR_PULL_REQUEST_NUMBER", value => value.Length > 0),
        },
        new("AWS CodeBuild") { Marker = "CODEBUILD_BUILD_ID", Target = "CODEBUILD_WEBHOOK_BASE_REF" },
        new("Cirrus CI") { Marker = "CIRRUS_CI", Target = "CIRRUS_BASE_BRANCH" },
        new("Semaphore")
        {
            Marker = "SEMAPHORE",
            Target = "SEMAPHORE_GIT_BRANCH",
            When = ("SEMAPHORE_GIT_REF_TYPE", value => value == "pull-request"),
        },
        new("Codefresh") { Marker = "CF_BUILD_ID", Target = "CF_PULL_REQUEST_TARGET" },
        new("Bamboo") { Marker = "bamboo_buildNumber", Target = "bamboo_repository_pr_targetBranch" },
        new("Bitrise") { Marker = "BITRISE_IO", Target = "BITRISEIO_GIT_BRANCH_DEST" },
        new("Prow")
        {
            Marker = "PROW_JOB_ID",
            Target = "PULL_BASE_REF",
            When = ("PULL_NUMBER", value => value.Length > 0),
        },
        new("TeamCity") { Marker = "TEAMCITY_VERSION" },
        new("CircleCI") { Marker = "CIRCLECI" },
        new("Google Cloud Build, GoCD, others") { Marker = "CI" },
    ];

    /// <summary>Every variable that decides something, each once, sorted.</summary>
    public static IReadOnlyList<string> Variables { get; } =
    [
        .. All.SelectMany(server => new[] { server.Marker, server.Target, server.When?.Variable })
            .OfType<string>()
            .Concat(["GITHUB_EVENT_NAME", "GITHUB_REF"])
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>True on a build server.</summary>
    /// <param name="variable">Value per name, null for none.</param>
    public static bool IsContinuousIntegration(Func<string, string?> variable) =>
        All.Any(server =>
            server.Marker is { } marker
            && variable(marker) is { Length: > 0 } value
            && !value.Equals("false", StringComparison.OrdinalIgnoreCase)
        );
}

/// <summary>One build server.</summary>
/// <param name="Name">For people.</param>
internal sealed record BuildServer(string Name)
{
    /// <summary>The variable that says that this server runs; null where none does.</summary>
    public string? Marker { get; init; }

    /// <summary>The variable that names the branch that a pull request targets; null where the server has none.</summary>
    public string? Target { get; init; }

    /// <summary>
    /// For a variable that names another branch outside of pull requests: which variable says that this is one, and by what value.
    /// </summary>
    public (string Variable, Func<string, bool> Says)? When { get; init; }

    /// <summary>The target's name; null outside of pull requests.</summary>
    /// <param name="variable">Value per name, null for none.</param>
    public string? TargetIn(Func<string, string?> variable) =>
        Target is { } name
        && variable(name) is { Length: > 0 } target
        && (When is not { } when || (variable(when.Variable) is { } value && when.Says(value)))
            ? target
            : null;
}
