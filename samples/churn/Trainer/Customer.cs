using Microsoft.ML.Data;

namespace Trainer;

/// <summary>One row of the training data. The columns' names are those of the file, and so those of the model's inputs.</summary>
internal sealed class Customer
{
    [LoadColumn(0), ColumnName("churn")] public string Churn { get; set; } = "";
    [LoadColumn(1), ColumnName("female")] public float Female { get; set; }
    [LoadColumn(2), ColumnName("senior_citizen")] public float SeniorCitizen { get; set; }
    [LoadColumn(3), ColumnName("partner")] public float Partner { get; set; }
    [LoadColumn(4), ColumnName("dependents")] public float Dependents { get; set; }
    [LoadColumn(5), ColumnName("tenure")] public float Tenure { get; set; }
    [LoadColumn(6), ColumnName("phone_service")] public float PhoneService { get; set; }
    [LoadColumn(7), ColumnName("multiple_lines")] public string MultipleLines { get; set; } = "";
    [LoadColumn(8), ColumnName("internet_service")] public string InternetService { get; set; } = "";
    [LoadColumn(9), ColumnName("online_security")] public string OnlineSecurity { get; set; } = "";
    [LoadColumn(10), ColumnName("online_backup")] public string OnlineBackup { get; set; } = "";
    [LoadColumn(11), ColumnName("device_protection")] public string DeviceProtection { get; set; } = "";
    [LoadColumn(12), ColumnName("tech_support")] public string TechSupport { get; set; } = "";
    [LoadColumn(13), ColumnName("streaming_tv")] public string StreamingTv { get; set; } = "";
    [LoadColumn(14), ColumnName("streaming_movies")] public string StreamingMovies { get; set; } = "";
    [LoadColumn(15), ColumnName("contract")] public string Contract { get; set; } = "";
    [LoadColumn(16), ColumnName("paperless_billing")] public float PaperlessBilling { get; set; }
    [LoadColumn(17), ColumnName("payment_method")] public string PaymentMethod { get; set; } = "";
    [LoadColumn(18), ColumnName("monthly_charges")] public float MonthlyCharges { get; set; }
    [LoadColumn(19), ColumnName("total_charges")] public float TotalCharges { get; set; }
}
