using System.Runtime.CompilerServices;
using MlGate.Git.Repositories;

namespace MlGate.Git.Tests;

/// <summary>How build servers say which branch a pull request targets.</summary>
public sealed class BuildServerTests
{
    [Theory]
    [InlineData("main", "MLGATE_TARGET=main")]
    [InlineData("main", "MLGATE_TARGET=main GITHUB_BASE_REF=other")]
    [InlineData("main", "GITHUB_BASE_REF=main")]
    [InlineData(null, "GITHUB_BASE_REF=")]
    [InlineData("release/1", "SYSTEM_PULLREQUEST_TARGETBRANCH=refs/heads/release/1")]
    [InlineData("main", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME=main")]
    [InlineData("main", "BITBUCKET_PR_DESTINATION_BRANCH=main")]
    [InlineData("main", "CHANGE_TARGET=main")]
    [InlineData("main", "ghprbTargetBranch=main")]
    [InlineData("main", "gitlabTargetBranch=main gitlabActionType=MERGE")]
    [InlineData(null, "gitlabTargetBranch=main gitlabActionType=PUSH")]
    [InlineData("main", "BUILDKITE_PULL_REQUEST_BASE_BRANCH=main")]
    [InlineData("main", "BUILDKITE_MERGE_QUEUE_BASE_BRANCH=main BUILDKITE_PULL_REQUEST_BASE_BRANCH=")]
    [InlineData("main", "TRAVIS_BRANCH=main TRAVIS_EVENT_TYPE=pull_request")]
    [InlineData(null, "TRAVIS_BRANCH=main TRAVIS_EVENT_TYPE=push")]
    [InlineData("main", "DRONE_TARGET_BRANCH=main DRONE_BUILD_EVENT=pull_request")]
    [InlineData(null, "DRONE_TARGET_BRANCH=main DRONE_BUILD_EVENT=push")]
    [InlineData("main", "CI_COMMIT_TARGET_BRANCH=main CI_PIPELINE_EVENT=pull_request")]
    [InlineData(null, "CI_COMMIT_TARGET_BRANCH=main CI_PIPELINE_EVENT=push")]
    [InlineData("main", "APPVEYOR_REPO_BRANCH=main APPVEYOR_PULL_REQUEST_NUMBER=7")]
    [InlineData(null, "APPVEYOR_REPO_BRANCH=main")]
    [InlineData("main", "CODEBUILD_WEBHOOK_BASE_REF=refs/heads/main")]
    [InlineData("main", "CIRRUS_BASE_BRANCH=main")]
    [InlineData("main", "SEMAPHORE_GIT_BRANCH=main SEMAPHORE_GIT_REF_TYPE=pull-request")]
    [InlineData(null, "SEMAPHORE_GIT_BRANCH=main SEMAPHORE_GIT_REF_TYPE=branch")]
    [InlineData("main", "CF_PULL_REQUEST_TARGET=main")]
    [InlineData("main", "bamboo_repository_pr_targetBranch=main")]
    [InlineData("main", "BITRISEIO_GIT_BRANCH_DEST=main")]
    [InlineData("main", "PULL_BASE_REF=main PULL_NUMBER=3")]
    [InlineData(null, "PULL_BASE_REF=main")]
    [InlineData("main", "GITHUB_EVENT_NAME=merge_group GITHUB_REF=refs/heads/gh-readonly-queue/main/pr-7-abc")]
    [InlineData(null, "OTHER=main")]
    public void The_target_is_read(string? expected, string environment) =>
        Assert.Equal(expected, GitSettings.From("/x", Of(environment)).Target);

    [Theory]
    [InlineData("JENKINS_URL=http://x", true)]
    [InlineData("TEAMCITY_VERSION=2026.1", true)]
    [InlineData("CODEBUILD_BUILD_ID=1", true)]
    [InlineData("GITLAB_CI=true", true)]
    [InlineData("CI=true", true)]
    [InlineData("CI=false", false)]
    [InlineData("CI=", false)]
    [InlineData("MLGATE_TARGET=main", false)]
    public void A_build_server_is_known_by_its_own_variable(string environment, bool expected) =>
        Assert.Equal(expected, BuildServers.IsContinuousIntegration(Of(environment)));

    [Fact]
    public void Every_variable_is_in_the_documentation()
    {
        var text = File.ReadAllText(Path.Combine(Root(), "docs", "ci.md"));

        Assert.All(BuildServers.Variables, variable => Assert.Contains($"`{variable}`", text, StringComparison.Ordinal));
        Assert.All(BuildServers.All, server => Assert.Contains(server.Name, text, StringComparison.Ordinal));
    }

    private static Func<string, string?> Of(string environment)
    {
        var values = environment
            .Split(' ')
            .Select(pair => pair.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        return values.GetValueOrDefault;
    }

    private static string Root([CallerFilePath] string file = "")
    {
        var folder = Path.GetDirectoryName(file)!;
        while (!File.Exists(Path.Combine(folder, "MlGate.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
