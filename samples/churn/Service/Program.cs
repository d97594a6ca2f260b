// Answers with the probability that a customer leaves. Building it runs the gate: a worse model does not get into the output.
using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Data;
using Service;

var builder = WebApplication.CreateBuilder(args);
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower);

var ml = new MLContext();
var model = ml.Model.Load(Path.Combine(AppContext.BaseDirectory, "churn.zip"), out _);

// A prediction engine serves one request at a time.
var engines = new ThreadLocal<PredictionEngine<Customer, Answer>>(() => ml.Model.CreatePredictionEngine<Customer, Answer>(model));

var app = builder.Build();
app.MapGet("/health", () => "ok");
app.MapPost("/predict", (Customer customer) => new { churn = engines.Value!.Predict(customer).Probability });
app.Run();

namespace Service
{
    internal sealed class Answer
    {
        [ColumnName("Probability")] public float Probability { get; set; }
    }
}
