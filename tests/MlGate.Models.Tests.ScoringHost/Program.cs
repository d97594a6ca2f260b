using System.Diagnostics;
using MlGate.Models.Formats;
using MlGate.Models.Scoring;
using MlGate.Models.Tests.ScoringHost;

// The scoring process of the tests: as the product's, or one that misbehaves in a chosen way. Called as `MODE --request FILE`.
var (mode, requestPath) = (args[0], args[^1]);
switch (mode)
{
    case "score":
        return await ScoringChild.RunAsync(ScoringRequest.Read(requestPath), new CsvRows(), KnownFormats.All, CancellationToken.None);
    case "score-counted":
        File.AppendAllText(args[1], "once\n");
        return await ScoringChild.RunAsync(ScoringRequest.Read(requestPath), new CsvRows(), KnownFormats.All, CancellationToken.None);
    case "hang":
        Thread.Sleep(Timeout.Infinite);
        return 0;
    case "hang-with-grandchild":
        // The grandchild tells its id, so that the test can see that it is gone.
        using (var grandchild = Process.Start("sleep", "600"))
        {
            File.WriteAllText(args[1], grandchild.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Thread.Sleep(Timeout.Infinite);
        }

        return 0;
    case "allocate":
        Misbehaviour.AllocateManaged();
        return 0;
    case "allocate-native":
        Misbehaviour.AllocateNative();
        return 0;
    case "overflow":
        return Misbehaviour.Overflow(1);
    case "segfault":
        Misbehaviour.Segfault();
        return 0;
    case "kill-itself":
        Process.GetCurrentProcess().Kill();
        return 0;
    case "tell-folder":
        var folder = Path.GetDirectoryName(requestPath)!;
        File.WriteAllLines(args[1], [folder, OperatingSystem.IsWindows() ? "" : File.GetUnixFileMode(folder).ToString()]);
        return 9;
    case "scores-on-a-full-disk":
        // Its folder is gone: as on a full disk, nothing can be written there.
        var request = ScoringRequest.Read(requestPath);
        (request with { Output = Path.Combine(request.Output + ".gone", "scores.bin") }).Write(requestPath + ".other");
        return await ScoringChild.RunAsync(
            ScoringRequest.Read(requestPath + ".other"),
            new CsvRows(),
            KnownFormats.All,
            CancellationToken.None
        );
    case "exit":
        return int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture);
    case "print":
        for (var line = 0; line < 200_000; line++)
        {
            Console.Error.WriteLine("a line of an endless complaint");
            Console.WriteLine("a line of endless chatter");
        }

        return 3;
    case "environment":
        File.WriteAllLines(
            args[1],
            Environment
                .GetEnvironmentVariables()
                .Keys.Cast<string>()
                .Order(StringComparer.Ordinal)
                .Append("stdin: " + Console.In.ReadToEnd().Length)
        );
        return 5;
    case "as-parent":
        // What the gate itself does; then it tells which assemblies of ML.NET that took: `as-parent TEST MODEL CACHE`.
        var predicted = await Requests.Predictions(args[3]).PredictAsync(Requests.Of(args[1], args[2]), CancellationToken.None);
        Console.WriteLine(predicted.Value is null ? predicted.Problems[0].Message : $"rows {predicted.Value.Rows}");
        Console.WriteLine(
            "loaded "
                + AppDomain
                    .CurrentDomain.GetAssemblies()
                    .Count(assembly => assembly.GetName().Name!.StartsWith("Microsoft.ML", StringComparison.Ordinal))
        );
        return 0;
    default:
        Answers.Write(mode, ScoringRequest.Read(requestPath));
        return 0;
}
