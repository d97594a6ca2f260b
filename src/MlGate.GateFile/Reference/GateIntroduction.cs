namespace MlGate.GateFile.Reference;

/// <summary>The part of the reference page that is written by hand.</summary>
internal static class GateIntroduction
{
    public const string Text = """
        # The gate file

        `mlgate.yml` says what must hold of datasets and models. `dotnet build`, `mlgate check` and continuous integration read the
        same file. `mlgate init` writes a first one from what it finds in the repository.

        This page and the JSON Schema beside it (`mlgate.schema.json`) are generated from the table by which the parser reads.
        Whoever changes the table runs the tests with `MLGATE_UPDATE_DOCS=1`.

        ```yaml
        # yaml-language-server: $schema=https://raw.githubusercontent.com/mlgate/mlgate/main/docs/mlgate.schema.json
        version: 1
        name: churn

        datasets:
          train:
            path: data/train.csv
            rows: { min: 4000, change: 20% }
            columns:
              tenure:   { type: integer, min: 0, max: 120 }
              contract: { type: category, in: [Month-to-month, One year, Two year] }
              churn:    { type: category, in: ["Yes", "No"], role: label }
            disjoint-from: [test]
          test:
            path: data/test.csv
            frozen: true

        models:
          churn:
            path: models/churn.zip
            task: binary-classification
            test: test
            label: churn
            positive: "Yes"
            metrics:
              auc:    { min: 0.80, max-drop: 1pt }
              recall: { max-drop: 5pt }
        ```

        ## How it is read

        - The file is YAML 1.2 in UTF-8: one document, without tags, anchors, aliases and merge keys (MLG0009). Only `true` and `false` are
          booleans; `yes`, `no`, `on` and `off` are text.
        - At most 256 KiB, 32 levels and 20,000 values (MLG0010). Long domains belong into a file: `in: file:domains/city.txt`.
        - Unknown keys (MLG0002), wrong types (MLG0003), values out of range (MLG0004), keys that stand there twice (MLG0005), missing keys
          (MLG0006) and names that are declared nowhere (MLG0007) are errors, with line and column. All errors of a file are told at once.
        - Shares are written `0.05` or `5%`, durations `300ms`, `30s`, `10m`, `6h` or `7d`.
        - A change of a metric that is a share is written `0.02` or `2pt` (percentage points). `2%` is refused there (MLG0008), because it
          could be meant of the value: `max-relative-drop: 2%` says that.
        - Paths are relative to the gate file, with forward slashes, and never lead out of the repository (MLG3001). `extends` and `file:`
          are relative to the file that they stand in.
        - Names of the gate, of datasets, models and rules are lower-case letters, digits, `_`, `.` and `-`, at most 64.
          Names of columns are whatever the data says.

        ## How data is read

        - A dataset is CSV (`.csv`), TSV (`.tsv`), Parquet (`.parquet`) or JSON lines (`.jsonl`, `.ndjson`, `.json`), in UTF-8. CSV, TSV and
          JSON lines may be compressed with gzip (`.csv.gz`): up to 256 MiB of content, or 200 times the compressed size (MLG2023).
        - A folder or a glob is one dataset of files of one format, in the order of their names. Files and folders whose name begins with `_` or
          `.` (`_SUCCESS`, `_committed_1`, `.part-0.crc`) are not read, as in Spark; `_month=1` is a partition and is read. Rows are numbered per file.
        - Lines may end in LF or CR LF, also mixed in one file. A line of JSON lines is one object (MLG2001).
        - Missing is null, an empty field of CSV and TSV, and each text that `missing` lists, for a dataset or for a column:

          ```yaml
          train:
            path: data/train.csv
            missing: [NA, "?"]
            columns:
              income:  { type: number, missing: { max: 5%, marks: [NA, -999] } }
              country: { type: category, missing: { marks: [] } }   # NA is Namibia
          ```

          Marks hold for all checks, profiles, drift and leakage, and for the labels, weights, groups and numbers that a model is evaluated on;
          a model's text inputs are passed as they are written, as in training. No text is taken for missing without being listed;
          a finding of the type (MLG2010) names common ones (`NA`, `NULL`, `N/A`, `?`, `-`) with the line to add.
        - Text formats are cast to the declared types. In Parquet a text is no number and no boolean, and in JSON lines `"12"` is none.
        - Limits of `integer` columns are exact in 64 bits. Limits of a single-precision column are rounded to single precision first:
          `max: 0.1` allows the single-precision 0.1.

        ## Checks and their names

        Every key that states a fact is a check, named by its path: `models.churn.metrics.auc.max-drop`. Reports, waivers and history use this
        name. A step that is no simple word is quoted: `datasets.train.columns."Total Charges".min`. A rule is named by its id
        (`datasets.train.rules.charges-add-up`), a key by its columns (`datasets.train.unique[customer_id,month]`).

        `severity` holds for everything inside of the map that it stands in, until a map further in says another.

        ## Policies

        `extends: ../policy/base.yml` takes a file of the same repository as a base. Maps are merged key by key; a scalar or a list written here
        stands in place of the policy's. A policy can extend another, at most eight in a chain. Where the gate file asks for less than its
        policy (a weaker limit, a lower severity, a check switched off, a larger alpha), the report says so (MLG0014).

        ## In a pull request

        A pull request is judged by the gate, the policies and the test sets of the commit that it branched from, its merge base with the target branch. What it changes in them holds
        from the next one on, and is said first (MLG0015, MLG0017). So it is with the gate file itself:

        | the pull request | what happens |
        |---|---|
        | removes the gate file, hides it in a folder that is not searched (`bin`, `obj`, `artifacts`, `node_modules`), or puts a symbolic link into the place of its folder | the gate of the base judges what is still there (MLG0015) |
        | removes it with all data and models that it names | the gate ends; the pull request passes with a warning (MLG0019). Datasets that a gate which stays names, too, may stay |
        | does that, and adds a gate file of a new `name` anywhere | not measured (MLG0019): the new one can be the old one under other names. Two pull requests do it |
        | moves it: the file is gone, and there is a new one with the same `name`, whatever the file is called | it is one gate. That of the base judges in the new folder, and compares with what was in the old one (MLG0015). Where data and models stay in the old folder, it judges there; where some are in both, the new place is not measured |
        | gives it another `name` where it stands | the gate of the base judges under the old name; no other gate of the pull request may take that |
        | adds it | it judges itself, and that is said (MLG0016) |

        Where the branch itself is checked out and not its merge with the target, its author chooses by the commit to branch from which gate of the past is the base. So
        the verdict is left open where the target branch has another gate, policy or test set by now (MLG0023): merge the target into the branch. In the merge commit,
        which `actions/checkout` and Azure Pipelines take by default, the base is the target's tip, and there is nothing to choose.

        """;
}
