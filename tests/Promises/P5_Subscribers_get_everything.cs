using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>P5: subscribers get every change at least once, with a stable message id and the stream's version in the body.</summary>
[Collection(Collection.Name)]
public sealed class P5_Subscribers_get_everything(Infrastructure infrastructure)
{
    [Fact]
    public async Task Every_change_reaches_an_outsider_in_plain_json_with_a_stable_id()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        await using var outsider = await Outsider.ConnectAsync(platform);
        await outsider.SubscribeAsync("incident-changed.v1", "topic", "incident.opened.*.IQ");
        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => platform.PostAsync(Articles.Attack(n))));
        await Eventually.Holds("20 changes", () => Task.FromResult(outsider.Received.Count >= 20));

        // As after a crash between the confirms and the checkpoint.
        await platform.Projection.TerminateAsync();
        await platform.CountAsync("with back as (update incidents.mt_event_progression set last_seq_id = 0 where name = 'relay' returning 1) select count(*) from back");
        await platform.Projection.Start().ReadyAsync();
        await Eventually.Holds("all of them again", () => Task.FromResult(outsider.Received.Count >= 40));

        var byId = outsider.Received.GroupBy(r => r.MessageId).ToList();
        byId.Count.ShouldBe(20);
        byId.ShouldAllBe(g => g.Count() == 2);
        foreach (var message in outsider.Received)
        {
            message.Body.GetProperty("version").GetInt64().ShouldBe(1);
            message.Body.GetProperty("change").GetString().ShouldBe("opened");
            message.Body.GetProperty("incident").GetProperty("id").GetGuid().ShouldBe(message.Body.GetProperty("incidentId").GetGuid());
            message.RoutingKey.ShouldBe("incident.opened.rocket_attack.IQ");
            message.Headers.Keys.ShouldContain("traceparent");
            message.Headers.Keys.ShouldNotContain("MT-Host-Info");
        }
        (await platform.CountAsync("select count(distinct id) from incidents.mt_events where type = 'incident_opened'")).ShouldBe(20);
    }

    [Fact]
    public async Task A_revision_is_told_with_the_next_version_of_the_same_incident()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        await using var outsider = await Outsider.ConnectAsync(platform);
        await outsider.SubscribeAsync("incident-changed.v1", "topic");
        var first = await platform.PostAsync(new { externalId = "a", publishedAt = "2021-03-07", text = "Two rockets hit the Balad air base in Iraq on Saturday, the army said." });
        await Eventually.Holds("the first change", () => Task.FromResult(outsider.Received.Count == 1));
        await platform.PostAsync(new { externalId = "a", publishedAt = "2021-03-07", text = "Three rockets hit the Balad air base in Iraq on Saturday, the army said." });
        await Eventually.Holds("the second change", () => Task.FromResult(outsider.Received.Count == 2));
        await platform.PostAsync(new { externalId = "a", publishedAt = "2021-03-07", text = "The wheat harvest is good this year, the ministry of agriculture said." });
        await Eventually.Holds("the third change", () => Task.FromResult(outsider.Received.Count == 3));

        outsider.Received.Select(r => r.Body.GetProperty("incidentId").GetGuid()).Distinct().Count().ShouldBe(1);
        outsider.Received.Select(r => (r.Body.GetProperty("version").GetInt64(), r.Body.GetProperty("change").GetString(), r.Body.GetProperty("incident").GetProperty("status").GetString()))
            .ShouldBe([(1, "opened", "open"), (2, "report_linked", "open"), (3, "report_unlinked", "withdrawn")]);
        var article = await platform.ExtractedAsync(first.GetProperty("articleId").GetGuid());
        article.GetProperty("revision").GetInt32().ShouldBe(3);
        article.GetProperty("incidents").GetArrayLength().ShouldBe(0);
    }
}
