using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Words of attacks where nobody fights: walkouts, planes that crash, what something is likened to, what would be if.</summary>
public sealed class NoFightNewsTests
{
    [Theory]
    [InlineData("The minister said on Monday that the strike by dock workers in Cali is illegal.")]
    [InlineData("CALI, 2 MAY 90 (NA) -- [TEXT] THE MINISTER SAID TODAY THAT THE STRIKE BY COURT EMPLOYEES IS ILLEGAL. THE STRIKE, WHICH BEGAN ON 28 APRIL, HAS NO END IN SIGHT.")]
    [InlineData("The strike by teachers in Cali has entered its second week.")]
    public void Who_walks_out_attacks_nobody(string text) => Reading.Extract(text).Reports.ShouldBeEmpty();

    [Theory]
    [InlineData("The strike by Saudi warplanes on a market in Saada killed six people on Monday.")]
    [InlineData("Teachers ended the strike by drivers and clerks on Monday in Gaza. A strike on a school there killed six people on Monday.")]
    public void A_strike_from_the_air_is_told_beside_a_walkout(string text) => Reading.MainOf(text).Casualties!.Killed!.Min.ShouldBe(6);

    [Theory]
    [InlineData("Half of the passengers who were killed in yesterday's crash of a Boeing near Cali have been identified.")]
    [InlineData("The plane hit a hill while approaching the airport of Cali on Monday. The number of dead rose to 80, hospital sources said.")]
    [InlineData("CALI, 2 MAY 90 (NA) -- [TEXT] THE HELICOPTER STRUCK A MOUNTAINSIDE THIS MORNING. THE NUMBER OF DEAD ROSE TO NINE.")]
    public void A_plane_that_crashes_is_no_attack(string text) => Reading.Extract(text).Reports.ShouldBeEmpty();

    [Theory]
    [InlineData("Nine soldiers were killed on Monday in the crash of a helicopter that rebels shot down with a missile near Cali.")]
    [InlineData("The plane hit a hospital near Saada with two missiles on Monday, killing nine people.")]
    public void A_plane_shot_down_and_a_plane_that_fires_are(string text) => Reading.MainOf(text).Casualties!.Killed!.Min.ShouldBe(9);

    [Theory]
    [InlineData("The president said on Monday that Peru is like a house being attacked from all sides.")]
    [InlineData("LIMA, 2 MAY 90 (NA) -- [TEXT] THE MINISTER SAID TODAY THAT PERU IS LIKE A COUNTRY BEING INVADED.")]
    [InlineData("If one of our towns is besieged and attacked, then we are all attacked, the general said in Lima on Monday.")]
    public void A_likeness_and_a_condition_tell_nothing(string text) => Reading.Extract(text).Reports.ShouldBeEmpty();

    [Theory]
    [InlineData("A man said on Monday that he saw a house being attacked by gunmen in Lima.")]
    [InlineData("If you were in Lima on Monday morning, a police station there was attacked by rebels.")]
    public void What_is_seen_and_what_stands_behind_the_condition_are_told(string text) => Reading.Extract(text).Reports.ShouldNotBeEmpty();

    [Theory]
    [InlineData("A bus carrying army recruits was bombed by rebels in Lima on Monday.", EventType.Bombing)]
    [InlineData("A bus carrying army recruits was bombed by the air force in Lima on Monday.", EventType.Airstrike)]
    [InlineData("The army's jets bombed a camp of rebels near Lima on Monday.", EventType.Airstrike)]
    public void The_army_before_a_passive_flew_no_plane(string text, EventType type) => Reading.MainOf(text).EventType.ShouldBe(type);
}
