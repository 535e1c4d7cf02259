using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

public sealed class ArticleTests
{
    private const string BaseAttack =
        "At least three Katyusha rockets landed on Camp Taji north of Baghdad on Monday night, the Iraqi military said in a statement. " +
        "Two soldiers were killed and five others wounded in the attack, a security source told Reuters.\n\n" +
        "Kata'ib Hezbollah claimed responsibility for the attack on the base.\n\n" +
        "In January 2020, the base was hit by twelve rockets, injuring four guards.\n\n" +
        "The coalition has 2,500 troops in Iraq and plans to leave. Militias regularly threaten to strike again.";

    [Fact]
    public void A_rocket_attack_on_a_base_is_read_with_all_its_slots()
    {
        var report = Reading.MainOf(BaseAttack);
        report.EventType.ShouldBe(EventType.RocketAttack);
        report.Date.ShouldNotBeNull().Start.ShouldBe(new DateOnly(2022, 6, 13));
        report.Date.TimeOfDay.ShouldBe("night");
        var place = report.Place.ShouldNotBeNull();
        (place.Name, place.Country, place.Precision).ShouldBe(("Camp Taji", "IQ", PlacePrecision.Site));
        place.Lat.ShouldNotBeNull().ShouldBe(33.52, 0.01);
        var weapon = report.Weapons.ShouldHaveSingleItem();
        (weapon.Type, weapon.Model, weapon.Min, weapon.Max).ShouldBe((WeaponType.Rocket, "Katyusha", 3, null));
        var killed = report.Casualties.ShouldNotBeNull().Killed.ShouldNotBeNull();
        (killed.Min, killed.Max).ShouldBe((2, 2));
        report.Casualties.Wounded.ShouldNotBeNull().Min.ShouldBe(5);
        var actor = report.Perpetrators.ShouldHaveSingleItem();
        (actor.Name, actor.Kind, actor.Stance).ShouldBe(("Kata'ib Hezbollah", PerpetratorKind.ArmedGroup, Stance.Claimed));
        report.Targets.ShouldContain(target => target.Name == "Camp Taji" && target.Kind == TargetKind.MilitaryBase);
        report.Sources.ShouldContain(source => source.Name == "Iraqi military");
    }

    [Fact]
    public void An_earlier_attack_on_the_same_base_is_background_with_its_own_numbers()
    {
        var background = Reading.Extract(BaseAttack).Reports.Where(report => !report.IsMain).ShouldHaveSingleItem();
        background.Place.ShouldNotBeNull().Name.ShouldBe("Camp Taji");
        background.Date.ShouldNotBeNull().Precision.ShouldBe(DatePrecision.Month);
        background.Weapons.ShouldHaveSingleItem().Min.ShouldBe(12);
        background.Casualties.ShouldNotBeNull().Wounded.ShouldNotBeNull().Min.ShouldBe(4);
    }

    [Fact]
    public void Evidence_quotes_every_value()
    {
        foreach (var report in Reading.Extract(BaseAttack).Reports) Reading.EvidenceShouldQuote(BaseAttack, report);
    }

    [Fact]
    public void No_casualties_is_zero_and_silence_is_absent()
    {
        Reading.MainOf("Two rockets hit Balad air base on Sunday without causing casualties.").Casualties.ShouldNotBeNull().Killed.ShouldNotBeNull().Max.ShouldBe(0);
        Reading.MainOf("Two rockets hit Balad air base on Sunday.").Casualties.ShouldBeNull();
    }

    [Fact]
    public void Several_wounded_is_said_without_a_number()
    {
        var wounded = Reading.MainOf("A car bomb killed nine people and wounded several others in Mosul on Sunday.").Casualties.ShouldNotBeNull().Wounded.ShouldNotBeNull();
        (wounded.Min, wounded.Max).ShouldBe((null, null));
    }

    [Fact]
    public void Who_was_shot_is_wounded_unless_counted_dead()
    {
        var casualties = Reading.MainOf("Three men were shot in Houston on Sunday, police said. One of them died.").Casualties.ShouldNotBeNull();
        casualties.Killed.ShouldNotBeNull().Min.ShouldBe(1);
        casualties.Wounded.ShouldNotBeNull().Min.ShouldBe(2);
    }

    [Fact]
    public void A_day_that_cannot_be_resolved_takes_no_date_from_background()
    {
        const string text = "Two rockets hit Balad air base on Sunday, wounding a guard.\n\nIn January 2020, the base was hit by eight rockets.";
        var reports = Reading.Extract(text, publishedAt: null).Reports;
        reports.Count.ShouldBe(2);
        (reports[0].IsMain, reports[0].Date).ShouldBe((true, null));
        (reports[1].IsMain, reports[1].Date.ShouldNotBeNull().Start).ShouldBe((false, new DateOnly(2020, 1, 1)));
    }

    [Fact]
    public void Two_attacks_in_one_sentence_are_two_reports()
    {
        var reports = Reading.Extract("Gunmen killed four people in Quetta on Monday, while three soldiers were wounded in another attack in Peshawar on Tuesday.").Reports;
        reports.Count.ShouldBe(2);
        reports[0].Casualties.ShouldNotBeNull().Killed.ShouldNotBeNull().Min.ShouldBe(4);
        reports[1].Casualties.ShouldNotBeNull().Wounded.ShouldNotBeNull().Min.ShouldBe(3);
        reports[1].Place.ShouldNotBeNull().Name.ShouldBe("Peshawar");
    }

    [Theory]
    [InlineData("A suicide bomber blew himself up at a market in Kabul on Monday, killing six people.", EventType.SuicideBombing)]
    [InlineData("An Israeli air strike killed two men near Damascus on Monday.", EventType.Airstrike)]
    [InlineData("Gunmen opened fire on a bus in Quetta on Monday, killing six people.", EventType.Shooting)]
    [InlineData("A drone attack on Abha airport wounded two workers on Monday.", EventType.DroneAttack)]
    [InlineData("Boko Haram kidnapped 40 girls from a school in Maiduguri on Monday.", EventType.Kidnapping)]
    [InlineData("A man stabbed three people in Paris on Monday.", EventType.Stabbing)]
    [InlineData("Mortar shells fell on a village near Aleppo on Monday, killing two children.", EventType.Shelling)]
    public void The_kind_of_attack_follows_the_words_that_tell_it(string text, EventType type) => Reading.MainOf(text).EventType.ShouldBe(type);

    [Theory]
    [InlineData("An Israeli air strike killed two men near Damascus on Monday.", "Israel", Stance.Stated)]
    [InlineData("A bomb attack claimed by the Taliban killed two men in Kabul on Monday.", "Taliban", Stance.Claimed)]
    [InlineData("A bomb attack killed two men in Kabul on Monday. Officials blamed the Taliban for the attack.", "Taliban", Stance.Accused)]
    [InlineData("A bomb attack killed two men in Kabul on Monday. The Taliban denied involvement in the attack.", "Taliban", Stance.Denied)]
    public void Who_did_it_comes_with_who_says_so(string text, string name, Stance stance)
    {
        var actor = Reading.MainOf(text).Perpetrators.ShouldHaveSingleItem();
        (actor.Name, actor.Stance).ShouldBe((name, stance));
    }

    [Fact]
    public void Nobody_is_named_when_nobody_claimed_it() =>
        Reading.MainOf("A car bomb killed four people in Mosul on Monday. No group immediately claimed responsibility for the blast.").Perpetrators.ShouldBeEmpty();

    [Fact]
    public void A_place_the_text_does_not_give_is_left_out() => Reading.MainOf("A roadside bomb killed two soldiers on Monday.").Place.ShouldBeNull();

    [Fact]
    public void The_same_article_gives_the_same_reports_on_every_thread()
    {
        var expected = Print(BaseAttack);
        var printed = new string[64];
        Parallel.For(0, printed.Length, i => printed[i] = Print(BaseAttack));
        printed.ShouldAllBe(print => print == expected);
    }

    private static string Print(string text) =>
        System.Text.Json.JsonSerializer.Serialize(Reading.Extract(text).Reports, ContractJson.Default.IReadOnlyListIncidentReport);
}
