using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Sentences that look like somebody's record, a dead doer or a name for whose work it was, and are not.</summary>
public sealed class ReviewedRulesNewsTests
{
    [Theory]
    [InlineData("A teenager was arrested in Tulsa. A second teenager was also charged in a shooting that killed a store clerk on Monday.", 1)]
    [InlineData("Police in Tulsa arrested a man on Tuesday. A woman was also charged for a shooting that killed a teenager on Monday.", 1)]
    [InlineData("Two suspects were taken in. Omar Ali was also suspected in a bombing that killed 12 people in Kabul on Monday.", 12)]
    [InlineData("Police shot a man dead in Tulsa on Monday after he was told his son had been killed.", 1)]
    [InlineData("The Taliban admitted the killing of five policemen in Kunduz on Monday.", 5)]
    public void The_crime_of_the_news_is_counted_once_and_not_lost(string text, int killed) => Reading.MainOf(text).Casualties!.Killed!.Min.ShouldBe(killed);

    [Theory]
    [InlineData("Officials rejected claims that it was the work of Islamic State.")]
    [InlineData("Police ruled out that it was the work of Islamic State.")]
    [InlineData("It was the work of enemies of Islamic State, the ministry said.")]
    public void Whose_work_it_is_not_said_to_be_has_not_done_it(string said) =>
        Reading.MainOf("A bomb killed five people in Kabul on Monday. " + said).Perpetrators.ShouldNotContain(one => one.Name == "Islamic State");

    [Fact]
    public void Who_always_blamed_somebody_for_this_attack_blames_him() =>
        Reading.MainOf("A drone killed three soldiers in Jordan on Monday. Washington has always blamed Kataib Hezbollah for the attack.").Perpetrators.ShouldHaveSingleItem().Stance.ShouldBe(Stance.Accused);
}
