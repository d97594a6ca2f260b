namespace MlGate.GateFile.Tests;

/// <summary>Gate files that tests build on.</summary>
internal static class GateExamples
{
    public const string Payments = "Electronic check\nMailed check\nBank transfer (automatic)\nCredit card (automatic)\n";

    /// <summary>The sample of the design, as far as its keys exist.</summary>
    public const string Sample = """
        # yaml-language-server: $schema=./mlgate.schema.json
        version: 1
        name: churn
        baseline: auto            # or any git ref
        anchor: v1.0              # optional: slow loss is judged against it
        strict-branches: [release/*]
        alpha: 0.05

        datasets:
          train:
            path: data/train.csv
            rows: { min: 4000, change: 20% }
            columns:
              tenure:          { type: integer, min: 0, max: 120 }
              contract:        { type: category, in: [Month-to-month, One year, Two year] }
              payment_method:  { type: category, mostly: 99.5%, in: file:domains/payment.txt }
              monthly_charges: { type: number, min: 0 }
              total_charges:   { type: number, min: 0, missing: { max: 1% } }
              female:          { type: category, in: [0, 1], role: sensitive }
              churn:           { type: category, in: ["Yes", "No"], role: label }
            other-columns: forbid
            rules:
              - { id: charges-add-up, expect: "total_charges >= monthly_charges or tenure <= 1", mostly: 99% }
            drift: { against: baseline, rows: added, columns: { monthly_charges: { method: psi, limit: 0.2 } } }
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
            threshold: 0.5
            primary: auc
            train: { command: "dotnet run --project Trainer", reads: [datasets.train, Trainer/], seed: 42 }
            metrics:
              auc:        { min: 0.80, max-drop: 0.01 }
              recall:     { max-drop: 5pt }
              log-loss:   { max-rise: 0.02, severity: warn }
              brier:      { max-rise: 0.01 }

        """;

    public static GateFilesInMemory Files => new() { Texts = { ["domains/payment.txt"] = Payments } };
}
