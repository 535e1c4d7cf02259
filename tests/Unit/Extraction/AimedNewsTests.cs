using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>What was hit, what of the weapons named was only aimed at, and whom a short toll counts.</summary>
public sealed class AimedNewsTests
{
    [Theory]
    [InlineData("A missile hit a tanker in the Gulf of Aden on Monday.", "tanker")]
    [InlineData("A drone hit a hospital in Kharkiv on Monday, killing two people.", "hospital")]
    [InlineData("An Israeli airstrike hit a mosque in Rafah on Monday.", "mosque")]
    [InlineData("A mortar shell late on Monday hit a bus in Donetsk.", "bus")]
    [InlineData("A bomb hit an army patrol in Kirkuk on Monday, killing two soldiers.", "army patrol")]
    [InlineData("Rockets hit homes in Sderot on Monday.", "homes")]
    [InlineData("Rockets fired from Gaza hit residential buildings in Sderot on Monday.", "residential buildings")]
    [InlineData("Rockets hit two warehouses in Ashdod on Monday.", "warehouses")]
    public void What_a_weapon_hit_is_the_target(string text, string target) =>
        Reading.MainOf(text).Targets.ShouldHaveSingleItem().Text.ShouldBe(target);

    [Theory]
    [InlineData("A factory took a direct hit from a rocket in Sderot on Monday.")]
    [InlineData("A rocket hit kills three in Sderot on Monday.")]
    public void A_hit_with_an_article_or_before_the_verb_of_a_headline_is_a_noun(string text)
    {
        var document = Reading.Document(text);
        var hit = Enumerable.Range(0, document.Tokens.Count).First(token => document.Word(token) == "hit");
        document.TagOf(hit).ShouldBe(Platform.Extraction.Engine.Tag.Noun);
    }

    [Theory]
    [InlineData("US strikes on missile sites in Hodeidah on Monday wounded four people.", "missile sites")]
    [InlineData("US warplanes struck Houthi missile launchers near Sanaa on Monday.", "Houthi missile launchers")]
    [InlineData("US jets struck a radar, a drone storage site and a command post near Sanaa on Monday.", "drone storage site")]
    [InlineData("Israeli jets struck rocket launchers in Nabatieh on Monday.", "rocket launchers")]
    [InlineData("US forces carried out strikes against two Houthi anti-ship missiles in Hodeidah on Monday.", "Houthi anti-ship missiles")]
    public void Arms_that_were_struck_are_a_target_and_no_weapon(string text, string target)
    {
        var report = Reading.MainOf(text);
        report.EventType.ShouldBe(EventType.Airstrike);
        report.Targets.ShouldContain(one => one.Text == target);
        report.Weapons.ShouldAllBe(weapon => weapon.Type == WeaponType.Aircraft);
    }

    [Theory]
    [InlineData("Iran struck Erbil with ballistic missiles on Monday.", EventType.MissileAttack)]
    [InlineData("Houthi missiles struck a tanker in the Red Sea on Monday.", EventType.MissileAttack)]
    [InlineData("Israel hit a depot in Homs and rockets hit Safed on Monday.", EventType.RocketAttack)]
    [InlineData("Air defences hit three drones launched at Belgorod on Monday.", EventType.DroneAttack)]
    public void Arms_that_were_used_stay_the_weapon(string text, EventType type) =>
        Reading.Extract(text).Reports.ShouldContain(report => report.EventType == type);

    [Theory]
    [InlineData("An airstrike in Damascus on Monday killed a senior adviser.")]
    [InlineData("A drone strike in Tyre on Monday killed a Hamas operative.")]
    [InlineData("A drone strike in Tyre on Monday killed a senior Hezbollah figure.")]
    [InlineData("Shelling in Aleppo on Monday killed a Turkish national.")]
    public void One_person_with_an_article_is_a_toll_of_one(string text) => Reading.MainOf(text).Casualties!.Killed!.Max.ShouldBe(1);

    [Theory]
    [InlineData("There were no reported injuries or damage.")]
    [InlineData("There were no reported casualties.")]
    [InlineData("The attack did not cause any casualties.")]
    [InlineData("The attack did not result in injuries.")]
    public void What_did_no_harm_wounded_no_one(string said) =>
        Reading.MainOf("A drone attacked a base in Erbil on Monday. " + said).Casualties!.Wounded!.Max.ShouldBe(0);

    [Fact]
    public void A_crew_that_is_safe_is_unharmed() =>
        Reading.MainOf("A missile hit a ship in the Gulf of Aden on Monday. The vessel and crew are reported safe.").Casualties!.Wounded!.Max.ShouldBe(0);

    [Fact]
    public void No_one_of_a_people_killed_is_none() =>
        Reading.MainOf("A drone attacked a base in Erbil on Monday. No Iraqi or American was killed.").Casualties!.Killed!.Max.ShouldBe(0);
}
