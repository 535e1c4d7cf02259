using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Names of those who did it as news writes them, and to which of several attacks a claim belongs.</summary>
public sealed class WholeNameNewsTests
{
    [Theory]
    [InlineData("Zionist warplanes bombed a house in Sidon on Monday.", "Israel")]
    [InlineData("The Zionist enemy bombed a house in Sidon on Monday.", "Israel")]
    [InlineData("Zionist forces shot dead a man in Tubas on Monday.", "Israel")]
    [InlineData("Zionist settlers shot dead a man near Tubas on Monday.", "Jewish settlers")]
    [InlineData("The Turkish occupation state bombed a village near Sinjar on Monday.", "Turkey")]
    [InlineData("The Kyiv regime shelled Luhansk on Monday, killing two.", "Ukraine")]
    [InlineData("Two people were killed when the Russians shelled Nikopol on Monday.", "Russia")]
    [InlineData("Iran on Monday resumed its missile attacks on Soran, killing one person.", "Iran")]
    [InlineData("The IRGC renewed its shelling of Soran on Monday.", "Islamic Revolutionary Guard Corps")]
    [InlineData("Allied Democratic Forces (ADF) fighters killed six people in Butembo on Monday.", "Allied Democratic Forces")]
    [InlineData("Islamic State (IS) militants killed six people in Hawija on Monday.", "Islamic State")]
    [InlineData("The Kachin Independence Army (KIA) killed six people in Bhamo on Monday.", "Kachin Independence Army")]
    public void The_name_is_read_whole(string text, string name)
    {
        var one = Reading.MainOf(text).Perpetrators.ShouldHaveSingleItem();
        (one.Name, one.Stance).ShouldBe((name, Stance.Stated));
    }

    [Theory]
    [InlineData("The United States and Britain bombed Taiz on Monday.", "United Kingdom", "United States")]
    [InlineData("The US-British coalition bombed Taiz on Monday.", "United Kingdom", "United States")]
    [InlineData("Syria and Russia bombed Ariha on Monday, killing five.", "Russia", "Syria")]
    public void Of_two_states_both_did_it(string text, string first, string second) =>
        Reading.MainOf(text).Perpetrators.Select(one => one.Name).Order().ShouldBe([first, second]);

    [Theory]
    [InlineData("Russia bombed Syria and Iraq on Monday, killing five in Ariha.")]
    public void Who_is_struck_is_no_second_one(string text) => Reading.MainOf(text).Perpetrators.ShouldAllBe(one => one.Name == "Russia");

    [Theory]
    [InlineData("Two rockets hit Baquba on Monday. Saraya Thuwar al-Iraq claimed responsibility.", "Saraya Thuwar al-Iraq")]
    [InlineData("A ship was hit by a missile off Mocha on Monday. Houthi military spokesman Nasser Qahtan said his forces had targeted the ship with naval missiles.", "Houthis")]
    [InlineData("A rocket hit Netivot on Monday. Hamas claimed responsibility for the attack on Tuesday.", "Hamas")]
    [InlineData("A bomb killed two soldiers in Sirnak on Monday. On Tuesday the PKK claimed responsibility.", "Kurdistan Workers' Party")]
    [InlineData("A bomb killed five people in Herat on Monday. No one immediately took responsibility for the attack, but the Islamic State group later claimed it online.", "Islamic State")]
    [InlineData("A bomb killed four soldiers in Gao on Monday. JNIM, an al-Qaeda affiliate, claimed the attack.", "Jama'at Nusrat al-Islam wal-Muslimin")]
    [InlineData("A bomb killed four soldiers in Gao on Monday. JNIM, al-Qaeda's branch in the Sahel, claimed responsibility.", "Jama'at Nusrat al-Islam wal-Muslimin")]
    [InlineData("A bomb killed four soldiers in Gao on Monday. JNIM, an affiliate of al-Qaeda, claimed the attack.", "Jama'at Nusrat al-Islam wal-Muslimin")]
    [InlineData("A bomb killed four in Kismayo on Monday. The al-Qaeda-linked group al-Shabaab claimed responsibility.", "al-Shabaab")]
    public void The_claimant_is_the_one_named_first(string text, string name)
    {
        Reading.Extract(text).Reports.Count.ShouldBe(1);
        var one = Reading.MainOf(text).Perpetrators.ShouldHaveSingleItem();
        (one.Name, one.Stance).ShouldBe((name, Stance.Claimed));
    }

    [Fact]
    public void Outlaw_groups_are_blamed()
    {
        var one = Reading.MainOf("Rockets hit Baquba on Monday. Iraq's military spokesman blamed outlaw groups for the attack.").Perpetrators.ShouldHaveSingleItem();
        (one.Name, one.Stance).ShouldBe(("outlaw groups", Stance.Accused));
    }

    [Theory]
    [InlineData("A bomb killed two in Tikrit on Sunday. On Monday a drone hit Duhok. ISIS claimed the Tikrit attack.", "Tikrit")]
    [InlineData("A drone attack hit Duhok on Sunday. On Monday US strikes killed three people in Karbala. The Islamic Resistance in Iraq claimed responsibility for the drone attack.", "Dohuk")]
    public void A_claim_goes_to_the_attack_it_names(string text, string town)
    {
        var reports = Reading.Extract(text).Reports;
        reports.Count.ShouldBe(2);
        reports.Where(report => report.Perpetrators.Any(one => one.Stance == Stance.Claimed)).ShouldHaveSingleItem().Place!.Name.ShouldBe(town);
    }

    [Theory]
    [InlineData("A drone attack on Harir air base on Monday injured two U.S. troops. U.S. warplanes later hit three sites used by Kataib Hezbollah, killing four.")]
    [InlineData("A drone attack on Harir air base on Monday injured two U.S. troops. The U.S. then launched airstrikes on Kataib Hezbollah sites.")]
    public void The_answer_of_the_victim_is_another_attack(string text)
    {
        var report = Reading.MainOf(text);
        report.Perpetrators.ShouldBeEmpty();
        report.Casualties!.Killed.ShouldBeNull();
        report.Casualties!.Wounded!.Min.ShouldBe(2);
    }

    [Fact]
    public void The_ministry_that_tells_is_no_target()
    {
        Reading.MainOf("Four soldiers were killed in an ambush in Tillaberi, the Ministry of Defence announced on Tuesday.").Targets.ShouldBeEmpty();
        Reading.MainOf("A drone hit the Ministry of Defence in Khartoum on Monday.").Targets.ShouldHaveSingleItem().Name.ShouldBe("Ministry of Defence");
    }

    [Fact]
    public void Who_ends_an_attack_has_not_made_it() =>
        Reading.MainOf("A gunman killed two people in Afula on Monday before being shot dead by a guard and armed civilians.").Perpetrators.ShouldAllBe(one => one.Name == "gunman");
}
