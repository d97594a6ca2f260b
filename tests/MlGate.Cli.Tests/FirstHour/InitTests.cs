using System.Globalization;
using System.Text;
using MlGate.Cli.Tests.Worker;
using MlGate.Testing;

namespace MlGate.Cli.Tests.FirstHour;

/// <summary>What <c>init</c> writes for folders as they are found.</summary>
public sealed class InitTests
{
    [Fact]
    public void The_label_of_a_model_is_the_column_that_it_was_not_given()
    {
        // Arrange: the sample's model, whose label has a name that nobody can guess.
        using var folder = new TempFolder();
        foreach (var name in new[] { "train.csv", "test.csv" })
        {
            var text = File.ReadAllText(Path.Combine(GateRepository.Sample, "data", name));
            folder.Write("data/" + name, text.Replace("churn,", "gone_after_a_year,", StringComparison.Ordinal));
        }

        Directory.CreateDirectory(folder["models"]);
        File.Copy(Path.Combine(GateRepository.Sample, "models", "churn.zip"), folder["models/churn.zip"]);

        // Act
        var answer = GateRepository.RunIn(folder.Path, null, "init");

        // Assert
        Assert.True(answer.Exit == 0, answer.ToString());
        var gate = File.ReadAllText(folder["mlgate.yml"]);
        Assert.Contains(
            "\n    task: binary-classification\n    test: test\n    label: gone_after_a_year\n    positive: \"Yes\"\n",
            gate,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "gone_after_a_year: { type: category, in: [\"No\", \"Yes\"], missing: { max: 0% }, role: label }",
            gate,
            StringComparison.Ordinal
        );
        Assert.Contains("      auc: { min: 0.", gate, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_whose_label_is_not_known_is_a_comment_and_a_warning_until_somebody_names_it()
    {
        using var folder = Regression("id,p");

        var first = GateRepository.RunIn(folder.Path, null, "init");
        var commented = File.ReadAllText(folder["mlgate.yml"]);
        var named = GateRepository.RunIn(folder.Path, null, "init", "--force", "--label", "price_in_dollars");

        Assert.True(first.Exit == 0, first.ToString());
        Assert.Contains("warning MLG0046: predictions/p.csv: unknown label column", first.Errors, StringComparison.Ordinal);
        Assert.Contains("\n#models:\n#  # Not gated: unknown label column.", commented, StringComparison.Ordinal);
        Assert.Contains("\n#    label: COLUMN\n", commented, StringComparison.Ordinal);
        Assert.True(named.Exit == 0, named.ToString());
        Assert.Contains(
            "\nmodels:\n  p:\n    path: predictions/p.csv\n    task: regression\n    test: test\n    label: price_in_dollars\n    "
                + "key: id\n    score: p\n",
            File.ReadAllText(folder["mlgate.yml"]),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("id,predicted_price_in_dollars")]
    [InlineData("id,rooms,area,p")]
    public void The_label_of_predictions_is_what_they_are_named_after_or_leave_out(string header)
    {
        using var folder = Regression(header);

        var answer = GateRepository.RunIn(folder.Path, null, "init");

        Assert.True(answer.Exit == 0, answer.ToString());
        Assert.Contains(
            "\n    task: regression\n    test: test\n    label: price_in_dollars\n",
            File.ReadAllText(folder["mlgate.yml"]),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Line_ends_of_artifacts_are_kept_and_other_attributes_too()
    {
        using var repository = new GateRepository(git: false);
        repository.Write(".gitattributes", "*.md text\n/data/test.csv -text");
        repository.Write("data/a file.csv", "a\n1\n2\n");

        var first = repository.Run("init", "--force");
        var text = File.ReadAllText(repository[".gitattributes"]);
        repository.Must("init", "--force");

        Assert.True(first.Exit == 0, first.ToString());
        Assert.Equal("*.md text\n/data/test.csv -text\n\"/data/a file.csv\" -text\n/data/train.csv -text\n/models/m.csv -text\n", text);
        Assert.Equal(text, File.ReadAllText(repository[".gitattributes"]));
    }

    [Fact]
    public void A_link_in_the_place_of_the_attributes_is_left_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there.");
        using var repository = new GateRepository(git: false);
        repository.Write("other.txt", "mine\n");
        File.CreateSymbolicLink(repository[".gitattributes"], "other.txt");

        var answer = repository.Run("init", "--force");

        Assert.Contains(".gitattributes is not a regular file", answer.Errors, StringComparison.Ordinal);
        Assert.Equal("mine\n", File.ReadAllText(repository["other.txt"]));
    }

    [Theory]
    [InlineData("data/live.csv", 0)]
    [InlineData("models/m.zip", 0)]
    [InlineData("mlgate.yml", 3)]
    public void A_pipe_in_the_place_of_a_file_is_not_opened(string name, int exit)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no pipes with names of files.");
        using var repository = new GateRepository(git: false);
        File.Delete(repository[name]);
        System.Diagnostics.Process.Start("mkfifo", [repository[name]])!.WaitForExit();

        var answer = repository.Run("init", "--force");

        Assert.True(answer.Exit == exit, answer.ToString());
    }

    [Fact]
    public void Lists_and_objects_are_left_out_and_named()
    {
        using var folder = new TempFolder();
        folder.Write(
            "d.jsonl",
            string.Concat(
                Enumerable
                    .Range(1, 40)
                    .Select(row => $"{{\"id\":{row},\"tags\":[\"a\",\"b{row % 3}\"],\"geo\":{{\"lat\":1.{row}}},\"x\":{row % 7}}}\n")
            )
        );

        var answer = GateRepository.RunIn(folder.Path, null, "init");

        Assert.True(answer.Exit == 0, answer.ToString());
        var gate = File.ReadAllText(folder["mlgate.yml"]);
        Assert.Contains(
            "      # tags: omitted: lists and objects are not checked\n      # geo: omitted: lists and objects are not checked\n",
            gate,
            StringComparison.Ordinal
        );
        Assert.Contains("    other-columns: allow\n", gate, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_columns_that_look_like_ids_make_a_gate_that_passes()
    {
        using var folder = new TempFolder();
        folder.Write(
            "d.csv",
            "order_id,customer_id,vendor_id,zip,amount\n"
                + string.Concat(Enumerable.Range(1, 60).Select(row => $"{row},{9000 - row},{1 + (row % 2)},{row:00000},{row % 9}.5\n"))
        );

        var answer = GateRepository.RunIn(folder.Path, null, "init");

        Assert.True(answer.Exit == 0, answer.ToString());
        var gate = File.ReadAllText(folder["mlgate.yml"]);
        Assert.Contains("      order_id: { type: integer, missing: { max: 0% }, unique: true, role: id }", gate, StringComparison.Ordinal);
        Assert.Contains("role: ignore }", gate, StringComparison.Ordinal);
        Assert.DoesNotContain("role: group", gate, StringComparison.Ordinal);
        Assert.Contains("      zip: { type: text,", gate, StringComparison.Ordinal);
    }

    // Prices that follow rooms and area, and predictions of them.
    private static TempFolder Regression(string header)
    {
        var folder = new TempFolder();
        var random = new Random(5);
        var (test, predictions) = (new StringBuilder("id,rooms,area,price_in_dollars\n"), new StringBuilder(header).Append('\n'));
        for (var row = 1; row <= 300; row++)
        {
            var (rooms, area) = (random.Next(1, 8), Math.Round(20 + (180 * random.NextDouble()), 1));
            var price = (1000 * area) + (5000 * rooms) + random.Next(20_000);
            var predicted = (1000 * area) + (5000 * rooms) + 10_000;
            test.Append(CultureInfo.InvariantCulture, $"r{row},{rooms},{area},{price}.5\n");
            predictions
                .Append(CultureInfo.InvariantCulture, $"r{row},")
                .Append(
                    header.Contains("rooms", StringComparison.Ordinal)
                        ? string.Create(CultureInfo.InvariantCulture, $"{rooms},{area},")
                        : ""
                )
                .Append(CultureInfo.InvariantCulture, $"{predicted}.25\n");
        }

        folder.Write("test.csv", test.ToString());
        folder.Write("predictions/p.csv", predictions.ToString());
        return folder;
    }
}
