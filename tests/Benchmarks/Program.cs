using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Platform.Tests.Benchmarks;
using Platform.Tests.Benchmarks.Admission;
using Platform.Tests.Benchmarks.Pipeline;
using Platform.Tests.Benchmarks.Subscribers;

if (args is ["plain", var role]) // a process of the baseline that the pipeline's benchmark starts
{
    await Plain.RunAsync(role);
    return 0;
}
if (args is ["pipeline", .. var options])
    return await PipelineBenchmark.RunAsync(options);
if (args is ["subscribers", .. var choices])
    return await SubscriberBenchmark.RunAsync(choices);

if (args is ["admission", .. var rest])
    return await AdmissionBenchmark.RunAsync(rest is [{ } seconds] ? int.Parse(seconds) : 8);

// Short and in this process: a run ends in about two minutes and needs no build of its own.
var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(4).WithIterationCount(5);
var config = ManualConfig.CreateEmpty()
    .AddJob(job)
    .AddLogger(DefaultConfig.Instance.GetLoggers().ToArray())
    .AddColumnProvider(DefaultConfig.Instance.GetColumnProviders().ToArray())
    .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "extraction-benchmarks"))
    .WithOptions(ConfigOptions.DisableLogFile);
var summary = BenchmarkRunner.Run<EngineBenchmarks>(config, args);
SpeedTable.Write(summary);
return summary.HasCriticalValidationErrors || summary.Reports.Any(report => report.ResultStatistics is null) ? 1 : 0;
