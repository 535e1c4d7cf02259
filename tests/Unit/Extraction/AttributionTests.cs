using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Who did it, under which name, and who says so.</summary>
public sealed class AttributionTests
{
    [Theory]
    [InlineData("Fighters of al-Qaeda stormed a prison in Aden on Tuesday.", "al-Qaeda")]
    [InlineData("The raid in al-Bab on Tuesday was claimed by the al-Nusra Front.", "Jabhat al-Nusra")]
    public void A_name_may_begin_with_a_small_article(string text, string name) => Named(text).ShouldBe(name);

    [Theory]
    [InlineData("Israeli warplanes bombed a depot near Damascus on Tuesday.", "Israel", PerpetratorKind.State)]
    [InlineData("Russia's air force bombed a market in Idlib on Tuesday, killing 12 people.", "Russia", PerpetratorKind.State)]
    [InlineData("Turkish military drones struck a car in Qamishli on Tuesday, killing two people.", "Turkey", PerpetratorKind.State)]
    [InlineData("Syrian government forces shelled a town near Idlib on Tuesday.", "Syria", PerpetratorKind.State)]
    [InlineData("Regime forces shelled homes in Douma, Syria, on Tuesday, killing four people.", "Syria", PerpetratorKind.State)]
    [InlineData("Iran's Revolutionary Guards fired ten missiles at Erbil on Tuesday.", "Islamic Revolutionary Guard Corps", PerpetratorKind.State)]
    [InlineData("A bomb planted by Ukrainian forces exploded in Donetsk on Tuesday.", "Ukraine", PerpetratorKind.State)]
    [InlineData("Taliban fighters attacked a checkpoint in Kunduz on Tuesday, killing five policemen.", "Taliban", PerpetratorKind.ArmedGroup)]
    [InlineData("Gunmen from Boko Haram attacked a village near Maiduguri on Tuesday.", "Boko Haram", PerpetratorKind.ArmedGroup)]
    [InlineData("Militants linked to the Islamic State group attacked a village in Kirkuk on Tuesday.", "Islamic State", PerpetratorKind.ArmedGroup)]
    [InlineData("Lebanese Hezbollah fired 20 rockets at a post near Safed on Tuesday.", "Hezbollah", PerpetratorKind.ArmedGroup)]
    public void A_group_or_a_state_is_named_by_its_fighters_and_forces(string text, string name, PerpetratorKind kind)
    {
        var perpetrator = Reading.MainOf(text).Perpetrators.ShouldHaveSingleItem();
        (perpetrator.Name, perpetrator.Kind, perpetrator.Stance).ShouldBe((name, kind, Stance.Stated));
    }

    [Theory]
    [InlineData("Two people died in Russian shelling of Kherson on Tuesday.", "Russia")]
    [InlineData("A Houthi missile attack on Marib on Tuesday killed three people.", "Houthis")]
    [InlineData("A US air strike near Baghdad on Tuesday killed three fighters.", "United States")]
    [InlineData("US-led air strikes near Mosul on Tuesday killed nine people.", "US-led coalition")]
    public void The_adjective_before_an_attack_names_its_doer(string text, string name) => Named(text).ShouldBe(name);

    [Theory]
    [InlineData("Iran-backed militias attacked a base near Baghdad on Tuesday.", "Iran-backed militias")]
    [InlineData("Syrian rebels shelled a suburb of Damascus on Tuesday.", "Syrian rebels")]
    [InlineData("Iraqi factions loyal to Iran attacked a base in Kirkuk on Tuesday.", "Iraqi factions loyal to Iran")]
    public void Who_is_not_named_keeps_the_texts_own_words(string text, string name) => Named(text).ShouldBe(name);

    [Theory]
    [InlineData("A bomb killed six people in Mosul on Tuesday. Islamic State claimed responsibility for the attack.")]
    [InlineData("A bomb killed six people in Mosul on Tuesday. The Islamic State group claimed the attack in a message online.")]
    [InlineData("A bomb killed six people in Mosul on Tuesday. The blast was claimed by the Islamic State group.")]
    [InlineData("A bomb killed six people in Mosul on Tuesday. The blast was later claimed on Telegram by Islamic State.")]
    [InlineData("A bomb killed six people in Mosul on Tuesday. In a statement, Islamic State said its fighters had attacked a police patrol.")]
    [InlineData("A bomb killed six people in Mosul on Tuesday. Islamic State, which claimed the bombing, has cells in the city.")]
    [InlineData("A bomb killed six people in Mosul on Tuesday. Islamic State first denied involvement but later claimed responsibility.")]
    [InlineData("A bomb planted by Islamic State killed six people in Mosul on Tuesday. Islamic State claimed responsibility.")]
    public void Who_says_it_did_it_claims_it(string text)
    {
        var perpetrator = Reading.MainOf(text).Perpetrators.ShouldHaveSingleItem();
        (perpetrator.Name, perpetrator.Stance).ShouldBe(("Islamic State", Stance.Claimed));
    }

    [Theory]
    [InlineData("Shells killed six people in Taiz on Tuesday. Residents blamed the Houthis for the attack.", "Residents")]
    [InlineData("Shells killed six people in Taiz on Tuesday. The army blamed the attack on the Houthis.", "army")]
    [InlineData("Shells killed six people in Taiz on Tuesday. The Yemeni government accused the Houthis of shelling the district.", "Yemeni government")]
    [InlineData("Shells killed six people in Taiz on Tuesday. Officials said the Houthis were behind the attack.", "Officials")]
    public void Who_is_accused_comes_with_the_accuser(string text, string accuser)
    {
        var perpetrator = Reading.MainOf(text).Perpetrators.ShouldHaveSingleItem();
        (perpetrator.Name, perpetrator.Stance, perpetrator.Accuser).ShouldBe(("Houthis", Stance.Accused, accuser));
    }

    [Theory]
    [InlineData("Suspected Boko Haram militants attacked a village near Maiduguri on Tuesday, killing nine people.")]
    [InlineData("A blast killed nine people near Maiduguri on Tuesday. Boko Haram is believed to have carried out the attack.")]
    [InlineData("A blast killed nine people near Maiduguri on Tuesday. The attackers were believed to be Boko Haram fighters.")]
    public void A_hedge_makes_a_suspicion(string text)
    {
        var perpetrator = Reading.MainOf(text).Perpetrators.ShouldHaveSingleItem();
        (perpetrator.Name, perpetrator.Stance).ShouldBe(("Boko Haram", Stance.Suspected));
    }

    [Fact]
    public void Who_denies_is_told_as_denying() =>
        Reading.MainOf("A blast killed nine people in Kabul on Tuesday. The Taliban denied any involvement.").Perpetrators.ShouldHaveSingleItem().Stance.ShouldBe(Stance.Denied);

    [Theory]
    [InlineData("A bomb killed six people in Mosul on Tuesday. No group has claimed responsibility.")]
    [InlineData("A bomb killed six people in Mosul on Tuesday. It was not immediately clear who carried out the attack but Islamic State has claimed previous bombings in the area.")]
    [InlineData("A bomb killed six Hamas fighters in Gaza City on Tuesday.")]
    [InlineData("A bomb killed six people in Mosul on Tuesday. The attack on US forces was the first in weeks.")]
    [InlineData("A bomb killed six people in Mosul on Tuesday, the Iraqi army said.")]
    public void Victims_sources_and_unclaimed_attacks_name_no_perpetrator(string text) => Reading.MainOf(text).Perpetrators.ShouldBeEmpty();

    [Fact]
    public void A_new_group_is_called_what_it_calls_itself() =>
        Named("A rocket hit a base in Erbil on Tuesday. A group calling itself Dawn of the Plains claimed responsibility.").ShouldBe("Dawn of the Plains");

    [Fact]
    public void Who_is_for_a_state_is_not_that_state() =>
        Named("Pro-Russian forces shelled Avdiivka on Tuesday, killing a woman.").ShouldBe("Pro-Russian forces");

    [Fact]
    public void Who_holds_the_place_did_not_strike_it() =>
        Named("Russian air strikes killed nine people in a village held by the Islamic State group near Palmyra on Tuesday.").ShouldBe("Russia");

    [Fact]
    public void A_claim_is_of_the_attack_told_not_of_the_one_it_is_compared_with()
    {
        var reports = Reading.Extract("""
            A suicide bomber killed four people at a base in Kunduz on Tuesday. It was the deadliest attack there since a bombing in December 2020 killed nine soldiers.

            The Taliban claimed responsibility for the attack.
            """).Reports;
        reports.Single(report => report.IsMain).Perpetrators.ShouldHaveSingleItem().Name.ShouldBe("Taliban");
        reports.Where(report => !report.IsMain).ShouldAllBe(report => report.Perpetrators.Count == 0);
    }

    private static string Named(string text) => Reading.MainOf(text).Perpetrators.ShouldHaveSingleItem().Name;
}
