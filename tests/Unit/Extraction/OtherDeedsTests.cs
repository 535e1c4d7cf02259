using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Who is named beside an attack for something else did not do it.</summary>
public sealed class OtherDeedsTests
{
    [Theory]
    [InlineData("Russia carried out airstrikes on Monday against warehouses utilized by Turkish-backed rebel groups in Idlib.", "Russia")]
    [InlineData("Hezbollah fired rockets at Safed on Monday. The operation came in response to the massacres committed by the Zionist entity.", "Hezbollah")]
    [InlineData("Turkish jets bombed a village in Duhok on Monday, killing six. The PKK has been responsible for the deaths of 40,000 people.", "Turkey")]
    [InlineData("US jets struck launchers in Hodeidah on Monday. The Houthis have sunk two ships and killed four sailors since November.", "United States")]
    [InlineData("U.S. President Biden launched military strikes in Sanaa on Monday, killing 12 people.", "United States")]
    public void Only_the_doer_is_named(string text, string doer)
    {
        var main = Reading.MainOf(text);
        main.Perpetrators.ShouldHaveSingleItem().Name.ShouldBe(doer);
        (main.Casualties?.Killed?.Max ?? 0).ShouldBeLessThan(100);
    }

    [Fact]
    public void Who_orders_a_strike_of_a_state_is_no_perpetrator_by_name() =>
        Reading.MainOf("Twelve people were killed in Sanaa on Monday in a strike ordered by President Biden.").Perpetrators.ShouldBeEmpty();

    [Theory]
    [InlineData("Three people were killed by a rocket fired by the rebels in Idlib on Monday.", "rebels")]
    [InlineData("Four soldiers died in Mosul on Monday in an attack claimed by Islamic State.", "Islamic State")]
    public void Who_fired_or_claims_it_is_one(string text, string name) => Reading.MainOf(text).Perpetrators.ShouldContain(one => one.Name.Contains(name));

    [Fact]
    public void Dead_of_years_are_a_statistic() =>
        Reading.Extract("Turkish jets bombed a village in Duhok on Monday, killing six. The PKK has been responsible for the deaths of 40,000 people.").Aggregates.ShouldNotBeEmpty();

    [Theory]
    [InlineData("Hamas is responsible for the deaths of 1,200 people in the attack on southern Israel on Monday.", 1200)]
    [InlineData("Since Monday, gunmen have attacked two villages and killed ten people in Plateau, Nigeria.", 10)]
    [InlineData("The bombing left 2000 dead in Mosul on Monday.", 2000)]
    public void Dead_of_this_attack_are_none(string text, int killed) => Reading.MainOf(text).Casualties!.Killed!.Min.ShouldBe(killed);

    [Theory]
    [InlineData("Four soldiers died on Monday in Marib in a position surrounded by Houthi fighters.", "Houthi")]
    [InlineData("Motorcycle club president Ivan Hart shot and killed two men in Tulsa, Oklahoma, on Monday.", "Hart")]
    public void Who_surrounds_or_presides_over_a_club_can_be_the_doer(string text, string name) => Reading.MainOf(text).Perpetrators.ShouldContain(one => one.Name.Contains(name));
}
