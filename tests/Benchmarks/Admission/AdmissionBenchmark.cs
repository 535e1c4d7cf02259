using System.Diagnostics;
using System.Globalization;
using Platform.Ingest;
using Platform.Tests.Harness;

namespace Platform.Tests.Benchmarks.Admission;

/// <summary>
/// Ingest and PostgreSQL as real processes under one, two, five and ten times the load they can take. The peak is measured first, in the
/// same run. Services and generator each have a core of their own where there are two, so that sending does not slow down what is measured.
/// </summary>
internal static class AdmissionBenchmark
{
    private const int Connections = 2_048;

    /// <summary>The slowest of a hundred beside what all places take at the rate of the run, which is the mean when all are taken.</summary>
    private const double SlowestByMean = 3;

    /// <summary>Runs it and prints the table.</summary>
    /// <returns>0 when throughput at ten times the load stays within 10 % of the peak, the 99th percentile within its bound, and everything accepted is stored once; else 1.</returns>
    public static async Task<int> RunAsync(int seconds)
    {
        var infrastructure = new Infrastructure();
        await infrastructure.InitializeAsync();
        try
        {
            // The broker's work is not measured here: articles wait in the log.
            await using var platform = await TestPlatform.CreateAsync(infrastructure, broker: new Uri($"amqp://127.0.0.1:{Ports.Free(1)}/"));
            await platform.Ingest.Start().ReadyAsync();
            await PinAsync(platform);
            var duration = TimeSpan.FromSeconds(seconds);
            await new OfferedLoad(platform.Ingest.Address, 64).RunAsync(null, duration); // warm-up
            var runs = new List<Offered>();
            var peak = 0.0;
            Console.WriteLine($"{"load",-16} {"offered/s",10} {"sent/s",10} {"accepted/s",10} {"of peak",8} {"p50 ms",8} {"p99 ms",8} {"429",9} {"not sent",9} {"other",6}");
            foreach (var senders in new[] { 64, 128, 256 })
            {
                var run = await new OfferedLoad(platform.Ingest.Address, senders).RunAsync(null, duration);
                runs.Add(run);
                peak = Math.Max(peak, run.Accepted);
                Print($"{senders} in turn", null, run, null);
            }
            var (last, slow) = (0.0, false);
            foreach (var times in new[] { 1, 2, 5, 10 })
            {
                var run = await new OfferedLoad(platform.Ingest.Address, Connections).RunAsync(times * peak, duration);
                runs.Add(run);
                last = run.Accepted / peak;
                slow = run.Percentile(0.99) > SlowestByMean * 1000 * new AdmissionOptions().Requests / run.Accepted;
                Print($"x{times} of peak", times * peak, run, peak);
            }
            var stored = await platform.CountAsync("select count(*) from ingest.mt_events");
            var streams = await platform.CountAsync("select count(distinct stream_id) from ingest.mt_events");
            Console.WriteLine($"{stored} articles stored, {streams} of them different; {runs.Sum(r => (long)r.Latencies.Count)} were answered 202 within the measured times");
            Console.WriteLine($"goal: at x10 of peak at least 0.90 of peak, p99 there at most {SlowestByMean} x places for requests / accepted/s, nothing but 202 and 429");
            return last >= 0.9 && !slow && stored == streams && runs.All(r => r.Other == 0) ? 0 : 1;
        }
        finally
        {
            await infrastructure.DisposeAsync();
        }
    }

    private static void Print(string load, double? offered, Offered run, double? peak) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{load,-16} {offered,10:N0} {run.Sent / run.Seconds,10:N0} {run.Accepted,10:N0} {run.Accepted / peak,8:N2} {run.Percentile(0.5),8:N0} {run.Percentile(0.99),8:N0} {run.Refused,9:N0} {run.NotSent,9:N0} {run.Other,6:N0}"));

    /// <summary>Ingest and the database to the first core, this process to the second.</summary>
    private static async Task PinAsync(TestPlatform platform)
    {
        if (Environment.ProcessorCount < 2 || !OperatingSystem.IsLinux())
            return;
        var postmaster = await platform.CountAsync("select split_part(pg_read_file('postmaster.pid'), E'\n', 1)::bigint");
        // A backend of the database may be gone by its turn.
        await ShellAsync($"taskset -a -p -c 1 {Environment.ProcessId}; for one in {platform.Ingest.ProcessId} {postmaster}; do taskset -a -p -c 0 $one; done; for one in $(pgrep -P {postmaster}); do taskset -a -p -c 0 $one || true; done");
    }

    private static async Task ShellAsync(string command)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", ["-e", "-c", command]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            Console.WriteLine($"Not pinned to cores, so the load slows down what is measured: {said[1].Trim()}");
    }
}
