using MlGate.Testing;

namespace MlGate.Training.Tests;

public sealed class PackageVersionsTests : IDisposable
{
    private const string Lock = """
        { "version": 1, "dependencies": { "net10.0": {
          "A": { "type": "Direct", "resolved": "1.0.0" }, "Own": { "type": "Project" } } } }
        """;
    private const string Assets = """
        { "version": 3, "libraries": {
          "B/2.0.0": { "type": "package" }, "A/1.1.0": { "type": "package" }, "Own/1.0.0": { "type": "project" } } }
        """;

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_lock_file_wins_over_the_assets_of_its_project()
    {
        folder.Write("Trainer/packages.lock.json", Lock);
        folder.Write("Trainer/obj/project.assets.json", Assets);

        Assert.Equal(["A 1.0.0"], Read("Trainer/"));
    }

    [Fact]
    public void Projects_without_a_lock_file_give_their_assets_and_versions_are_joined()
    {
        folder.Write("Trainer/packages.lock.json", Lock);
        folder.Write("Library/obj/project.assets.json", Assets);

        Assert.Equal(["A 1.0.0, 1.1.0", "B 2.0.0"], Read("Trainer/", "Library"));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{ "dependencies": 3 }""")]
    [InlineData("")]
    public void A_file_that_is_not_what_it_claims_to_be_is_left_out(string text)
    {
        folder.Write("Trainer/packages.lock.json", text);

        Assert.Empty(Read("Trainer/"));
    }

    [Fact]
    public void Paths_that_are_files_or_nothing_have_no_packages()
    {
        folder.Write("train.py", "train()");

        Assert.Empty(Read("train.py", "nowhere"));
    }

    private IEnumerable<string> Read(params string[] code) =>
        PackageVersions.Read(folder.Path, code).Select(pair => $"{pair.Key} {pair.Value}");
}
