namespace MlGate.GateFile.Reference;

/// <summary>The part of the reference page that is written by hand.</summary>
internal static class GateIntroduction
{
    public const string Text = """
        # The gate file

        Declare the limits for datasets and models in `mlgate.yml`. `dotnet build`, `mlgate check` and continuous integration read the
        same file. `mlgate init` writes a first one from the files in the repository.

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
        - At most 256 KiB, 32 levels and 20,000 values (MLG0010). Move long lists of values to a file: `in: file:domains/city.txt`.
        - Unknown keys (MLG0002), wrong types (MLG0003), values out of range (MLG0004), duplicate keys (MLG0005), missing keys
          (MLG0006) and undeclared names (MLG0007) are errors, with line and column. All errors of a file are reported at once.
        - Shares are written `0.05` or `5%`, durations `300ms`, `30s`, `10m`, `6h` or `7d`.
        - A change of a metric that is a share is written `0.02` or `2pt` (percentage points). `2%` is an error there (MLG0008), because it
          is ambiguous: write `max-relative-drop: 2%` for a relative change.
        - Paths are relative to the gate file, with forward slashes, inside the repository (MLG3001). `extends` and `file:`
          are relative to the file that contains them.
        - Names of the gate, of datasets, models and rules are lower-case letters, digits, `_`, `.` and `-`, at most 64.
          Names of columns are exactly as in the data.

        ## How data is read

        - A dataset is CSV (`.csv`), TSV (`.tsv`), Parquet (`.parquet`) or JSON lines (`.jsonl`, `.ndjson`, `.json`), in UTF-8. CSV, TSV and
          JSON lines may be compressed with gzip (`.csv.gz`): up to 256 MiB of content, or 200 times the compressed size (MLG2023).
        - A folder or a glob is one dataset of files of one format, in the order of their names. Files and folders whose name begins with `_` or
          `.` (`_SUCCESS`, `_committed_1`, `.part-0.crc`) are not read, as in Spark; `_month=1` is a partition and is read. Rows are numbered per file.
        - Lines may end in LF or CR LF, also mixed in one file. A line of JSON lines is one object (MLG2001).
        - Missing values are null, an empty field of CSV and TSV, and each text in `missing`, for a dataset or for a column:

          ```yaml
          train:
            path: data/train.csv
            missing: [NA, "?"]
            columns:
              income:  { type: number, missing: { max: 5%, marks: [NA, -999] } }
              country: { type: category, missing: { marks: [] } }   # NA is Namibia
          ```

          These texts apply to all checks, profiles, drift and leakage, and to labels, weights, groups and numbers of a model.
          Text inputs of a model are passed unchanged, as in training. Only listed texts are missing;
          a finding of the type (MLG2010) lists common ones (`NA`, `NULL`, `N/A`, `?`, `-`) with the line to add.
        - Text formats are converted to the declared types. In Parquet, text is not a number or boolean; in JSON lines, `"12"` is not
          a number.
        - Limits of `integer` columns are exact in 64 bits. Limits of a single-precision column are rounded to single precision first:
          `max: 0.1` allows the single-precision 0.1.

        ## Checks and their names

        Every limit is a check, named by its path: `models.churn.metrics.auc.max-drop`. Reports, waivers and history use this
        name. Other names than simple words are quoted: `datasets.train.columns."Total Charges".min`. A rule is named by its id
        (`datasets.train.rules.charges-add-up`), a key by its columns (`datasets.train.unique[customer_id,month]`).

        `severity` applies to everything in its map; a map inside can set another severity.

        ## Policies

        `extends: ../policy/base.yml` uses a file of the same repository as a base. Maps are merged key by key; a scalar or a list in the
        gate file replaces that of the policy. A policy can extend another, at most eight in a chain. The report lists what is less strict
        than the policy (MLG0014): a weaker limit, a lower severity, a removed check, a larger alpha.

        ## In a pull request

        A pull request is checked with the gate, policies and test sets of its merge base with the target branch. Changes in them apply
        from the next pull request, and the report shows them first (MLG0015, MLG0017). For the gate file itself:

        | the pull request | result |
        |---|---|
        | removes the gate file, hides it in a folder that is not searched (`bin`, `obj`, `artifacts`, `node_modules`), or replaces its folder with a symbolic link | the gate of the base checks the remaining files (MLG0015) |
        | removes it with all its data and models | the gate is removed; the pull request passes with a warning (MLG0019). Datasets that a remaining gate also uses may stay |
        | does that, and adds a gate file with a new `name` | not measured (MLG0019): the new gate could be the old one under another name. Use two pull requests |
        | moves it: a new file has the same `name` | the same gate. The gate of the base checks the new folder, and compares with the old one (MLG0015). If data and models stay in the old folder, it checks them there; if both folders have some, the new one is not measured |
        | changes its `name` | the gate of the base applies under the old name; no other gate of the pull request can have that name |
        | adds it | the new gate applies, with a note (MLG0016) |

        If the branch itself is checked out, not its merge with the target, its author could choose an old gate by branching from an old
        commit. So the verdict is open if the target branch has another gate, policy or test set now (MLG0023): merge the target into the branch.
        In the merge commit, the default of `actions/checkout` and Azure Pipelines, the base is always the tip of the target.

        This page and the JSON Schema (`mlgate.schema.json`) are generated from the key table of the parser: run the tests with
        `MLGATE_UPDATE_DOCS=1` after a change of the table.

        """;
}
