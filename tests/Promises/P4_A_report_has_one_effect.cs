using System.Text.Json;
using Platform.Contracts;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>P4: each report has exactly one effect.</summary>
[Collection(Collection.Name)]
public sealed class P4_A_report_has_one_effect(Infrastructure infrastructure)
{
    private static readonly Guid ArticleId = Guid.Parse("0a3f6b0e-6d2f-4f0c-8b4b-0f1c2d3e4f50");

    [Fact]
    public async Task Every_message_three_times_and_shuffled_gives_each_report_once()
    {
        await using var platform = await StartProjectionAsync();
        await using var outsider = await Outsider.ConnectAsync(platform);
        var messages = Enumerable.Range(0, 60).SelectMany(n => Enumerable.Repeat((Id: DeterministicId.Event(ArticleId, "test", n), Body: Detected(n)), 3)).ToArray();
        Random.Shared.Shuffle(messages);

        await Task.WhenAll(messages.Select(m => outsider.PublishAsync("incident-detected.v1", m.Body, m.Id.ToString(), "IncidentDetected", "incident.detected.rocket_attack.IQ")));

        await Eventually.Equals(60, "incidents", () => platform.CountAsync("select count(*) from incidents.mt_streams where type = 'incident'"));
        await Eventually.Equals(0, "messages left", () => platform.DepthAsync("projection.incident-detected"));
        (await platform.CountAsync("select count(*) from incidents.mt_events where type = 'incident_opened'")).ShouldBe(60);
        (await platform.CountAsync("select count(*) from incidents.mt_events where type = 'article_extracted'")).ShouldBe(1);
        (await platform.CountAsync("select count(*) from incidents.incident_list")).ShouldBe(60);
        (await platform.DepthAsync("projection.incident-detected_error")).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_report_under_another_message_id_has_no_second_effect()
    {
        await using var platform = await StartProjectionAsync();
        await using var outsider = await Outsider.ConnectAsync(platform);

        foreach (var _ in Enumerable.Range(0, 3))
            await outsider.PublishAsync("incident-detected.v1", Detected(0), Guid.NewGuid().ToString(), "IncidentDetected", "incident.detected.rocket_attack.IQ");

        await Eventually.Equals(3, "messages taken in", () => platform.CountAsync("select count(*) from incidents.inbox"));
        (await platform.CountAsync("select count(*) from incidents.mt_events where type <> 'article_extracted'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_message_that_cannot_be_taken_in_is_kept_with_its_reason_and_its_neighbours_go_on()
    {
        await using var platform = await StartProjectionAsync();
        await using var outsider = await Outsider.ConnectAsync(platform);
        var bad = Guid.NewGuid();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => outsider.PublishAsync(
            "incident-detected.v1", n == 7 ? Detected(n, confidence: 7) : n == 11 ? Detected(n, text: "\\u0000") : Detected(n),
            n == 7 ? bad.ToString() : Guid.NewGuid().ToString(), "IncidentDetected", "incident.detected.rocket_attack.IQ")));
        await outsider.PublishAsync("incident-detected.v1", "{ not json", Guid.NewGuid().ToString(), "IncidentDetected", "incident.detected.rocket_attack.IQ");

        await Eventually.Equals(18, "incidents of the good ones", () => platform.CountAsync("select count(*) from incidents.incident_list"));
        await Eventually.Equals(3, "dead letters", () => platform.CountAsync("select count(*) from incidents.dead_letter"));
        (await platform.CountAsync($"select count(*) from incidents.dead_letter where message_id = '{bad}' and reason like '%confidence%' and length(body) > 0")).ShouldBe(1);
        (await platform.CountAsync("select count(*) from incidents.dead_letter where reason like '%22P05%'")).ShouldBe(1);
        (await platform.CountAsync("select count(*) from incidents.dead_letter where kind = 'error' and body = '{ not json'::bytea")).ShouldBe(1);
    }

    [Fact]
    public async Task What_happens_after_the_clock_has_gone_back_has_a_later_time()
    {
        await using var platform = await StartProjectionAsync();
        await using var writer = await IncidentWriter.OpenAsync(platform.Database);
        await using var outsider = await Outsider.ConnectAsync(platform);
        // Of before the jump: the log has been an hour further.
        var then = DateTimeOffset.UtcNow.AddHours(1);
        var opened = new Made_up_incidents(1).Opened(then);
        await writer.WriteAsync(then, (opened.IncidentId, opened));

        await outsider.PublishAsync("incident-detected.v1", Detected(0), Guid.NewGuid().ToString(), "IncidentDetected", "incident.detected.rocket_attack.IQ");
        await Eventually.Equals(2, "incidents", () => platform.CountAsync("select count(*) from incidents.incident_list"));
        await platform.SayAsync(opened.IncidentId, "confirm");

        (await platform.CountAsync("select count(*) from (select timestamp - lag(timestamp) over (order by seq_id) as later from incidents.mt_events) e where later < interval '0'")).ShouldBe(0);
        (await platform.IncidentAsync(opened.IncidentId)).ChangedAt.ShouldBeGreaterThan(then);
        (await platform.IncidentAsync(opened.IncidentId, $"?asOf={Uri.EscapeDataString(then.AddMinutes(1).ToString("O"))}")).Version.ShouldBe(2);
    }

    private async Task<TestPlatform> StartProjectionAsync()
    {
        var platform = await TestPlatform.CreateAsync(infrastructure);
        await platform.Projection.Start().ReadyAsync();
        return platform;
    }

    private static string Detected(int ordinal, double confidence = 0.5, string text = "rockets hit")
    {
        var extraction = new ExtractionSummary { Extractor = "test/1", ExtractedAt = DateTimeOffset.UnixEpoch, ReportIds = [.. Enumerable.Range(0, 60).Select(ReportId)] };
        var message = new IncidentDetected
        {
            Report = new IncidentReport
            {
                ReportId = ReportId(ordinal),
                ArticleId = ArticleId,
                Ordinal = ordinal,
                IsMain = true,
                EventType = EventType.RocketAttack,
                Damage = [new Damage { Text = "DAMAGE", Kind = "building" }],
                Confidence = confidence,
                Extractor = "test/1",
            },
            Article = new ArticleReference { ArticleId = ArticleId, Revision = 1, ReceivedAt = DateTimeOffset.UnixEpoch },
            Extraction = extraction,
        };
        return JsonSerializer.Serialize(message, ContractJson.Default.IncidentDetected).Replace("DAMAGE", text, StringComparison.Ordinal);
    }

    private static Guid ReportId(int ordinal) => DeterministicId.Report(ArticleId, ordinal, "test/1");
}
