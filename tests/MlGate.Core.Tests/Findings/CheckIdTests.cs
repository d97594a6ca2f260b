using MlGate.Findings;

namespace MlGate.Core.Tests.Findings;

public sealed class CheckIdTests
{
    [Theory]
    [InlineData("a b", "datasets.train.columns.\"a b\"")]
    [InlineData("a.b", "datasets.train.columns.\"a.b\"")]
    [InlineData("a\"b\\c", "datasets.train.columns.\"a\\\"b\\\\c\"")]
    [InlineData("", "datasets.train.columns.\"\"")]
    [InlineData("[0]", "datasets.train.columns.\"[0]\"")]
    [InlineData("naïve-1_x", "datasets.train.columns.naïve-1_x")]
    [InlineData("a\nb", "datasets.train.columns.\"a\\u{a}b\"")]
    public void A_name_of_the_data_is_one_step_and_comes_back_whole(string name, string text)
    {
        var id = GateSection.Datasets.Subject("train").Child("columns").Child(name);

        Assert.Equal(text, id.Text);
        Assert.Equal(["datasets", "train", "columns", name], CheckId.Parse(text).Steps);
    }

    [Fact]
    public void Two_long_names_that_begin_alike_have_two_ids()
    {
        var parent = CheckId.Root("x");

        Assert.NotEqual(parent.Child(new string('a', 256) + "."), parent.Child(new string('a', 255) + "b."));
        Assert.NotEqual(parent.Child(new string('a', 9_000) + "."), parent.Child(new string('a', 9_000) + "b."));
        Assert.NotEqual(parent.Child(new string('\u0001', 300)), parent.Child(new string('\u0001', 299) + "\u0002"));
        Assert.True(parent.Child(new string('a', 100_000)).Text.Length < 600);
    }

    [Fact]
    public void An_id_says_its_section_subject_and_segment()
    {
        var id = CheckId.Parse("models.\"churn.v2\".segments.\"contract=Two year\".recall.min");

        Assert.Equal(GateSection.Models, id.Section);
        Assert.Equal(("churn.v2", "models.\"churn.v2\""), (id.Name, id.Subject!.Text));
        Assert.Equal("contract=Two year", id.Segment);
        Assert.Equal(["segments", "contract=Two year", "recall", "min"], id.Path);
    }

    [Theory]
    [InlineData("baseline")]
    [InlineData("policy.datasets.test")]
    [InlineData("models")]
    public void An_id_of_the_run_has_no_section(string text)
    {
        var id = CheckId.Parse(text);

        Assert.Null(id.Section);
        Assert.Null(id.Subject);
        Assert.Null(id.Segment);
    }

    [Theory]
    [InlineData("models.a.metrics", "models.a", true)]
    [InlineData("models.a", "models.a", true)]
    [InlineData("models.a.unique[id]", "models.a.unique", true)]
    [InlineData("models.ab.metrics", "models.a", false)]
    [InlineData("models", "models.a", false)]
    public void An_id_stands_in_another_step_by_step(string inner, string outer, bool isIn) =>
        Assert.Equal(isIn, CheckId.Parse(inner).IsIn(outer));

    [Fact]
    public void A_list_and_an_index_belong_to_their_step()
    {
        var unique = CheckId.Root("x").Child("unique");

        Assert.Equal("x.unique[id,\"a.b\"]", unique.WithList(["id", "a.b"]).Text);
        Assert.Equal(["x", "unique[id,a.b]"], unique.WithList(["id", "a.b"]).Steps);
        Assert.Equal(["x", "unique[3]"], unique.At(3).Steps);
    }

    [Fact]
    public void Any_text_is_an_id_and_nothing_of_it_throws()
    {
        foreach (var text in (string[])["", ".", "\"", "a.\"", "\\", "a[", "a]]", "a.\"\\u{zz}\"", "a.\"\\u{d800}\"", "\u202e"])
        {
            var id = CheckId.Parse(text);

            Assert.True(id.Steps.Count > 0);
            Assert.Null(id.Section);
            Assert.Equal(text, id.ToString());
        }
    }
}
