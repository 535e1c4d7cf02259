namespace Platform.Tests.Unit.Extraction;

/// <summary>What helps to link a report to those of other articles.</summary>
public sealed class ClueTests
{
    private const string Crime = "Police said a 23-year-old man was shot dead on Marlow Avenue on Tuesday. Dario Kessel, 23, was found behind a laundromat. "
        + "Sgt. Tom Brill said officers arrested Lee Anton Vash. Kessel had worked at Marlow Avenue for years.";

    [Fact]
    public void Clues_stand_beside_each_report()
    {
        var result = Reading.Extract("Three rockets hit Balad air base on Sunday, wounding two soldiers. On 4 May, gunmen killed the engineer Omar Hadidi in Mosul.");

        result.Clues.Count.ShouldBe(result.Reports.Count);
        result.Clues.Count.ShouldBe(2);
        result.Clues[1].People.ShouldBe(["omar hadidi"]);
        result.Clues[0].People.ShouldBeEmpty();
        result.Clues[1].Terms.ShouldNotContain("balad");
    }

    [Fact]
    public void Who_is_named_with_an_age_comes_first_and_who_only_speaks_not_at_all()
    {
        var people = Reading.Extract(Crime).Clues.ShouldHaveSingleItem().People;

        people[0].ShouldBe("dario kessel");
        people.ShouldContain("lee vash");
        people.ShouldNotContain("tom brill");
    }

    [Fact]
    public void Who_holds_an_office_is_named_in_the_news_of_every_attack_and_tells_none_of_them()
    {
        var people = Reading.Extract("Three rockets hit Balad air base on Sunday, killing the driver Omar Hadidi. President Tarek Lammar condemned the attack. "
            + "Critics of Tarek Lammar asked why the base was not protected.").Clues.ShouldHaveSingleItem().People;

        people.ShouldBe(["omar hadidi"]);
    }

    [Fact]
    public void Towns_firms_and_streets_that_every_town_has_are_no_names_of_people()
    {
        var people = Reading.Extract("A man was shot dead on West Street in Little Rock on Tuesday. Anyone with information should call Crime Stoppers or open the Metro News App. "
            + "The police found Dario Kessel near South Marlow Avenue.").Clues.ShouldHaveSingleItem().People;

        people.ShouldBe(["dario kessel", "marlow avenue"], ignoreOrder: true);
    }

    [Fact]
    public void Terms_are_telling_words_first_and_without_the_words_of_every_text()
    {
        var terms = Reading.Extract(Crime).Clues.ShouldHaveSingleItem().Terms;

        terms.ShouldContain("age 23");
        terms.ShouldContain("marlow");
        terms.ShouldNotContain("the");
        terms.ToList().IndexOf("marlow").ShouldBeLessThan(terms.ToList().IndexOf("officers"));
        terms.ShouldBeUnique();
    }

    [Fact]
    public void The_words_of_the_headline_are_terms_of_what_the_article_was_written_for() =>
        Reading.Extract("Three rockets hit Balad air base on Sunday, wounding two soldiers.", title: "Zephyr barracks in flames").Clues.ShouldHaveSingleItem().Terms.ShouldContain("zephyr");

    [Fact]
    public void However_long_the_text_clues_stay_few()
    {
        var names = string.Join(' ', Enumerable.Range(0, 200).Select(i => $"Zora{(char)('a' + i % 26)}{(char)('a' + i / 26)} Kint{(char)('a' + i % 26)}{(char)('a' + i / 26)} saw it."));

        var clues = Reading.Extract($"Three rockets hit Balad air base on Sunday, wounding two soldiers. {names}").Clues.ShouldHaveSingleItem();

        clues.People.Count.ShouldBe(32);
        clues.Terms.Count.ShouldBe(96);
    }
}
