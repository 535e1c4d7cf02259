namespace Platform.Tests.Unit.Extraction;

/// <summary>Names behind a comma say who those counted are; what became of people and things is nobody's deed.</summary>
public sealed class NamedDeadNewsTests
{
    [Theory]
    [InlineData("Warplanes struck a house in Damascus on Monday, killing two fighters, Hadi Marsh and Omar Lind.", 2)]
    [InlineData("A car bomb killed four officers, Ali Marsh, Omar Lind, Karim Stone and Hadi Nour, in Baghdad on Monday.", 4)]
    [InlineData("Gunmen killed two policemen, Ali Marsh, 31, and Omar Lind, 40, in Baghdad on Monday.", 2)]
    [InlineData("A car bomb killed two soldiers, three policemen and two civilians in Baghdad on Monday.", 7)]
    [InlineData("The mayor of Huanta, Ivan Marsh, and two councilmen were shot dead on Monday by rebels.", 3)]
    [InlineData("The mayor, Ivan Marsh, and two councilmen were shot dead in Huanta on Monday by rebels.", 3)]
    public void Names_say_who_is_counted(string text, int killed) => Reading.MainOf(text).Casualties!.Killed!.Min.ShouldBe(killed);

    [Theory]
    [InlineData("There have been 16 attacks since Oct. 17, and 21 soldiers suffered injuries.")]
    [InlineData("The ministry counted 12 attacks since October, and 21 of its people needed care for injuries.")]
    public void Who_came_to_harm_in_all_that_was_counted_is_no_toll_of_the_last(string tail) =>
        Reading.MainOf("A rocket attack targeted a base at Rmelan on Monday. " + tail).Casualties?.Wounded.ShouldBeNull();

    [Fact]
    public void A_toll_with_an_attack_of_its_own_stays() =>
        Reading.MainOf("There have been 16 attacks since October, and 21 soldiers were wounded in Monday's rocket attack on Rmelan.").Casualties!.Wounded!.Min.ShouldBe(21);

    [Theory]
    [InlineData("A tanker was hit by a missile off Hodeidah on Monday, leaving one Filipino sailor missing.")]
    [InlineData("Rockets fell on Taji on Monday, Iraqi helicopter damaged.")]
    [InlineData("Rockets land in Taji, Iraqi helicopter damaged\n\nThree rockets fell on Taji on Monday evening.")]
    public void Who_is_missing_and_what_is_damaged_did_nothing(string text) => Reading.MainOf(text).Perpetrators.ShouldBeEmpty();

    [Theory]
    [InlineData("The army responded with artillery on the sources of fire, killing a number of militants.")]
    [InlineData("The army retaliated with mortars.")]
    public void Who_returns_the_fire_did_not_open_it(string answer)
    {
        var report = Reading.MainOf("A woman was killed on Monday when militants fired rockets at Aleppo. " + answer);
        report.Perpetrators.ShouldHaveSingleItem().Name.ShouldBe("militants");
        report.Casualties!.Killed!.Max.ShouldBe(1);
    }

    [Fact]
    public void Who_answers_with_a_raid_of_its_own_day_is_told() =>
        Reading.Extract("Rockets hit Ashkelon on Monday. The Israeli army responded with airstrikes in Gaza.").Reports.Count.ShouldBe(2);

    [Theory]
    [InlineData("Missile hits tanker off Yemen\n\nA missile was fired at a ship off Hodeidah on Monday.", "tanker")]
    [InlineData("Rocket attack at US embassy damages cars\n\nRockets were fired at the US embassy in Baghdad on Monday.", "US embassy")]
    public void A_verb_of_a_headline_ends_the_name_of_what_it_hit(string text, string target)
    {
        var targets = Reading.MainOf(text).Targets;
        targets.ShouldContain(one => one.Name == target);
        targets.ShouldNotContain(one => one.Name!.Contains("hits") || one.Name.Contains("damages"));
    }
}
