namespace Platform.Tests.Unit.Extraction;

/// <summary>Who of several people is another, and what words besides "shot" and "killed" tell of them.</summary>
public sealed class VictimCountTests
{
    [Theory]
    [InlineData("A shooting in Tulsa on Monday left one dead and one injured.", 1, 1)]
    [InlineData("One person was killed and one other was injured in a shooting in Tulsa on Monday.", 1, 1)]
    [InlineData("The gunman was killed and one officer was hurt in the shooting in Tulsa on Monday.", 1, 1)]
    [InlineData("A shooting in Tulsa on Monday left one person dead and another fighting for his life.", 1, 1)]
    [InlineData("A gunman killed two people and injured a third in a shooting in Tulsa on Monday.", 2, 1)]
    public void Whom_a_coordinated_clause_brings_in_is_another_than_the_dead_before(string text, int? killed, int? wounded) => ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("A gunman opened fire at a party in Tulsa on Monday, striking five people.", null, 5)]
    [InlineData("Shots were fired into a house in Tulsa on Monday and a child was hit.", null, 1)]
    [InlineData("A drive-by shooting in Tulsa on Monday landed two men in the hospital.", null, 2)]
    [InlineData("A 22-year-old man lost his life in a shooting in Tulsa on Monday.", 1, null)]
    [InlineData("Two men suffered non-life threatening injuries in a shooting in Tulsa on Monday.", null, 2)]
    [InlineData("A 20-year-old man and a 25-year-old woman were both shot in Tulsa on Monday.", null, 2)]
    public void Harm_counts_in_whatever_words_it_is_told(string text, int? killed, int? wounded) => ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("A double homicide is under investigation in Tulsa after a shooting Monday.", 2, null)]
    [InlineData("Police are looking for a man after a triple shooting in Tulsa on Monday.", null, 3)]
    public void The_name_of_a_crime_may_hold_its_number(string text, int? killed, int? wounded) => ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("Paul Smith, 45, was killed in a shooting in Tulsa on Monday. The father of three had been shot in the chest.", 1, null)]
    [InlineData("Police say the pair killed the 6-year-old boy and wounded his brother in a shooting in Tulsa on Monday.", 1, 1)]
    public void Children_of_a_victim_and_the_number_of_the_doers_are_no_victims(string text, int? killed, int? wounded) => ShouldCount(text, killed, wounded);

    [Fact]
    public void A_similar_crime_and_what_happened_in_that_case_are_not_counted() => ShouldCount(
        "Brianna Lee, 16, was shot and killed in Tulsa on Monday. The death follows a similar shooting in May. In that case, Carl Moe, 52, was shot and killed.", 1, null);

    [Fact]
    public void A_death_told_late_in_the_article_is_not_of_this_crime() => ShouldCount(
        "Brianna Lee, 16, was shot and killed in Tulsa on Monday. Police have no suspect. Neighbors heard shots. They called for help. "
        + "Officers closed the street. The school sent a letter to parents. Classmates lit candles. \"This has to stop,\" a teacher said. "
        + "He knew Carl Moe, 52, who was killed.", 1, null);

    [Fact]
    public void Whoever_ends_the_doer_adds_him_to_those_he_killed() => ShouldCount(
        "A gunman killed two people in a shooting in Tulsa on Monday before he was shot dead by police.", 3, null);

    [Fact]
    public void A_newsrooms_promise_of_more_makes_no_speech() => Reading.MainOf(
        "Two people are dead after a shooting west of Halden in western Montana. We will bring you more details as soon as we can.").Casualties!.Killed!.Min.ShouldBe(2);

    private static void ShouldCount(string text, int? killed, int? wounded)
    {
        var report = Reading.MainOf(text);
        (report.Casualties?.Killed?.Min, report.Casualties?.Wounded?.Min).ShouldBe((killed, wounded));
        Reading.EvidenceShouldQuote(text, report);
    }
}
