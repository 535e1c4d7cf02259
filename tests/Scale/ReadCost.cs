using System.Diagnostics;
using System.Net;
using Npgsql;
using Platform.Tests.Harness;

namespace Platform.Tests.Scale;

/// <summary>What questions cost over HTTP, one after the other, asked of the service as it runs in production.</summary>
internal static class ReadCost
{
    private const int Warmup = 40, Measured = 300;

    /// <summary>Adds a row for each kind of question.</summary>
    public static async Task MeasureAsync(Infrastructure infrastructure, string connectionString, NpgsqlDataSource database, int incidents, CostTable table)
    {
        var broker = await infrastructure.NewVirtualHostAsync();
        await using (var service = new ServiceProcess("projection", new Dictionary<string, string> { ["ConnectionStrings__Postgres"] = connectionString, ["ConnectionStrings__RabbitMq"] = broker.ToString() }))
        {
            await service.Start().ReadyAsync();
            var questions = await Questions.OpenAsync(database);
            foreach (var (row, next) in questions.Kinds)
            {
                var random = new Random(5);
                var times = new List<double>();
                var slowest = (Path: "", Milliseconds: 0.0);
                for (var n = 0; n < Warmup + Measured; n++)
                {
                    var path = await next(random);
                    var watch = Stopwatch.StartNew();
                    using var answer = await service.Http.GetAsync(path);
                    await answer.Content.ReadAsByteArrayAsync();
                    var milliseconds = watch.Elapsed.TotalMilliseconds;
                    // One that takes too long is given up by the service; it counts with the time until then.
                    if (answer.StatusCode == HttpStatusCode.UnprocessableEntity)
                        await Console.Error.WriteLineAsync($"           422 after {milliseconds:N0} ms: /{path}");
                    else if (!answer.IsSuccessStatusCode)
                        throw new InvalidOperationException($"GET /{path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
                    if (n < Warmup)
                        continue;
                    times.Add(milliseconds);
                    if (milliseconds > slowest.Milliseconds)
                        slowest = (path, milliseconds);
                }
                table.Add(row, incidents, times);
                await Console.Error.WriteLineAsync($"           slowest, {slowest.Milliseconds:N1} ms: /{slowest.Path}");
            }
        }
        await infrastructure.DeleteVirtualHostAsync(broker);
    }
}
