using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Local crime news: who was shot, who died of it, who lived.</summary>
public sealed class AftermathTests
{
    [Theory]
    [InlineData("Omar Haddad, 30, was shot and killed Monday in Houston.", 1, null)]
    [InlineData("Omar Haddad, 30, of Dallas, was shot Monday night in Houston and later died at a hospital.", 1, null)]
    [InlineData("Omar Haddad, 30, and Ana Lind, 25, were shot and killed Monday in Houston.", 2, null)]
    [InlineData("A woman who was wounded in a shooting Monday in Houston has died.", 1, null)]
    [InlineData("Two people were shot Monday in Houston, one fatally.", 1, 1)]
    [InlineData("Three people were shot, one of them fatally, on Monday in Houston.", 1, 2)]
    [InlineData("A man is dead and another is in the hospital after a shooting Monday in Houston.", 1, 1)]
    [InlineData("One person is dead and another is fighting for their life after a shooting Monday in Houston.", 1, 1)]
    [InlineData("A man shot his wife to death Monday in Houston and then killed himself, police said.", 2, null)]
    public void Who_was_shot_and_who_died_of_it_are_told_apart(string text, int? killed, int? wounded) => Check(text, killed, wounded);

    [Theory]
    [InlineData("Police are investigating a fatal shooting that happened Monday in Houston.", 1, null)]
    [InlineData("A fatal shooting happened Monday night in Houston. Officers found a 23-year-old cook with a gunshot wound to the head.", 1, null)]
    [InlineData("A man was shot Monday in Houston. Police charged a baker with attempted murder.", null, 1)]
    [InlineData("A man was shot Monday in Houston. Homicide detectives were called.", null, 1)]
    public void A_death_may_be_said_by_the_name_of_the_crime_alone(string text, int? killed, int? wounded) => Check(text, killed, wounded);

    [Theory]
    [InlineData("There was a shooting Monday in Houston. A bullet struck a 12-year-old girl in the arm.", null, 1)]
    [InlineData("There was a shooting Monday in Houston. A woman was taken to a hospital with minor injuries.", null, 1)]
    [InlineData("There was a shooting Monday in Houston. A clerk suffered a minor wound.", null, 1)]
    public void Who_is_hit_or_treated_is_wounded(string text, int? killed, int? wounded) => Check(text, killed, wounded);

    [Theory]
    [InlineData("A former writer and teacher was shot and killed Monday in Houston.", 1, null)]
    [InlineData("A writer and a teacher were shot and killed Monday in Houston.", 2, null)]
    public void Ages_and_second_trades_make_nobody_new(string text, int? killed, int? wounded) => Check(text, killed, wounded);

    [Fact]
    public void A_crime_told_in_pieces_is_a_main_report() => Check(
        "Police are asking for help. Neighbors lit candles. A family lit more. The school is closed. The shooting happened at 5 p.m. Monday. Ana Lind, 8, died at a hospital.", 1, null);

    private static void Check(string text, int? killed, int? wounded)
    {
        var report = Reading.MainOf(text);
        (report.Casualties?.Killed?.Min, report.Casualties?.Wounded?.Min).ShouldBe((killed, wounded));
        Reading.EvidenceShouldQuote(text, report);
    }
}
