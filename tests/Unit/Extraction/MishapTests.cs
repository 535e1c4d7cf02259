namespace Platform.Tests.Unit.Extraction;

/// <summary>Accidents, animals, tests, foiled plots, denials and suppositions in the words of attacks.</summary>
public sealed class MishapTests
{
    [Theory]
    [InlineData("A huge explosion shook the port of Latakia on Tuesday and killed two dock workers. The blast was caused by a short circuit in a store, the governor said.")]
    [InlineData("Three people were killed on Thursday when a gas cylinder exploded in a restaurant in Mosul.")]
    [InlineData("An explosion in a bakery in Basra killed two people on Monday. Police ruled out terrorism.")]
    [InlineData("A shark attacked a surfer off Perth on Saturday, killing him.")]
    [InlineData("Two farmers were killed by a lion in Dodoma on Saturday.")]
    [InlineData("A lorry carrying fuel overturned and exploded on the Basra road on Saturday, killing six people.")]
    [InlineData("A small plane crashed into a house in Austin on Monday, killing the pilot.")]
    public void Accidents_and_animals_are_no_attacks(string text) => Reading.Extract(text).Reports.ShouldBeEmpty();

    [Theory]
    [InlineData("North Korea fired two short-range ballistic missiles into the sea off its east coast on Wednesday, the military of the South said.")]
    [InlineData("Security forces foiled a plot to blow up a church in Minya on Friday and arrested four suspects with explosive belts.")]
    [InlineData("Experts dismantled two roadside bombs planted on the road to Samarra on Monday.")]
    [InlineData("Hackers attacked 80 servers in Dublin on Friday in a ransomware attack.")]
    [InlineData("The senator came under fire on Tuesday in Washington for his remarks.")]
    public void Tests_finds_and_figures_are_no_attacks(string text) => Reading.Extract(text).Reports.ShouldBeEmpty();

    [Theory]
    [InlineData("The movement denied on Wednesday that it had fired a missile at a camp in Marib.")]
    [InlineData("The ministry denied reports that warplanes had bombed a wedding in Raqqa on Monday.")]
    [InlineData("The military said reports of a rocket attack on Balad base on Sunday were false.")]
    [InlineData("There was no truth to reports of an explosion in Damascus on Sunday, the agency said.")]
    [InlineData("A missile attack on Haifa could kill hundreds of people, the general said.")]
    public void What_is_denied_or_supposed_did_not_happen(string text) => Reading.Extract(text).Reports.ShouldBeEmpty();

    [Theory]
    [InlineData("The fighters denied that they were behind the attack in Marib on Wednesday, in which a bomb killed four soldiers.", 4)]
    [InlineData("A car bomb exploded near a bus stop in Basra on Saturday and a bus overturned, killing six people.", 6)]
    [InlineData("A bomb in a market in Kabul on Monday killed nine people and could derail the talks.", 9)]
    [InlineData("Guards foiled an attack on a church in Minya on Friday, in which gunmen killed two policemen.", 2)]
    public void The_same_words_beside_an_attack_leave_it(string text, int killed) => Reading.MainOf(text).Casualties!.Killed!.Min.ShouldBe(killed);
}
