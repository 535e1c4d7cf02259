using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>A headline above the text ends where its line ends, and the dateline below it is one as at the head of the text.</summary>
public sealed class HeadlineNewsTests
{
    [Theory]
    [InlineData("Four French soldiers killed in ambush by jihadists near the town of Ansongo\nTAMPA, Fla. — On June 13, four French soldiers were killed in an ambush near Ansongo, Mali, the command said.")]
    [InlineData("Two Iraqi policemen killed in a mortar attack on a base to the north of Samarra\nSAMARRA (AFP) - Two policemen were killed on Monday when mortar shells hit a base in Samarra, police said.")]
    [InlineData("Two policemen killed in mortar attack on Camp Taji, north of Baghdad\nBAGHDAD (AFP) - Two policemen were killed when mortar shells hit Camp Taji on Monday, police said.")]
    [InlineData("Army repels attack on a base in the northeast, kills at least six of the terrorists\nTroops of the northern command have repelled an attack on a base in Gwoza, Borno State, on Monday, killing six terrorists, the army said in a statement.")]
    public void No_name_goes_on_from_the_headline_into_the_text(string text)
    {
        var report = Reading.MainOf(text);
        report.Perpetrators.Select(one => one.Name).Concat(report.Targets.Select(one => one.Name)).ShouldAllBe(name => !name.Contains('\n') && !name.Contains("TAMPA") && !name.Contains("SAMARRA") && !name.Contains("BAGHDAD"));
    }

    [Fact]
    public void The_text_knows_more_than_its_headline()
    {
        var report = Reading.MainOf("Rockets hit Kirkuk: one driver dead, Polish soldier among wounded\nA driver was killed and seven other people were injured when rockets hit Kirkuk on Monday, officials said.");
        (report.Casualties!.Killed!.Max, report.Casualties.Wounded!.Max).ShouldBe((1, 7));
    }

    [Fact]
    public void Whose_troops_the_headline_names_has_done_nothing_below() =>
        Reading.MainOf("Three drones target Harir air base where US troops are stationed\nThree drones targeted Harir air base on Monday, the agency said.").Perpetrators.ShouldBeEmpty();

    [Theory]
    [InlineData("Gunmen kill six in Gossi\nBAMAKO, June 15 (AFP) - Gunmen killed six people in the Mali town of Gossi over the weekend, officials said.", "2022-06-11", "2022-06-12")]
    [InlineData("BAMAKO, June 15 (AFP) - Gunmen killed six people in the Mali town of Gossi over the weekend, officials said.", "2022-06-11", "2022-06-12")]
    [InlineData("DRONES HIT FUEL DEPOT IN RUSSIA'S KURSK REGION, GOVERNOR SAYS NOBODY WAS HURT\nJune 15 (Reuters) - A drone attack set fuel tanks ablaze in Russia's Kursk region early on Tuesday, the governor said.", "2022-06-14", "2022-06-14")]
    public void The_day_of_a_dateline_below_a_headline_is_that_of_writing(string text, string from, string to)
    {
        var date = Reading.MainOf(text).Date!;
        (date.Start.ToString("yyyy-MM-dd"), date.End.ToString("yyyy-MM-dd")).ShouldBe((from, to));
    }

    [Fact]
    public void A_sentence_in_wrapped_lines_is_one()
    {
        const string text = "Eleven soldiers were killed on Monday in an ambush that the army\nof Niger blamed on fighters of the Islamic State in the Greater\nSahara, who crossed from Mali on motorcycles and fled north.";
        Reading.Document(text).Sentences.Count.ShouldBe(1);
    }

    [Fact]
    public void A_wrapped_line_goes_on_with_a_name()
    {
        const string text = "Eleven soldiers were killed on Monday in an ambush near the town of\nTillaberi in the west of Niger, where fighters of the Islamic State are\nactive, the ministry said.";
        Reading.Document(text).Sentences.Count.ShouldBe(1);
    }
}
