namespace Platform.Tests.Unit.Extraction;

/// <summary>People an article about one crime counts that are not of it, and people of it that only the grammar tells apart.</summary>
public sealed class VictimsOfOthersTests
{
    [Theory]
    [InlineData("Two boys were shot in Houston on Monday and are in stable condition. The shooting happened a block from where a man was killed last month.", null, 2)]
    [InlineData("A man who was shot in Houston on Monday has died, police said. 15 people had been killed by this time last year.", 1, null)]
    [InlineData("A boy was shot and killed in Houston on Monday. Two classmates killed in a car crash were buried last week.", 1, null)]
    [InlineData("A man was shot in the leg in Houston on Monday. MURDER SUSPECT RELEASED FROM JAIL. Police are looking for the gunman.", null, 1)]
    public void Victims_of_another_crime_a_year_or_a_crash_do_not_count(string text, int? killed, int? wounded) => ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("Officers shot a suspect dead in Houston on Monday after he opened fire on them, wounding one.", 1, 1)]
    [InlineData("Four people were pronounced dead after a shooting in Houston on Monday. The man was shot in his side.", 4, null)]
    [InlineData("Three people were killed and two more injured in a shooting in Houston on Monday. The shooter also died at the scene.", 4, 2)]
    [InlineData("A man killed his wife and two children before shooting himself to death in Houston on Monday.", 4, null)]
    public void Who_is_another_and_who_is_one_of_them_is_told_by_the_words(string text, int? killed, int? wounded) => ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("Gunshots rang out at a club in Houston on Monday, striking three people. One of them did not survive.", 1, 2)]
    [InlineData("Officers responded to a shooting in Houston on Monday where they found two victims suffering from gunshot wounds.", null, 2)]
    [InlineData("The number of people injured in Monday's shooting in Houston has risen to five, police said.", null, 5)]
    [InlineData("A 5-year-old girl was grazed by a bullet while sleeping in her bed in Houston on Monday night.", null, 1)]
    public void Harm_counts_in_whatever_words_it_is_told(string text, int? killed, int? wounded) => ShouldCount(text, killed, wounded);

    private static void ShouldCount(string text, int? killed, int? wounded)
    {
        var report = Reading.MainOf(text);
        (report.Casualties?.Killed?.Min, report.Casualties?.Wounded?.Min).ShouldBe((killed, wounded));
        Reading.EvidenceShouldQuote(text, report);
    }
}
