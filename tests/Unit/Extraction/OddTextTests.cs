using Platform.Contracts;
using Platform.Extraction;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Odd beginnings, numbers as other languages write them, and texts that tell more than any news does.</summary>
public sealed class OddTextTests
{
    [Theory]
    [InlineData("A.M. Saturday. A man was shot and killed in Memphis, Tennessee, police said.", "2021-03-08")]
    [InlineData("PM Sunday, a man was shot and killed in Memphis, Tennessee, police said.", "2021-03-08")]
    [InlineData("In 2014 rebels took the town. A bomb killed two soldiers in Baghdad 2040 years ago.", null)]
    public void No_beginning_and_no_number_of_years_ends_the_reading(string text, string? published) =>
        Should.NotThrow(() => Reading.Extract(text, published));

    [Theory]
    [InlineData("A car bomb killed three soldiers, two policemen and four civilians in Baghdad on Saturday.", 9, 9)]
    [InlineData("A car bomb killed five people, two soldiers and three civilians, in Baghdad on Saturday.", 5, 5)]
    [InlineData("Three soldiers, two policemen and four civilians were killed by a car bomb in Baghdad on Saturday.", 9, 9)]
    [InlineData("A bomb killed half a dozen soldiers in Baghdad on Saturday.", 6, 6)]
    [InlineData("An air strike killed 10 000 people in Baghdad on Saturday.", 10000, 10000)]
    [InlineData("An air strike killed 1\u00a0200 people in Baghdad on Saturday.", 1200, 1200)]
    [InlineData("A bomb killed or wounded 15 people in Baghdad on Saturday.", null, 15)]
    [InlineData("A bomb hit a market in Baghdad on Saturday. The death toll rose from 10 to 12.", 12, 12)]
    [InlineData("The bomb attack in Baghdad was in March. 12 people were killed by the bomb.", 12, 12)]
    public void Numbers_of_the_dead_are_what_the_words_say(string text, int? min, int? max)
    {
        var killed = Reading.Extract(text).Reports[0].Casualties!.Killed!;
        (killed.Min, killed.Max).ShouldBe((min, max));
    }

    [Fact]
    public void Two_thirds_of_the_soldiers_are_not_two() =>
        Reading.Extract("A bomb killed two-thirds of the soldiers in Baghdad on Saturday.").Reports[0].Casualties?.Killed?.Min.ShouldNotBe(2);

    [Fact]
    public void No_count_is_below_zero()
    {
        var report = Reading.Extract("As many as two soldiers were shot in an ambush with rockets at Kirkuk on Saturday that killed three policemen.").Reports[0];
        (report.Casualties?.Wounded?.Max ?? 0).ShouldBeGreaterThanOrEqualTo(0);
    }

    [Fact]
    public void What_someone_denies_is_denied_and_not_told()
    {
        var report = Reading.Extract("Iran denied that its forces fired the missiles that killed 20 soldiers in Baghdad on Saturday.").Reports[0];
        report.Perpetrators.Select(p => p.Stance).ShouldNotContain(Stance.Stated);
        report.Perpetrators.ShouldContain(p => p.Name == "Iran" && p.Stance == Stance.Denied);
    }

    [Theory]
    [InlineData("Iran denied any role, and the Israeli army killed three soldiers in Damascus on Saturday.", "Israel")]
    [InlineData("Israel, which denied a role in another attack, bombed a depot in Damascus on Saturday.", "Israel")]
    public void Who_denies_one_attack_or_is_named_after_a_denial_did_what_is_told_of_it(string text, string name) =>
        Reading.Extract(text).Reports[0].Perpetrators.ShouldContain(p => p.Name == name && p.Stance == Stance.Stated);

    [Theory]
    [InlineData("No one was hurt in the rocket attack on the Balad air base on Saturday, which was claimed by the Islamic State.")]
    [InlineData("Rockets hit Balad air base on Saturday without causing casualties, in an attack claimed by the Islamic State.")]
    [InlineData("The Islamic State, which has not held the city since May, claimed the bombing in Baghdad on Saturday.")]
    public void A_no_of_something_else_takes_no_claim_away(string text)
    {
        var perpetrator = Reading.Extract(text).Reports[0].Perpetrators.ShouldHaveSingleItem();
        (perpetrator.Name, perpetrator.Stance).ShouldBe(("Islamic State", Stance.Claimed));
    }

    [Fact]
    public void The_end_of_the_march_is_no_end_of_March() =>
        Reading.Extract("Gunmen opened fire at the end of the march in Baghdad, killing two men.").Reports[0].Date?.Start.Month.ShouldNotBe(3);

    [Theory]
    [InlineData("Rockets hit Camp Taji in late October, killing two.", "2021-10-12", 2020, 10, 21)]
    [InlineData("Rockets hit Camp Taji on February 29, killing two.", "2021-01-15", 2020, 2, 29)]
    public void A_day_that_would_be_ahead_is_the_last_of_its_name(string text, string published, int year, int month, int day) =>
        Reading.Extract(text, published).Reports[0].Date!.Start.ShouldBe(new DateOnly(year, month, day));

    [Fact]
    public void Distances_have_decimals() =>
        Reading.Extract("Rockets hit a village 80.5 km north of Baghdad on Monday, killing two.").Reports[0].Place!.DistanceKm.ShouldBe(80.5);

    [Fact]
    public void A_text_tells_of_so_many_incidents_at_most_and_of_so_many_doers()
    {
        var towns = string.Concat(Enumerable.Range(0, 1500).Select(n => $"A car bomb killed {n % 90 + 2} people in the town of Qar{(char)('a' + n % 26)}{(char)('a' + n / 26 % 26)}{(char)('a' + n / 676)} on 3 May {1950 + n % 60}. "));
        Reading.Extract(towns).Reports.Count.ShouldBeInRange(50, 200);
        var claims = "A bomb killed two men in Baghdad on Saturday. " + string.Concat(Enumerable.Range(0, 300).Select(n => $"The bombing was claimed by Xar{(char)('a' + n % 26)} Yor{(char)('a' + n / 26)}. "));
        Reading.Extract(claims).Reports[0].Perpetrators.Count.ShouldBeInRange(2, 12);
    }

    [Theory]
    [InlineData("12:30")]
    [InlineData("March 7")]
    [InlineData("7/3/2021")]
    public void A_publication_date_that_is_no_ISO_date_is_a_bad_line(string written)
    {
        using var json = System.Text.Json.JsonDocument.Parse($$"""{"id":"a","text":"b","publishedAt":"{{written}}"}""");
        Should.Throw<FormatException>(() => ArticleJson.Read(json.RootElement, "a"));
    }
}
