using MlGate.Cli.Tests.Worker;

namespace MlGate.Cli.Tests.FirstHour;

/// <summary>Mistakes in files beside the gate file, and in what it says of them.</summary>
internal static class DataMistakes
{
    public static IEnumerable<Mistake> All =>
        [
            Mistake.InGate("a misspelt file", "data/train.csv", "data/trian.csv", "MLG7001", "4:3", "Did you mean 'data/train.csv'?", 7),
            Mistake.InGate(
                "a misspelt folder",
                "path: models/m.csv",
                "path: model/m.csv",
                "MLG7001",
                "19:3",
                "Did you mean 'models/m.csv'?",
                7
            ),
            Mistake.InGate(
                "a file in another case",
                "data/train.csv",
                "data/Train.csv",
                "MLG7001",
                "4:3",
                "Did you mean 'data/train.csv'?",
                7
            ),
            Mistake.InGate("a misspelt column", "      country: {", "      contry: {", "MLG2002", "10:7", "Did you mean 'country'?", 1),
            Mistake.InGate(
                "a column in another case",
                "      country: {",
                "      Country: {",
                "MLG2002",
                "10:7",
                "'country' exists (case and spaces matter)",
                1
            ),
            Mistake.InGate("a misspelt key of the predictions", "key: id\n", "key: idd\n", "MLG4005", "25:10", "Did you mean 'id'?", 1),
            Mistake.InGate("a misspelt score", "score: p\n", "score: pp\n", "MLG4005", "26:12", "expected one of id, p", 1),
            Mistake.InGate(
                "the training data as the test set",
                "    test: test\n",
                "    test: train\n",
                "MLG4007",
                "19:3",
                "Write the predictions again for this test set",
                1
            ),
            Mistake.InGate("one file as training and test set", "path: data/test.csv", "path: data/train.csv", "MLG2201", "12:21", "", 1),
            new(
                "blanks around the names of columns",
                repository =>
                    Rewrite(repository, text => text.Replace("id,x,country,label", "id, x, country, label", StringComparison.Ordinal)),
                "MLG2002",
                "9:7",
                1,
                "case and spaces matter"
            ),
            new(
                "semicolons in the CSV file",
                repository => Rewrite(repository, text => text.Replace(',', ';')),
                "MLG2001",
                "1:0",
                1,
                "Write the file with commas"
            ),
            new(
                "decimal commas in the CSV file",
                repository => Rewrite(repository, text => string.Join('\n', text.Split('\n').Select(WithDecimalComma))),
                "MLG2010",
                "9:12",
                1,
                "look like decimal commas"
            ),
            new(
                "a header without rows",
                repository => repository.Write("data/train.csv", "id,x,country,label\n"),
                "MLG2007",
                "0:0",
                1,
                "Write the data again, or check the path"
            ),
            new(
                "no header",
                repository => Rewrite(repository, text => text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..]),
                "MLG2002",
                "8:7",
                1,
                "Add the column to the data"
            ),
            new(
                "a label in another case",
                repository => Rewrite(repository, text => text.Replace("Yes", "yes", StringComparison.Ordinal), "data/test.csv"),
                "MLG2013",
                "17:32",
                1,
                "add the new values"
            ),
            new(
                "predictions of other rows",
                repository =>
                    repository.Write("models/m.csv", GateRepository.Scores(600, 2, 0.8).Replace("\ne", "\nz", StringComparison.Ordinal)),
                "MLG4007",
                "19:3",
                1,
                "Write the predictions again for this test set"
            ),
            new(
                "percentages as probabilities",
                repository => repository.Write("models/m.csv", Percent(GateRepository.Scores(600, 2, 0.8))),
                "MLG4002",
                "19:3",
                1,
                "Divide percentages by 100"
            ),
            new(
                "an archive that is no model",
                repository =>
                {
                    repository.Write("models/m.zip", "PK");
                    repository.Replace("mlgate.yml", "path: models/m.csv", "path: models/m.zip");
                    repository.Replace("mlgate.yml", "    key: id\n    score: p\n", "");
                },
                "MLG3014",
                "19:3",
                5,
                "Use the path of the ML.NET model"
            ),
            new(
                "a spreadsheet",
                repository =>
                {
                    repository.Write("data/train.xlsx", "PK");
                    repository.Replace("mlgate.yml", "data/train.csv", "data/train.xlsx");
                },
                "MLG2001",
                "0:0",
                1,
                "a file whose name ends in csv"
            ),
        ];

    private static string WithDecimalComma(string line) =>
        line.Split(',') is [var id, var x, .. var rest] && x.Contains('.', StringComparison.Ordinal)
            ? $"{id},\"{x.Replace('.', ',')}\",{string.Join(',', rest)}"
            : line;

    private static string Percent(string scores) =>
        string.Join(
            '\n',
            scores.TrimEnd('\n').Split('\n').Select((line, at) => at == 0 ? line : line.Replace(",0.", ",", StringComparison.Ordinal)[..^4])
        ) + "\n";

    private static void Rewrite(GateRepository repository, Func<string, string> change, string file = "data/train.csv") =>
        repository.Write(file, change(File.ReadAllText(repository[file])));
}
