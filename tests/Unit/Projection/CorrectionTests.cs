using System.Text.Json;
using Platform.Contracts;
using Platform.Projection.Api;
using Platform.Projection.Incidents;
using static Platform.Tests.Unit.Projection.Told;

namespace Platform.Tests.Unit.Projection;

public sealed class CorrectionTests
{
    [Fact]
    public void A_correction_stands_against_every_later_report()
    {
        var incident = Corrected(Incident(Report(1, EventType.Bombing)), "eventType", "\"shooting\"");

        Consolidation.Of(incident with { Reports = [.. incident.Reports, Report(2, EventType.Bombing)] }).EventType.ShouldBe(EventType.Shooting);
    }

    [Fact]
    public void A_corrected_figure_is_best_and_what_the_reports_say_stays_beside_it()
    {
        var incident = Corrected(Incident(Report(1) with { Casualties = Killed(3, 3) }), "casualties.killed", """{"min":4,"max":4,"text":"four"}""");

        (incident.Casualties!.Killed!.Min, incident.Figures!.Killed!.Best.Min, incident.Figures.Killed.Latest.Min).ShouldBe((4, 4, 3));
        incident.Figures.Killed.Best.ReportIds.ShouldBeEmpty();
    }

    [Fact]
    public void A_figure_no_report_speaks_of_can_be_given()
    {
        var incident = Corrected(Incident(Report(1)), "casualties.wounded", """{"min":4,"max":null,"text":"four"}""");

        (incident.Casualties!.Wounded!.Min, incident.Figures!.Wounded!.Best.Min).ShouldBe((4, 4));
    }

    [Theory]
    [InlineData("date")]
    [InlineData("place")]
    [InlineData("weapons")]
    [InlineData("casualties.killed")]
    public void A_correction_without_a_value_says_that_it_is_not_known(string field)
    {
        var told = Report(1) with { Date = Day(12), Place = Town("Ramadi", 33, 43), Weapons = [Arm(WeaponType.Bomb)], Casualties = Killed(1, 1) };

        var incident = Corrected(Incident(told, Report(2)), field, null);

        new[] { ("date", incident.Date is null), ("place", incident.Place is null), ("weapons", incident.Weapons.Count == 0), ("casualties.killed", incident.Casualties!.Killed is null) }
            .ShouldAllBe(value => value.Item2 == (value.Item1 == field));
    }

    [Fact]
    public void A_withdrawn_incident_can_be_corrected() =>
        Corrected(Incident(), "date", """{"start":"2031-03-12","end":"2031-03-12","precision":"day","text":"12 March"}""").Date!.Start.ShouldBe(new DateOnly(2031, 3, 12));

    [Theory]
    [InlineData("eventType", "\"bombing\"")]
    [InlineData("date", """{"start":"2031-03-12","end":"2031-03-12","precision":"day","timeOfDay":"04:30","text":"12 March"}""")]
    [InlineData("date", null)]
    [InlineData("place", """{"name":"Ramadi","country":"IQ","lat":33.4,"lon":43.3,"precision":"settlement","text":"Ramadi"}""")]
    [InlineData("weapons", """[{"type":"rocket","min":2,"max":2,"text":"two rockets"}]""")]
    [InlineData("weapons", "[]")]
    [InlineData("targets", """[{"name":"depot","kind":"infrastructure","text":"depot"}]""")]
    [InlineData("damage", """[{"kind":"building","text":"a wall"}]""")]
    [InlineData("perpetrators", """[{"name":"A","kind":"state","stance":"claimed","text":"A"}]""")]
    [InlineData("casualties.missing", """{"min":2,"max":null,"text":"two","groups":[{"who":"drivers","min":1,"max":1,"text":"one driver"}]}""")]
    public void A_right_correction_has_no_errors_and_is_taken_in(string field, string? value)
    {
        Corrections.Check(field, value is null ? null : JsonElement.Parse(value)).ShouldBeEmpty();

        Should.NotThrow(() => Corrected(Incident(Report(1)), field, value));
    }

    [Theory]
    [InlineData("title", "\"x\"", "field")]
    [InlineData("casualties", "{}", "field")]
    [InlineData("eventType", null, "value")]
    [InlineData("eventType", "\"party\"", "value")]
    [InlineData("eventType", "3", "value")]
    [InlineData("date", "\"2031-03-12\"", "value")]
    [InlineData("date", """{"start":"12 March","end":"2031-03-12","precision":"day","text":"x"}""", "value.start")]
    [InlineData("date", """{"start":"2031-03-12","end":"2031-03-11","precision":"week","text":"x"}""", "value.end")]
    [InlineData("date", """{"start":"2031-03-11","end":"2031-03-12","precision":"day","text":"x"}""", "value.precision")]
    [InlineData("date", """{"start":"2031-03-12","end":"2031-03-12","precision":"day","timeOfDay":"25:00","text":"x"}""", "value.timeOfDay")]
    [InlineData("date", """{"start":"2031-03-12","precision":"day","text":""}""", "value.end,value.text")]
    [InlineData("date", """{"start":"1899-12-31","end":"9999-12-31","precision":"year","text":"x"}""", "value.start,value.end")]
    [InlineData("place", """{"name":"X","precision":"settlement","lat":91,"lon":181,"text":"x"}""", "value.lat,value.lon")]
    [InlineData("place", """{"name":"X","precision":"settlement","lat":1,"text":"x"}""", "value.lon")]
    [InlineData("place", """{"name":"X","precision":"settlement","text":"x"}""", "value.precision")]
    [InlineData("place", """{"name":"X","country":"iraq","precision":"unknown","text":"x"}""", "value.country")]
    [InlineData("place", """{"name":"X","precision":"unknown","city":"x","text":"x"}""", "value.city")]
    [InlineData("weapons", """{"type":"rocket","text":"x"}""", "value")]
    [InlineData("weapons", """[{"type":"rocket","text":"x"},{"type":"spoon","min":"2","text":3}]""", "value[1].type,value[1].min,value[1].text")]
    [InlineData("weapons", """[{"type":"rocket","min":3,"max":2,"text":"x"}]""", "value[0].max")]
    [InlineData("casualties.killed", """{"min":-1,"max":2,"text":"x"}""", "value.min")]
    [InlineData("casualties.killed", """{"min":3,"max":2,"text":"x"}""", "value.max")]
    [InlineData("casualties.killed", """{"min":3,"max":3,"text":"x","groups":[{"who":"a","min":2,"max":1,"text":"y"}]}""", "value.groups[0].max")]
    [InlineData("perpetrators", """[{"name":"A","kind":"state","stance":"maybe","text":"A"}]""", "value[0].stance")]
    [InlineData("targets", "[null]", "value[0]")]
    public void Every_fault_of_a_correction_is_told_with_its_place(string field, string? value, string places) =>
        string.Join(',', Corrections.Check(field, value is null ? null : JsonElement.Parse(value)).Select(e => e.Path)).ShouldBe(places);

    [Theory]
    [InlineData("perpetrators", """[{"name":"{0}","kind":"state","stance":"claimed","text":"A"}]""", JsonForm.LongestName, "value[0].name")]
    [InlineData("place", """{"name":"Ramadi","admin1":"{0}","country":"IQ","lat":33.4,"lon":43.3,"precision":"settlement","text":"Ramadi"}""", JsonForm.LongestName, "value.admin1")]
    [InlineData("date", """{"start":"2031-03-12","end":"2031-03-12","precision":"day","text":"{0}"}""", JsonForm.LongestText, "value.text")]
    public void Words_that_no_index_takes_are_told_with_their_place(string field, string value, int longest, string place)
    {
        IReadOnlyList<CorrectionError> With(int length) => Corrections.Check(field, JsonElement.Parse(value.Replace("{0}", new string('x', length), StringComparison.Ordinal)));

        With(longest).ShouldBeEmpty();
        With(longest + 1).ShouldHaveSingleItem().Path.ShouldBe(place);
    }

    [Theory]
    [InlineData("perpetrators", """[{"name":"Gr\u001fup","kind":"state","stance":"claimed","text":"A"}]""", "value[0].name")]
    [InlineData("perpetrators", """[{"name":"Two\nlines","kind":"state","stance":"claimed","text":"A"}]""", "value[0].name")]
    [InlineData("place", """{"name":"Ra\u0085madi","precision":"unknown","text":"x"}""", "value.name")]
    [InlineData("casualties.killed", """{"min":3,"max":3,"text":"x\u0007","groups":[{"who":"\ta","min":2,"max":2,"text":"two\r\nlines"}]}""", "value.text,value.groups[0].who")]
    public void Control_characters_are_refused_with_their_place(string field, string value, string places) =>
        string.Join(',', Corrections.Check(field, JsonElement.Parse(value)).Select(e => e.Path)).ShouldBe(places);

    [Theory]
    [InlineData("""[{"name":"A","kind":"state","text":"x"},{"kind":"state","name":"B","text":"x"},{"text":"x","accuser":null,"name":"A","kind":"state"}]""", """[{"name":"A","kind":"state","text":"x"},{"kind":"state","name":"B","text":"x"}]""")]
    [InlineData("""{"min":1,"max":null,"text":"x","groups":[{"who":"a","min":1,"text":"y"},{"min":1,"who":"a","text":"y"}]}""", """{"min":1,"max":null,"text":"x","groups":[{"who":"a","min":1,"text":"y"}]}""")]
    [InlineData("\"shooting\"", "\"shooting\"")]
    [InlineData("[]", "[]")]
    public void Equal_entries_of_a_list_are_one(string value, string once) => Corrections.Once(JsonElement.Parse(value))!.Value.GetRawText().ShouldBe(once);

    [Fact]
    public void Every_claim_has_its_article_its_words_and_whether_it_is_taken()
    {
        var incident = Together(
            Report(1) with { Date = Day(12), Casualties = Killed(3, 3), Perpetrators = [Actor("A", Stance.Accused)] },
            Report(2, hours: 2) with { Date = Day(20), IsMain = false });

        var claims = Claims.Of(incident).ToDictionary(field => field.Field);

        claims.Keys.ShouldBe(["eventType", "date", "casualties.killed", "perpetrators"]);
        claims["date"].Conflict.ShouldBeTrue();
        claims["date"].Claims.Select(c => (c.Outlet, c.Words, c.IsMain, c.Best)).ShouldBe(
            [("Outlet 1", "March 12 to 12", true, true), ("Outlet 2", "March 20 to 20", false, false)]);
        claims["casualties.killed"].Claims.ShouldHaveSingleItem().Value!.Value.GetProperty("min").GetInt32().ShouldBe(3);
        claims["perpetrators"].Claims.ShouldHaveSingleItem().Stance.ShouldBe(Stance.Accused);
    }

    [Fact]
    public void A_correction_is_the_claim_of_a_person_and_the_only_one_taken()
    {
        var claims = Claims.Of(Corrected(Incident(Report(1, EventType.Bombing)), "eventType", "\"bombing\"")).Single(field => field.Field == "eventType").Claims;

        claims.Select(c => (c.Actor?.Name, c.Best)).ShouldBe([("A. Analyst", true), (null, false)]);
    }

    [Theory]
    [InlineData("casualties.killed", """{"min":2,"max":2}""", """{"min":2,"max":2,"text":"why"}""")]
    [InlineData("casualties.killed", """{"min":2,"max":2,"text":"two","groups":[{"who":"guard","min":1,"max":1}]}""", """{"min":2,"max":2,"text":"two","groups":[{"who":"guard","min":1,"max":1,"text":"why"}]}""")]
    [InlineData("weapons", """[{"type":"rocket"},{"type":"drone","text":"a drone"}]""", """[{"type":"rocket","text":"why"},{"type":"drone","text":"a drone"}]""")]
    [InlineData("damage", """[{"kind":"storage"}]""", """[{"kind":"storage"}]""")]
    [InlineData("eventType", "\"shelling\"", "\"shelling\"")]
    public void The_reason_stands_in_for_words_that_a_person_does_not_give(string field, string value, string worded) =>
        Corrections.Worded(field, JsonElement.Parse(value), "why")!.Value.ToString().ShouldBe(JsonElement.Parse(worded).ToString());
}
