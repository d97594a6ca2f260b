using MlGate.Cli.Tests.Worker;

namespace MlGate.Cli.Tests.FirstHour;

/// <summary>Mistakes in the text of the gate file.</summary>
internal static class GateFileMistakes
{
    private const string X = "x: { type: number, min: -10, max: 10 }";

    private const string Auc = "auc: { min: 0.7, max-drop: 0.05 }";

    public static IEnumerable<Mistake> All => [.. Texts, .. Keys, .. Values, .. References];

    private static IEnumerable<Mistake> Texts =>
        [
            Mistake.WholeGate("an empty file", "", "MLG0001", "1:1", "Run 'mlgate init', which overwrites an empty gate file"),
            Mistake.WholeGate("comments alone", "# to do\n", "MLG0001", "1:1", "Run 'mlgate init', which overwrites an empty gate file"),
            Mistake.WholeGate(
                "a list",
                "- version: 1\n- name: a\n",
                "MLG0001",
                "1:1",
                "Write 'version: 1' and 'name: NAME' on separate lines"
            ),
            new(
                "UTF-16",
                repository => File.WriteAllText(repository["mlgate.yml"], GateRepository.Gate, System.Text.Encoding.Unicode),
                "MLG0001",
                "1:1",
                3,
                "Save the file as UTF-8"
            ),
            Mistake.InGate(
                "merge conflict",
                "    rows: { min: 100 }\n",
                "<<<<<<< HEAD\n    rows: { min: 100 }\n=======\n    rows: { min: 200 }\n>>>>>>> other\n",
                "MLG0001",
                "6:1",
                "Resolve the conflict"
            ),
            Mistake.InGate("a tab", "    rows:", "\trows:", "MLG0001", "6:1", "Indent with spaces, not with tabs"),
            Mistake.InGate("a wrong indentation", "    rows:", "   rows:", "MLG0001", "6:4", "Check the indentation"),
            Mistake.InGate(
                "no colon",
                "    test: test",
                "    test test",
                "MLG0001",
                "22:5",
                "Write 'test: test': a colon and a blank must follow a key"
            ),
            Mistake.InGate(
                "no blank after the colon",
                "    test: test",
                "    test:test",
                "MLG0001",
                "22:5",
                "Write 'test: test': a colon and a blank must follow a key"
            ),
            Mistake.InGate(
                "an equals sign",
                "    test: test",
                "    test = test",
                "MLG0001",
                "22:5",
                "Write 'test: test': a colon and a blank must follow a key"
            ),
            Mistake.InGate(
                "an unquoted @",
                "    label: label",
                "    label: @label",
                "MLG0001",
                "23:12",
                "Put the text in quotes: \"@label\""
            ),
            Mistake.InGate(
                "a bracket that stays open",
                "rows: { min: 100 }",
                "rows: { min: 100",
                "MLG0001",
                "6:16",
                "Check the indentation, quotes and brackets"
            ),
            Mistake.InGate("an anchor", "rows: { min: 100 }", "rows: &r { min: 100 }", "MLG0009", "6:11", "Remove it"),
            Mistake.InGate("two documents", "models:\n", "---\nmodels:\n", "MLG0009", "18:1", "Remove the line '---'"),
        ];

    private static IEnumerable<Mistake> Keys =>
        [
            Mistake.InGate("no version", "version: 1\n", "", "MLG0006", "1:1", "Add 'version: 1'"),
            Mistake.InGate("a later version", "version: 1", "version: 2", "MLG0011", "1:10", "Update MlGate"),
            Mistake.InGate("a version in quotes", "version: 1", "version: \"1\"", "MLG0003", "1:10", "Write 'version: 1'"),
            Mistake.InGate("a name with blanks", "name: small", "name: Small Gate", "MLG0004", "2:7", "Write 'small-gate'"),
            Mistake.InGate("a misspelt section", "datasets:", "dataset:", "MLG0002", "3:1", "Did you mean 'datasets'?"),
            Mistake.InGate("a misspelt key", "disjoint-from:", "disjoint_form:", "MLG0002", "12:5", "Did you mean 'disjoint-from'?"),
            Mistake.InGate("a key in upper case", X, "x: { Type: number, min: -10, max: 10 }", "MLG0002", "9:12", "Did you mean 'type'?"),
            Mistake.InGate("a key of another tool", X, "x: { dtype: number }", "MLG0002", "9:12", "Did you mean 'type'?"),
            Mistake.InGate("values instead of in", "in: [DE, FR, BR]", "values: [DE, FR, BR]", "MLG0002", "10:34", "Did you mean 'in'?"),
            Mistake.InGate("a decimal comma in a map", Auc, "auc: { min: 0,7 }", "MLG0002", "28:21", "Write decimals with '.'"),
            Mistake.InGate("no type", X, "x: { min: -10 }", "MLG0006", "9:7", "Add 'type: integer'"),
            Mistake.InGate("no positive value", "    positive: \"Yes\"\n", "", "MLG0006", "21:11", "Add 'positive: \"Yes\"'"),
            Mistake.InGate("no score", "    score: p\n", "", "MLG0006", "20:11", "Add 'score:"),
            Mistake.InGate("a key twice", "recall: { max-drop: 10pt }", Auc, "MLG0005", "29:7", "Remove one of them"),
            Mistake.InGate(
                "two columns of the role id",
                "country: { type: category, in: [DE, FR, BR] }",
                "country: { type: category, role: id }",
                "MLG0004",
                "10:40",
                "Remove one of them"
            ),
            Mistake.InGate("missing as a number", X, "x: { type: number, missing: 1% }", "MLG0003", "9:35", "{ max: 1% }"),
        ];

    private static IEnumerable<Mistake> Values =>
        [
            Mistake.InGate(
                "a task without its kind",
                "binary-classification",
                "classification",
                "MLG0004",
                "21:11",
                "Did you mean 'binary-classification' or 'multiclass-classification'?"
            ),
            Mistake.InGate(
                "half of a task",
                "binary-classification",
                "binary",
                "MLG0004",
                "21:11",
                "Did you mean 'binary-classification'?"
            ),
            Mistake.InGate("a type of Python", X, "x: { type: float }", "MLG0004", "9:18", "Did you mean 'number'?"),
            Mistake.InGate(
                "a type of SQL",
                "country: { type: category, in: [DE, FR, BR] }",
                "country: { type: string }",
                "MLG0004",
                "10:24",
                "Did you mean 'text' or 'category'?"
            ),
            Mistake.InGate("a type in upper case", X, "x: { type: Number }", "MLG0004", "9:18", "Did you mean 'number'?"),
            Mistake.InGate(
                "yes for true",
                "id: { type: text, role: id, unique: true }\n      x",
                "id: { type: text, role: id, unique: yes }\n      x",
                "MLG0003",
                "8:43",
                "Write true"
            ),
            Mistake.InGate("a decimal comma", "name: small", "name: small\nalpha: 0,05", "MLG0003", "3:8", "Write decimals with '.'"),
            Mistake.InGate("alpha in percent", "name: small", "name: small\nalpha: 5", "MLG0004", "3:8", "Write 0.05 for 5 %"),
            Mistake.InGate("alpha with a percent sign", "name: small", "name: small\nalpha: 5%", "MLG0003", "3:8", "Write 0.05 for 5 %"),
            Mistake.InGate("a drop in percent", Auc, "auc: { max-drop: 5% }", "MLG0008", "28:24", "Write 5pt for percentage points"),
            Mistake.InGate("a negative drop", Auc, "auc: { max-drop: -0.05 }", "MLG0004", "28:24", "Remove the minus sign"),
            Mistake.InGate(
                "a drop where less is better",
                "recall: { max-drop: 10pt }",
                "log-loss: { max-drop: 0.1 }",
                "MLG0004",
                "29:19",
                "Write 'max-rise: 0.1'"
            ),
            Mistake.InGate("a threshold in percent", "score: p", "score: p\n    threshold: 50", "MLG0004", "27:16", "Did you mean 50%?"),
            Mistake.InGate("min above max", "min: -10, max: 10", "min: 10, max: -10", "MLG0004", "9:40", "Swap them"),
            Mistake.InGate("a range of a category", "in: [DE, FR, BR]", "min: 1", "MLG0004", "10:34", "Use 'length'"),
            Mistake.InGate("a date as a number", X, "x: { type: date, min: 2020 }", "MLG0004", "9:24", "Use after and before"),
            Mistake.InGate(
                "a metric of another task",
                "recall: { max-drop: 10pt }",
                "rmse: { max-rise: 1 }",
                "MLG0004",
                "29:7",
                "Name a metric of the task"
            ),
            Mistake.InGate("a metric of another tool", "auc: {", "roc_auc: {", "MLG0002", "28:7", "Did you mean 'auc'?"),
            Mistake.InGate("a misspelt metric", "recall: {", "recal: {", "MLG0002", "29:7", "Did you mean 'recall'?"),
            Mistake.InGate(
                "a severity of another tool",
                Auc,
                "auc: { min: 0.7, severity: critical }",
                "MLG0004",
                "28:34",
                "Did you mean 'error'?"
            ),
            Mistake.InGate("a path with backslashes", "data/train.csv", "data\\train.csv", "MLG0004", "5:11", "Write 'data/train.csv'"),
            Mistake.InGate("an absolute path", "data/train.csv", "/data/train.csv", "MLG3001", "5:11", "relative to the gate file", 5),
            Mistake.InGate(
                "a drive of Windows",
                "data/train.csv",
                "C:\\data\\train.csv",
                "MLG3001",
                "5:11",
                "relative to the gate file",
                5
            ),
            Mistake.InGate("a path out of the repository", "data/train.csv", "../train.csv", "MLG3001", "5:11", "inside the repository", 5),
            Mistake.InGate(
                "a folder of models",
                "path: models/m.csv",
                "path: models",
                "MLG0004",
                "25:5",
                "Use the file of predictions in 'path'"
            ),
        ];

    private static IEnumerable<Mistake> References =>
        [
            Mistake.InGate(
                "a test set that is not declared",
                "    test: test\n",
                "    test: tset\n",
                "MLG0007",
                "22:11",
                "Did you mean 'test'?"
            ),
            Mistake.InGate(
                "a leak into nothing",
                "disjoint-from: [test]",
                "disjoint-from: [tests]",
                "MLG0007",
                "12:21",
                "Did you mean 'test'?"
            ),
            Mistake.InGate("a misspelt label", "    label: label\n", "    label: labl\n", "MLG0007", "23:12", "Did you mean 'label'?"),
            Mistake.InGate(
                "a positive value in another case",
                "positive: \"Yes\"",
                "positive: \"yes\"",
                "MLG0007",
                "24:15",
                "Did you mean 'Yes'?"
            ),
            Mistake.InGate(
                "a positive value that is none",
                "positive: \"Yes\"",
                "positive: \"1\"",
                "MLG0007",
                "24:15",
                "one of the label's values Yes, No"
            ),
            Mistake.InGate(
                "a primary metric without limits",
                "score: p\n",
                "score: p\n    primary: f1\n",
                "MLG0007",
                "27:14",
                "one of auc, recall"
            ),
            Mistake.InGate(
                "training on the test set",
                "score: p\n",
                "score: p\n    train: { command: ./train.sh, reads: [datasets.test] }\n",
                "MLG0004",
                "27:43",
                "remove the test set from 'reads'"
            ),
            Mistake.InGate(
                "a policy that is not there",
                "name: small",
                "name: small\nextends: ../policy.yml",
                "MLG3001",
                "3:10",
                "inside the repository",
                5
            ),
        ];
}
