namespace MlGate.Cli.Tests.FirstHour;

/// <summary>Mistakes on the command line.</summary>
internal static class CommandMistakes
{
    public static IEnumerable<Mistake> All =>
        [
            Mistake.OnCommandLine("a misspelt verb", "MLG0020", 3, "did you mean 'check'?", "chek"),
            Mistake.OnCommandLine("a misspelt option", "MLG0020", 3, "did you mean '--baseline'?", "check", "--basline", "main"),
            Mistake.OnCommandLine("a misspelt gate file", "MLG0012", 3, "Did you mean 'mlgate.yml'?", "check", "mlgat.yml"),
            Mistake.OnCommandLine("a folder in place of the gate file", "MLG0012", 3, "Use the gate file in it: mlgate.yml", "check", "."),
            Mistake.OnCommandLine(
                "a folder without a gate file",
                "MLG0012",
                3,
                "mlgate init writes one for a folder with data",
                "check",
                "data"
            ),
            Mistake.OnCommandLine("init where there is a gate", "MLG0020", 3, "--force", "init"),
            Mistake.OnCommandLine("init of a file", "MLG0020", 3, "its folder", "init", "data/train.csv"),
            Mistake.OnCommandLine("init of a folder that is not there", "MLG7001", 7, "a folder with data", "init", "dta"),
            Mistake.OnCommandLine(
                "a label that the data does not have",
                "MLG0020",
                3,
                "Did you mean 'label'?",
                "init",
                "--force",
                "--label",
                "labl"
            ),
            Mistake.OnCommandLine("a format that is none", "MLG0020", 3, "json", "check", "--format", "jsn"),
            new(
                "a gate file that is a folder",
                repository =>
                {
                    File.Delete(repository["mlgate.yml"]);
                    Directory.CreateDirectory(repository["mlgate.yml"]);
                },
                "MLG0012",
                "",
                3,
                "Rename the folder"
            )
            {
                Command = ["check"],
            },
            new(
                "init without data",
                repository =>
                {
                    Directory.Delete(repository["data"], recursive: true);
                    Directory.Delete(repository["models"], recursive: true);
                },
                "MLG7001",
                "",
                7,
                "Run mlgate init where the data is"
            )
            {
                Command = ["init", "--force"],
            },
            new("a misspelt baseline", _ => { }, "MLG1034", "", 3, "Did you mean 'main'?")
            {
                Command = ["check", "--no-progress", "--baseline", "mian"],
                NeedsGit = true,
            },
            new(
                "a misspelt baseline in the gate file",
                repository => repository.Replace("mlgate.yml", "name: small", "name: small\nbaseline: mian"),
                "MLG1034",
                "3:11",
                3,
                "Did you mean 'main'?"
            )
            {
                NeedsGit = true,
            },
        ];
}
