using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

public sealed class CrimeNewsTests
{
    [Theory]
    [InlineData("A baker was accidentally shot on Monday in Houston, police said.")]
    [InlineData("A boy is in stable condition after a gun accidentally discharged Monday at a home in Houston. He has a gunshot wound in the foot.")]
    [InlineData("A woman was struck by a stray bullet on Monday in Houston.")]
    public void Someone_shot_by_accident_was_shot(string text) => Reading.MainOf(text).EventType.ShouldBe(EventType.Shooting);

    [Fact]
    public void A_crash_is_still_no_attack() =>
        Reading.Extract("Two people were killed in an accident on a highway near Houston on Monday.").Reports.ShouldBeEmpty();

    [Fact]
    public void A_court_that_hears_of_a_shooting_does_not_undo_it()
    {
        var report = Reading.MainOf("A cook was charged with murder in a shooting that left two people dead in Houston. He appeared in court on Tuesday.");
        (report.EventType, report.Casualties!.Killed!.Min).ShouldBe((EventType.Shooting, 2));
    }

    [Fact]
    public void A_follow_up_months_later_is_written_for_the_crime_it_tells() =>
        Reading.MainOf("A painter was arrested for a shooting that left two people dead in Houston on March 3, police said.").Date!.Start.ShouldBe(new DateOnly(2022, 3, 3));

    [Fact]
    public void Who_was_shot_and_whose_body_was_found_is_dead() =>
        Reading.MainOf("The body was found in a driveway in Toledo, Ohio, on Tuesday morning. The police said that he was shot several times on Monday night.").Casualties!.Killed!.Min.ShouldBe(1);

    [Fact]
    public void Those_arrested_after_a_death_are_not_the_dead() =>
        Reading.MainOf("The police arrested three men early on Sunday after a man was found shot to death in a house in Toledo, Ohio.").Casualties!.Killed!.Min.ShouldBe(1);
}
