using Microsoft.ML.Data;

namespace Service;

/// <summary>What a client sends; the columns' names are those of the model's inputs. What is left out counts as missing.</summary>
internal sealed class Customer
{
    [ColumnName("female")] public float Female { get; set; } = float.NaN;
    [ColumnName("senior_citizen")] public float SeniorCitizen { get; set; } = float.NaN;
    [ColumnName("partner")] public float Partner { get; set; } = float.NaN;
    [ColumnName("dependents")] public float Dependents { get; set; } = float.NaN;
    [ColumnName("tenure")] public float Tenure { get; set; } = float.NaN;
    [ColumnName("phone_service")] public float PhoneService { get; set; } = float.NaN;
    [ColumnName("multiple_lines")] public string MultipleLines { get; set; } = "";
    [ColumnName("internet_service")] public string InternetService { get; set; } = "";
    [ColumnName("online_security")] public string OnlineSecurity { get; set; } = "";
    [ColumnName("online_backup")] public string OnlineBackup { get; set; } = "";
    [ColumnName("device_protection")] public string DeviceProtection { get; set; } = "";
    [ColumnName("tech_support")] public string TechSupport { get; set; } = "";
    [ColumnName("streaming_tv")] public string StreamingTv { get; set; } = "";
    [ColumnName("streaming_movies")] public string StreamingMovies { get; set; } = "";
    [ColumnName("contract")] public string Contract { get; set; } = "";
    [ColumnName("paperless_billing")] public float PaperlessBilling { get; set; } = float.NaN;
    [ColumnName("payment_method")] public string PaymentMethod { get; set; } = "";
    [ColumnName("monthly_charges")] public float MonthlyCharges { get; set; } = float.NaN;
    [ColumnName("total_charges")] public float TotalCharges { get; set; } = float.NaN;
}
