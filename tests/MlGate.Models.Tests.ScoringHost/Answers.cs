using MlGate.Models.Scoring;

namespace MlGate.Models.Tests.ScoringHost;

/// <summary>Answers that an honest process never gives.</summary>
internal static class Answers
{
    private const int Rows = 200;

    public static void Write(string kind, ScoringRequest request)
    {
        var models = request.Models.Select(model => new ScoredModel
        {
            Name = model.Name,
            Columns = 1,
            Calibrated = true,
        });
        var values = Enumerable.Repeat(0.25, Rows * request.Models.Count).ToArray();
        var header = new ScoreHeader { Schema = ScoreHeader.CurrentSchema, Models = [.. models] };
        var rows = Rows;
        switch (kind)
        {
            case "nan":
                values[7] = double.NaN;
                break;
            case "infinite":
                values[7] = double.PositiveInfinity;
                break;
            case "above-one":
                values[7] = 1.5;
                break;
            case "too-few-rows":
                rows = Rows - 1;
                break;
            case "other-model":
                header = header with { Models = [.. header.Models.Select(model => model with { Name = "somebody" })] };
                break;
            case "difference":
                header = header with
                {
                    Models = [.. header.Models.Select(model => model with { Difference = new ScoringDifference(3, 100, 0.125) })],
                };
                break;
            case "forbidden-code":
                Problem(request, header, new ScoringProblem("MLG9002", "x", "y", "z"));
                return;
            case "rude-problem":
                Problem(request, header, new ScoringProblem("MLG4010", "one\n::error::two\u202e" + new string('x', 1000), "y\u0007", "z"));
                return;
            case "nothing":
                return;
            case "garbage":
                File.WriteAllBytes(request.Output, [.. Enumerable.Range(0, 5000).Select(value => (byte)(value * 7))]);
                return;
            case "pipe":
                using (var make = System.Diagnostics.Process.Start("mkfifo", [request.Output]))
                {
                    make.WaitForExit();
                }

                return;
            case "device":
                File.CreateSymbolicLink(request.Output, "/dev/zero");
                return;
            case "folder":
                Directory.CreateDirectory(request.Output);
                return;
            case "loop":
                File.CreateSymbolicLink(request.Output, request.Output);
                return;
            case "cut-off" or "too-long" or "huge-claim":
                break;
            default:
                throw new ArgumentException("No such answer.", nameof(kind));
        }

        using (var writer = new ScoreWriter(request.Output, header))
        {
            writer.Append(values.AsSpan(0, rows * header.Columns));
            writer.Complete(rows);
        }

        Spoil(kind, request.Output);
    }

    private static void Spoil(string kind, string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        if (kind is "cut-off")
        {
            file.SetLength(file.Length - 1);
        }
        else if (kind is "too-long")
        {
            file.SetLength(file.Length + 8);
        }
        else if (kind is "huge-claim")
        {
            file.Position = 16;
            file.Write(BitConverter.GetBytes(long.MaxValue / 4));
        }
    }

    private static void Problem(ScoringRequest request, ScoreHeader header, ScoringProblem problem)
    {
        using var writer = new ScoreWriter(
            request.Output,
            header with
            {
                Models = [.. header.Models.Select(model => model with { Columns = 0, Calibrated = false, Problem = problem })],
            }
        );
        writer.Complete(0);
    }
}
