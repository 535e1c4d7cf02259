using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Where rules end: sentences that look like those a rule is for, and are read otherwise.</summary>
public sealed class BoundsNewsTests
{
    [Theory]
    [InlineData("An air raid on Rafah killed 12 people on Monday. The toll now stands at 31,112, the ministry of health said.", 12)]
    [InlineData("An air raid killed 11 people in Rafah on Monday. The toll since October has reached 31,341.", 11)]
    [InlineData("A bomb killed five people in Kabul on Monday and wounded 20. The toll of wounded rose to 35.", 5)]
    [InlineData("A bomb killed 12 people in Kabul on Monday. The death toll this year reached 50.", 12)]
    [InlineData("A bomb killed 12 people in Kabul on Monday. The toll rose to 20 in the deadliest attack of the year.", 20)]
    [InlineData("A bomb went off in Kabul on Monday. Initial reports said at least 12 people were killed and 30 wounded.", 12)]
    [InlineData("A bomb went off in Kabul on Monday. Preliminary reports spoke of 12 dead and 30 wounded.", 12)]
    [InlineData("A bomb killed eight people in Peshawar on Monday. The mayor paid tribute to the ten martyrs of the school.", 8)]
    [InlineData("A bomb killed 11 people in Jabalia on Monday, bringing to 300 the number killed over the past week.", 11)]
    [InlineData("The army began an offensive in Marawi. Soldiers killed 45 militants in a counter-terrorism operation on Monday.", 45)]
    public void The_dead_are_those_of_the_attack(string text, int killed) => Reading.MainOf(text).Casualties!.Killed!.Min.ShouldBe(killed);

    [Theory]
    [InlineData("Sappers neutralised three bombs in Mosul on Monday.")]
    [InlineData("Air defences neutralised two drones near Gaziantep on Monday.")]
    public void Bombs_and_drones_that_are_made_harmless_are_nobodys_death(string text) => Reading.Extract(text).Reports.ShouldAllBe(report => report.Casualties == null || report.Casualties.Killed == null);

    [Theory]
    [InlineData("Jihadist raids targeted three villages in Mopti on Monday, killing nine people.", EventType.OtherAttack)]
    [InlineData("Raids by bandits on motorbikes hit four villages in Zamfara on Monday, killing nine people.", EventType.OtherAttack)]
    [InlineData("Gunmen killed two drivers in Juba on Monday. The UN said its air operation was suspended.", EventType.Shooting)]
    [InlineData("An air strike killed five men in Rafah on Monday. Israel said the men were behind the suicide bombing.", EventType.Airstrike)]
    [InlineData("The US military said it bombed a depot in Hodeidah on Monday.", EventType.Airstrike)]
    public void The_kind_is_that_of_the_attack_told(string text, EventType type) => Reading.MainOf(text).EventType.ShouldBe(type);

    [Theory]
    [InlineData("A missile fired at Ukraine by Russia landed in Poland on Monday, killing two people.", "Poland")]
    [InlineData("A cleric at a Lahore mosque was shot dead in Multan on Monday.", "Multan")]
    [InlineData("Gunmen attacked a bus travelling close to Homs on Monday, killing three people.", "Homs")]
    [InlineData("A drone made its way to Erbil and hit the airport on Monday, wounding two people.", "Erbil")]
    [InlineData("Gunmen killed five people in the Mangochar town of Balochistan on Monday.", "Mangochar")]
    public void The_place_is_where_it_was(string text, string place) => Reading.MainOf(text).Place!.Name.ShouldBe(place);

    [Theory]
    [InlineData("A missile hit a mall in Kremenchuk on Monday, killing 20 people. Ukraine said it hit the mall directly.")]
    [InlineData("Kenya's army said militants crossed the border from Somalia on Monday night before they attacked a bus near Mandera, killing six people.")]
    [InlineData("Gunmen killed 137 people at a concert hall near Moscow on Monday. Russia said the attack was revenge for its role in Syria.")]
    [InlineData("Hezbollah criticised a strike on Hodeidah that killed nine people on Monday. The group said it targeted civilians.")]
    public void Who_was_struck_or_only_tells_of_it_claims_nothing(string text) => Reading.MainOf(text).Perpetrators.ShouldAllBe(one => one.Stance != Stance.Claimed);

    [Theory]
    [InlineData("Hezbollah said it struck an Israeli army barracks at Shlomi with rockets on Monday.", "Hezbollah")]
    [InlineData("Israeli aircraft destroyed a rocket depot of Hamas in Rafah on Monday, killing three people.", "Israel")]
    [InlineData("Russia backs Syria and Turkish forces shelled Tal Rifaat on Monday, killing two people.", "Turkey")]
    [InlineData("Protests broke out in Minneapolis. Police shot and killed the driver of a car at a traffic stop on Monday.", "Police")]
    public void Who_did_it_stays_and_nobody_else(string text, string name) => Reading.MainOf(text).Perpetrators.ShouldHaveSingleItem().Name.ShouldBe(name);

    [Theory]
    [InlineData("A bomb in a museum killed four people in Kabul on Monday.", true)]
    [InlineData("A World War Two bomb on a building site killed two workers in Berlin on Monday.", false)]
    public void A_bomb_that_kills_where_it_lay_is_an_attack_unless_it_is_of_a_war_long_past(string text, bool isBombing) =>
        Reading.Extract(text).Reports.Any(report => report.EventType == EventType.Bombing).ShouldBe(isBombing);

    [Fact]
    public void What_was_struck_by_the_own_deed_is_kept() =>
        Reading.MainOf("Hezbollah said it struck an Israeli army barracks at Shlomi with rockets on Monday.").Targets.ShouldHaveSingleItem().Name.ShouldBe("Israeli army barracks");

    [Theory]
    [InlineData("Gunmen attacked a convoy in Ghazni on Monday, killing ten soldiers. In Kabul, President Ghani condemned the attack which killed the soldiers.")]
    [InlineData("Gunmen attacked the airport in Karachi on Monday, killing 18 people. At Jinnah International Airport, the gunmen shot guards.")]
    [InlineData("A video showing the shooting of a teenager by police in Nanterre on Monday sparked riots. The 17-year-old died.")]
    [InlineData("Iran fired missiles at a base in Erbil on Monday. The exercise will run until Friday. Two people were injured.")]
    public void One_attack_is_one_report(string text) => Reading.Extract(text).Reports.ShouldHaveSingleItem();
}
