namespace Platform.Tests.Unit.Extraction;

/// <summary>Speeches name events to argue with them; news tells them.</summary>
public sealed class SpeechTests
{
    private const string Talk = "I say to you that we love our country and you must help us. I know that you will stand with me. We trust our friends and our friends trust us. ";

    [Fact]
    public void A_speech_that_names_an_attack_makes_no_report() =>
        Reading.Extract(Talk + "We saw on Tuesday how they attacked us. We will not forget it, and I ask you not to forget it.").Reports.ShouldBeEmpty();

    [Fact]
    public void A_speech_that_tells_an_attack_with_day_place_and_toll_makes_one() =>
        Reading.Extract(Talk + "On Tuesday gunmen killed two guards at a bank in Leticia. I ask you to remember them.").Reports.ShouldHaveSingleItem();

    [Fact]
    public void The_same_attack_told_as_news_is_a_report() =>
        Reading.Extract("The minister said on Tuesday that gunmen attacked villagers. He asked the country not to forget it.").Reports.ShouldHaveSingleItem();

    [Fact]
    public void Background_with_what_it_struck_and_who_did_it_is_a_report()
    {
        const string text = "Gunmen killed two guards in Leticia on Tuesday. Rebels previously bombed the offices of the power company.";
        Reading.Extract(text).Reports.Count(report => !report.IsMain).ShouldBe(1);
    }
}
