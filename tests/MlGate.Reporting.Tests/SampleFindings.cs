using MlGate.Findings;

namespace MlGate.Reporting.Tests;

/// <summary>What the checks of the churn sample's data, locks and gate file found.</summary>
internal static class SampleFindings
{
    public static Finding Drifted() =>
        new()
        {
            Code = Diagnostics.ColumnDrifted.Code,
            Id = "datasets.train.drift.columns.monthly_charges",
            Subject = "datasets.train",
            Outcome = Outcome.Failed,
            Severity = Severity.Warn,
            Expected = "a population stability index of at most 0.2 above its null mean",
            Found = "monthly_charges drifted",
            Fix = "Look at the rows that are new; if the shift is real, accept it with a waiver",
            Place = new FilePlace("mlgate.yml", 29, 49),
            Evidence = new Evidence
            {
                Measure = "psi",
                Candidate = 0.2713,
                Limit = new Limit(LimitKinds.Drift, 0.2),
                Rows = 4_930,
            },
        };

    public static IReadOnlyList<Finding> Data() =>
        [
            Passed(
                Diagnostics.RowCount,
                "datasets.train.rows.min",
                "at least 4,000 rows",
                "4,930 rows",
                16,
                new Evidence
                {
                    Measure = "rows",
                    Candidate = 4_930,
                    Baseline = 4_812,
                    Limit = new Limit(LimitKinds.Min, 4_000),
                }
            ),
            Passed(
                Diagnostics.MissingTooMany,
                "datasets.train.columns.total_charges.missing",
                "at most 1 % missing",
                "0.22 % missing",
                21,
                new Evidence
                {
                    Measure = "missing",
                    Candidate = 0.0022,
                    Limit = new Limit(LimitKinds.Max, 0.01),
                    Rows = 4_930,
                }
            ),
            Passed(Diagnostics.OutsideDomain, "datasets.train.columns.contract.in", "one of 3 values", "every value is one", 19, null),
            Passed(Diagnostics.RowsShared, "datasets.train.disjoint-from", "no row that is also in datasets.test", "no such row", 30, null),
            Passed(Diagnostics.FrozenChanged, "datasets.test.frozen", "the bytes of the baseline", "the same bytes", 33, null),
        ];

    public static Finding Passed(Diagnostic code, string id, string expected, string found, int line, Evidence? evidence) =>
        new()
        {
            Code = code.Code,
            Id = id,
            Subject = string.Join('.', id.Split('.').Take(2)),
            Outcome = Outcome.Passed,
            Expected = expected,
            Found = found,
            Place = new FilePlace("mlgate.yml", line, 7),
            Evidence = evidence,
        };

    public static Finding PolicyChanged() =>
        new()
        {
            Code = Diagnostics.PolicyChanged.Code,
            Id = "policy",
            Subject = "churn",
            Outcome = Outcome.Failed,
            Severity = Severity.Warn,
            Expected = "an unchanged gate",
            Found = "the pull request changes mlgate.yml; checked with the gate of merge base with origin/main",
            Fix = "Have the change of the gate reviewed: it applies from the next pull request",
            Place = new FilePlace("mlgate.yml", 4, 1),
        };

    public static Finding TestSetChanged() =>
        PolicyChanged() with
        {
            Code = Diagnostics.TestSetChanged.Code,
            Id = "policy.datasets.test",
            Subject = "datasets.test",
            Expected = "an unchanged test set",
            Found =
                "the pull request changes it (sha256 3427f19c3427 → d427f19cd427); the models are evaluated on that of merge base "
                + "with origin/main",
            Fix = "Have the change of the test set reviewed: it applies from the next pull request",
        };

    public static Finding WaiverStale() =>
        new()
        {
            Code = Diagnostics.WaiverStale.Code,
            Id = "waivers.models.churn.metrics.auc.min",
            Subject = ".mlgate/waivers/models.churn.metrics.auc.min.4d3c2b1a.json",
            Outcome = Outcome.Failed,
            Severity = Severity.Info,
            Expected = "a failing check",
            Found = "the check passes without it",
            Fix = "Delete the file",
            Place = new FilePlace(".mlgate/waivers/models.churn.metrics.auc.min.4d3c2b1a.json", 0, 0),
        };

    public static Finding Missing() =>
        new()
        {
            Code = Diagnostics.MissingTooMany.Code,
            Id = "datasets.train.columns.total_charges.missing.max",
            Subject = "datasets.train, column 'total_charges'",
            Outcome = Outcome.Failed,
            Expected = "at most 1 % missing values",
            Found = "153 of 4930 values (3.1 %) are missing",
            Fix = "Fill the missing values at the source, or raise 'datasets.train.columns.total_charges.missing.max'",
            Place = new FilePlace("mlgate.yml", 21, 50),
            Evidence = new Evidence
            {
                Measure = "missing",
                Baseline = 0.0022,
                Candidate = 0.0310,
                Limit = new Limit(LimitKinds.Max, 0.01),
                Rows = 4_930,
                OffendingRows = [17, 203, 391, 402],
            },
        };

    public static Finding LockOutOfDate() =>
        new()
        {
            Code = Diagnostics.LockOutOfDate.Code,
            Id = "models.churn.lock",
            Subject = "models/churn.zip",
            Outcome = Outcome.Failed,
            Expected = "the bytes to be sha256 3427f19c3427f19c, as locked",
            Found = "lock out of date: sha256 d427f19cd427f19c",
            Fix = "Run 'mlgate lock' and commit .mlgate/lock/models/churn.json",
            Place = new FilePlace("mlgate.yml", 35, 11),
        };

    public static Finding Rule(int n) =>
        new()
        {
            Code = Diagnostics.RuleBroken.Code,
            Id = $"datasets.train.rules.rule-{n}",
            Subject = "datasets.train",
            Outcome = Outcome.Failed,
            Expected = "99 % of the rows satisfy it",
            Found = $"{n + 60} of 4,930 rows break it (rows 3, 17, {90 + n})",
            Fix = "Look at the rows whose numbers follow",
            Place = new FilePlace("mlgate.yml", 27, 9),
            Evidence = new Evidence
            {
                Measure = "broken",
                Candidate = (n + 60) / 4_930.0,
                Limit = new Limit(LimitKinds.Mostly, 0.99),
                Rows = 4_930,
                OffendingRows = [3, 17, 90 + n],
            },
        };

    public static Finding NotFound() =>
        new()
        {
            Code = Diagnostics.FileNotFound.Code,
            Id = "datasets.test",
            Subject = "data/test.csv",
            Outcome = Outcome.NotMeasured,
            Expected = "a file",
            Found = "file not found",
            Fix = "Restore it with git checkout -- data/test.csv, or mend its path",
            Place = new FilePlace("mlgate.yml", 31, 11),
        };

    public static Finding WrongBytes() =>
        new()
        {
            Code = Diagnostics.NotWhatTheLockSays.Code,
            Id = "models.churn",
            Subject = "models/churn.zip",
            Outcome = Outcome.Failed,
            Expected = "sha256 3427f19c3427f19c, as .mlgate/lock/models.churn.json says",
            Found = "sha256 d427f19cd427f19c",
            Fix = "Restore the file with git checkout, or record it on purpose with dotnet mlgate lock",
            Place = new FilePlace("mlgate.yml", 35, 11),
        };

    public static Finding UnknownKey() =>
        new()
        {
            Code = Diagnostics.UnknownKey.Code,
            Id = "models.churn.metrics.acuracy",
            Subject = "mlgate.yml",
            Outcome = Outcome.NotMeasured,
            Expected = "a metric of binary classification",
            Found = "the key acuracy",
            Fix = "Did you mean accuracy?",
            Place = new FilePlace("mlgate.yml", 41, 7),
        };

    public static Finding Unsafe() =>
        new()
        {
            Code = Diagnostics.ComponentNotAllowed.Code,
            Id = "models.churn",
            Subject = "models/churn.zip",
            Outcome = Outcome.NotMeasured,
            Expected = "components of ML.NET that are on the allow-list",
            Found = "the component CustomMappingTransformer",
            Fix = "Train without it; the model was not loaded",
            Place = new FilePlace("mlgate.yml", 35, 11),
        };
}
