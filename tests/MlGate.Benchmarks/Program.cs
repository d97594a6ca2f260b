using BenchmarkDotNet.Running;
using MlGate.Benchmarks;

// Whole processes against their peers, start-up included; anything else goes to BenchmarkDotNet.
return args switch
{
    ["hash", var folder, var path] => await HashingPlain.Hash(folder, path, trust: false),
    ["status", var folder, var path] => await HashingPlain.Hash(folder, path, trust: true),
    ["hash-peers", var folder, var rounds] => HashingPeers.Run(folder, int.Parse(rounds)),
    ["profiling", var path, var rows] => await ProfilingRun.Run(path, long.Parse(rows)),
    ["data-checks", var folder, var rounds, .. var tools] => DataSpeed.Checks(folder, int.Parse(rounds), tools),
    ["data-drift", var folder, var rounds, .. var tools] => DataSpeed.Drift(folder, int.Parse(rounds), tools),
    ["statistics", var rows, var replicates, var threads] => StatisticsSpeed.Run(
        int.Parse(rows),
        int.Parse(replicates),
        int.Parse(threads)
    ),
    ["reports", var findings] => ReportsSpeed.Run(int.Parse(findings)),
    ["reports", var findings, var folder] => ReportsSpeed.Run(int.Parse(findings), folder),
    ["segments", var rows, var groups] => SegmentsSpeed.Run(int.Parse(rows), int.Parse(groups)),
    ["statistics-tables"] => StatisticsTables.Run(),
    ["drift-tables", var runs] => DriftTables.Run(int.Parse(runs)),
    ["statistics-tables", "scarce", var runs] => ScarceTables.Run(int.Parse(runs), ""),
    ["statistics-tables", "scarce", var runs, var part] => ScarceTables.Run(int.Parse(runs), part),
    _ => BenchmarkSwitcher.FromAssembly(typeof(HashingPlain).Assembly).Run(args).Any() ? 0 : 1,
};
