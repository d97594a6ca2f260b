using MlGate.Cli.Tests.Worker;

namespace MlGate.Cli.Tests.FirstHour;

/// <summary>Every typical mistake of the first hour is named by its code, at its place, with the right exit code and a way out.</summary>
public sealed class MistakeTests
{
    private const int Fewest = 65;

    private static readonly Dictionary<string, Mistake> Mistakes = GateFileMistakes
        .All.Concat(DataMistakes.All)
        .Concat(CommandMistakes.All)
        .ToDictionary(mistake => mistake.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Mistakes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mistake_is_told_with_its_place_and_a_way_out(string name)
    {
        // Arrange
        var mistake = Mistakes[name];
        using var repository = new GateRepository(git: mistake.NeedsGit);
        mistake.Make(repository);

        // Act
        var answer = mistake.Command.Count > 0 ? repository.Run([.. mistake.Command]) : repository.Check();

        // Assert
        Assert.True(answer.Exit == mistake.Exit, answer.ToString());
        if (answer.Diagnostics is { } diagnostics)
        {
            var told = diagnostics.Where(diagnostic => diagnostic.Severity == "error").ToList();
            Assert.True(
                told.Count > 0
                    && told.Any(diagnostic =>
                        diagnostic.Code == mistake.Code
                        && $"{diagnostic.Line}:{diagnostic.Column}" == mistake.Place
                        && diagnostic.Message.Contains(mistake.WayOut, StringComparison.Ordinal)
                    ),
                $"{mistake}\n{answer}"
            );
        }
        else
        {
            Assert.Contains(mistake.Code, answer.ToString(), StringComparison.Ordinal);
            Assert.Contains(mistake.WayOut, answer.ToString(), StringComparison.Ordinal);
            Assert.DoesNotMatch(mistake.Code + ".*mlgate\\.yml[:(][0-9]|mlgate\\.yml[:(][0-9].*" + mistake.Code, answer.ToString());
        }
    }

    [Fact]
    public void The_table_holds_the_typical_mistakes() => Assert.True(Mistakes.Count >= Fewest, $"{Mistakes.Count}");

    [Fact]
    public void One_missing_column_is_one_finding()
    {
        using var repository = new GateRepository(git: false);
        repository.Replace(
            "mlgate.yml",
            "      x: { type: number, min: -10, max: 10 }",
            "      xx: { type: number, min: -10, max: 10, missing: { max: 0% } }"
        );

        var answer = repository.Check();

        Assert.Equal(1, answer.Exit);
        Assert.Equal(
            ["MLG2002"],
            answer.Diagnostics!.Where(diagnostic => diagnostic.Severity == "error").Select(diagnostic => diagnostic.Code)
        );
        Assert.DoesNotContain("columns.xx.min", answer.Report!, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_gate_file_is_filled_by_init()
    {
        using var repository = new GateRepository(git: false);
        repository.Write("mlgate.yml", "# to do\n\n");

        var answer = repository.Run("init");

        Assert.True(answer.Exit == 0, answer.ToString());
        Assert.Contains("datasets:", File.ReadAllText(repository["mlgate.yml"]), StringComparison.Ordinal);
    }
}
