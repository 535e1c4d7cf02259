using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>A strike and the attack it answers, told in one sentence.</summary>
public sealed class AnsweredNewsTests
{
    [Theory]
    [InlineData("France struck rebel sites in Kidal, Mali, on Monday after a drone attack on Gao airport wounded four soldiers.", "Kidal")]
    [InlineData("Russian jets hit a depot near Idlib on Monday after rockets were fired at Latakia.", "Idlib")]
    [InlineData("Israeli jets bombed Hodeidah on Monday after Houthi missiles hit a plant in Eilat.", "Hodeidah")]
    [InlineData("Turkish warplanes bombed Duhok on Monday following a drone attack on Hakkari that wounded two.", "Dohuk")]
    [InlineData("US warplanes bombed sites in Anbar on Monday, a day after a rocket attack killed a contractor in Erbil.", "Anbar")]
    public void The_strike_is_the_news_and_what_it_answers_is_background(string text, string place)
    {
        var main = Reading.MainOf(text);
        main.EventType.ShouldBe(EventType.Airstrike);
        main.Place!.Name.ShouldBe(place);
        main.Casualties.ShouldBeNull();
    }

    [Theory]
    [InlineData("Two soldiers were killed in Mosul on Monday after rockets hit their base.", EventType.RocketAttack)]
    [InlineData("The airport in Erbil was closed on Monday after drones struck the base.", EventType.DroneAttack)]
    public void What_followed_an_attack_is_told_of_it(string text, EventType type) => Reading.MainOf(text).EventType.ShouldBe(type);

    [Fact]
    public void Strikes_of_a_state_on_one_day_are_one_operation() =>
        Reading.MainOf("US strikes hit militia sites in Iraq on Monday.").EventType.ShouldBe(EventType.Airstrike);

    [Fact]
    public void What_came_of_the_strike_stays_with_it() =>
        Reading.MainOf("Israeli forces shelled a village near Quneitra following a rocket attack by Hezbollah, killing five people, on Monday.").Casualties!.Killed!.Min.ShouldBe(5);
}
