using MlGate.FakeWorker;

// Stands in for the worker in tests of the targets: does what fake-worker.txt beside the gate file says, and nothing else.
if (args is ["sleep", ..])
{
    Thread.Sleep(Timeout.Infinite);
}

var arguments = File.ReadAllLines(args[1][1..]);
var (verb, gateFile) = (args[0], arguments[0]);
var folder = Path.GetDirectoryName(gateFile)!;
var output = arguments.Single(argument => argument.StartsWith("--output=", StringComparison.Ordinal))["--output=".Length..];

File.AppendAllText(
    Path.Combine(folder, "fake-runs.txt"),
    $"{verb} {Environment.ProcessId} "
        + $"{string.Join(' ', arguments.Skip(1).Where(argument => !argument.StartsWith("--output=", StringComparison.Ordinal)))}\n"
);
return Script.Read(Path.Combine(folder, "fake-worker.txt")).Play(folder, output);
