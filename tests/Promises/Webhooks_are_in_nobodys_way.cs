using System.Net;
using System.Net.Sockets;
using System.Text;
using Platform.Projection.Subscribers.Webhooks;
using Platform.Tests.Harness;
using static Platform.Tests.Promises.WebhookCalls;

namespace Platform.Tests.Promises;

/// <summary>P5 by webhooks: a receiver that never answers, answers nonsense or gets large bodies stops no other, nor does what is forgotten or refused.</summary>
[Collection(Collection.Name)]
public sealed class Webhooks_are_in_nobodys_way(Infrastructure infrastructure)
{
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_receiver_that_never_answers_delays_nobody_else()
    {
        var forever = new TaskCompletionSource();
        await using var slow = await WebhookReceiver.StartAsync((_, _, _) => forever.Task);
        await using var quick = await WebhookReceiver.StartAsync();
        await using var platform = await StartAsync(infrastructure, Allowing(("TimeoutSeconds", "600")));
        await using var writer = await IncidentWriter.OpenAsync(platform.Database);
        var (stuck, fine) = (await RegisterAsync(platform, slow), await RegisterAsync(platform, quick));
        await Incident_lists_are_exact.FillAsync(writer, 100);
        var events = await platform.CountAsync("select count(*) from incidents.mt_events");
        await FinishedAsync(platform, Id(fine), events);

        quick.Received.Select(r => r.Id).Distinct().Count().ShouldBe((int)events);
        slow.Count.ShouldBe(new WebhookOptions().InFlight, "its lane is full");
        (await DeliveriesAsync(platform, Id(stuck), "pending")).Count.ShouldBe((int)events);
        forever.SetResult();
    }

    [Fact]
    public async Task What_is_forgotten_holds_up_nothing_that_is_sent()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var platform = await StartAsync(infrastructure, Allowing());
        await using var writer = await IncidentWriter.OpenAsync(platform.Database);
        var webhook = await RegisterAsync(platform, receiver);
        var story = await Incident_lists_are_exact.FillAsync(writer, 1);
        await FinishedAsync(platform, Id(webhook), 1);
        await platform.ExecuteAsync($"""
            update incidents.webhook_message set at = now() - interval '40 days';
            update incidents.webhook_delivery set last_at = now() - interval '40 days';
            insert into incidents.webhook_message (id, position, type, body, at) select gen_random_uuid(), -n, 'incident.opened', 'x', now() - interval '39 days' from generate_series(1, 1200) n;
            insert into incidents.webhook_delivery (webhook_id, message_id, position, status, due_at, attempts, log, last_at)
                select '{Id(webhook)}', id, position, case when position > -1200 then 'delivered' else 'pending' end, now() + interval '1 day', 1, '[]', at from incidents.webhook_message where position < 0;
            """);
        await using var holding = await platform.Database.OpenConnectionAsync();
        await using var transaction = await holding.BeginTransactionAsync();
        await using (var hold = new Npgsql.NpgsqlCommand("select from incidents.webhook_delivery where position > 0 for update", holding))
            await hold.ExecuteNonQueryAsync();
        await platform.Projection.TerminateAsync();
        await platform.Projection.Start().ReadyAsync();

        var opened = story.Opened(Start);
        await writer.WriteAsync(Start, (opened.IncidentId, opened));
        await Eventually.Holds("the new change", () => Task.FromResult(receiver.Count == 2));
        await Eventually.Equals(3, "the one that is held, one that is pending, and the new one", () => platform.CountAsync("select count(*) from incidents.webhook_delivery"));
        await Eventually.Equals(3, "their messages", () => platform.CountAsync("select count(*) from incidents.webhook_message"));
    }

    [Fact]
    public async Task Large_bodies_for_receivers_that_never_answer_do_not_fill_the_memory_and_delay_nobody_else()
    {
        var forever = new TaskCompletionSource();
        await using var slow = await WebhookReceiver.StartAsync((_, _, _) => forever.Task);
        await using var quick = await WebhookReceiver.StartAsync();
        await using var platform = await StartAsync(infrastructure, Allowing(("TimeoutSeconds", "600"), ("MegabytesInFlight", "1")));
        var (stuck, fine) = (await RegisterAsync(platform, slow), await RegisterAsync(platform, quick));
        await platform.ExecuteAsync($"""
            insert into incidents.webhook_message (id, position, type, body, at) select gen_random_uuid(), n, 'incident.opened', convert_to(repeat(md5(n::text), 20000), 'UTF8'), now() from generate_series(1, 12) n;
            insert into incidents.webhook_delivery (webhook_id, message_id, position, status, due_at, attempts, log)
                select w.id, m.id, m.position, 'pending', now() + m.position * interval '1 microsecond', 0, '[]' from incidents.webhook w cross join incidents.webhook_message m;
            """);
        await FinishedAsync(platform, Id(fine), 12);

        quick.Received.Select(r => (r.Id, r.Body.Length)).Distinct().ShouldBe(quick.Received.Select(r => (r.Id, 640_000)));
        slow.Count.ShouldBe(1, "a second would be more than a megabyte");
        (await DeliveriesAsync(platform, Id(stuck), "pending")).Count.ShouldBe(12);
        forever.SetResult();
    }

    [Fact]
    public async Task A_receiver_whose_answer_the_database_could_not_hold_stops_nobody()
    {
        using var broken = new TcpListener(IPAddress.Loopback, 0);
        broken.Start();
        var answering = AnswerAsync(broken, "HTTP\0garbage\r\n\r\n");
        await using var fine = await WebhookReceiver.StartAsync();
        await using var platform = await StartAsync(infrastructure, Allowing());
        await using var writer = await IncidentWriter.OpenAsync(platform.Database);
        var (bad, good) = (await RegisterAsync(platform, new Uri($"http://{broken.LocalEndpoint}/")), await RegisterAsync(platform, fine));
        await Incident_lists_are_exact.FillAsync(writer, 40);
        var events = await platform.CountAsync("select count(*) from incidents.mt_events");

        await FinishedAsync(platform, Id(good), events);
        await Eventually.Holds("an attempt at each", async () => (await DeliveriesAsync(platform, Id(bad), "pending")).Count(d => d.GetProperty("attempts").GetArrayLength() > 0) == events);
        var errors = (await DeliveriesAsync(platform, Id(bad), "pending")).SelectMany(d => d.GetProperty("attempts").EnumerateArray()).Select(a => a.GetProperty("error").GetString()!).ToList();
        errors.ShouldContain(error => error.Contains("HTTP garbage"));
        errors.ShouldAllBe(error => !error.Any(char.IsControl));
        broken.Stop();
        await answering;
    }

    [Fact]
    public async Task An_outcome_the_database_refuses_keeps_no_other_from_being_written()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var platform = await StartAsync(infrastructure, Allowing(("TimeoutSeconds", "600")));
        await using var writer = await IncidentWriter.OpenAsync(platform.Database);
        var (away, good) = (await RegisterAsync(platform, new Uri($"http://127.0.0.1:{Ports.Free(1)}/")), await RegisterAsync(platform, receiver));
        // Some error texts are refused, and one outcome in ten whatever its text.
        await platform.ExecuteAsync("alter table incidents.webhook_delivery add check (log::text not like '%refused%' and (status <> 'delivered' or position % 10 <> 0))");
        await Incident_lists_are_exact.FillAsync(writer, 40);
        var events = await platform.CountAsync("select count(*) from incidents.mt_events where seq_id % 10 <> 0");

        await FinishedAsync(platform, Id(good), events);
        await Eventually.Holds("an attempt at each", async () => (await DeliveriesAsync(platform, Id(away), "pending")).TrueForAll(d => d.GetProperty("attempts").GetArrayLength() > 0));
        (await DeliveriesAsync(platform, Id(good), "pending")).ShouldAllBe(d => d.GetProperty("position").GetInt64() % 10 == 0);
        platform.Projection.Log.ShouldContain(line => line.Contains("refuses"));
    }

    [Fact]
    public async Task What_is_asked_for_again_while_it_is_under_way_is_as_its_last_attempt_ended()
    {
        var held = new TaskCompletionSource();
        await using var receiver = await WebhookReceiver.StartAsync(async (_, n, response) =>
        {
            if (n == 1)
                await held.Task;
            response.StatusCode = n == 1 ? 503 : 204;
        });
        await using var platform = await StartAsync(infrastructure, Allowing(("TimeoutSeconds", "600"), ("RetrySeconds__0", "3600")));
        await using var writer = await IncidentWriter.OpenAsync(platform.Database);
        var webhook = await RegisterAsync(platform, receiver);
        await Incident_lists_are_exact.FillAsync(writer, 1);
        await Eventually.Holds("the first attempt", () => Task.FromResult(receiver.Count == 1));
        using var again = await platform.Projection.Http.PostAsync($"webhooks/{Id(webhook)}/deliveries/{receiver.Received[0].Id}/replay", null);
        await FinishedAsync(platform, Id(webhook), 1);

        held.SetResult();
        await Eventually.Equals(2, "attempts noted", () => platform.CountAsync("select jsonb_array_length(log) from incidents.webhook_delivery"));

        var delivery = (await DeliveriesAsync(platform, Id(webhook), "delivered")).ShouldHaveSingleItem();
        delivery.GetProperty("attempts").EnumerateArray().Select(a => a.GetProperty("statusCode").GetInt32()).ShouldBe([204, 503]);
    }

    /// <summary>Answers whatever comes with some bytes, until it is stopped.</summary>
    private static async Task AnswerAsync(TcpListener listener, string answer)
    {
        var buffer = new byte[64 * 1024];
        while (true)
        {
            try
            {
                using var caller = await listener.AcceptTcpClientAsync();
                await using var stream = caller.GetStream();
                _ = await stream.ReadAsync(buffer);
                await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
                caller.Client.Shutdown(SocketShutdown.Send);
                while (await stream.ReadAsync(buffer) > 0)
                {
                    // Until the caller hangs up: a connection reset would take the answer with it.
                }
            }
            catch (IOException)
            {
                // It hung up at once.
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
