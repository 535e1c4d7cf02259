using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Victims told one by one, in totals, and with what became of them later.</summary>
public sealed class VictimRollTests
{
    [Theory]
    [InlineData("Two men were shot Monday in Houston. One of them, a 30-year-old baker, died at a hospital.", 1, 1)]
    [InlineData("A man, 30, was shot and killed Monday in Houston. A 19-year-old cook was also shot and is in stable condition.", 1, 1)]
    [InlineData("A 15-year-old girl was shot and killed Monday in Houston. Police said the girl was shot in a car.", 1, null)]
    [InlineData("A toddler who was injured in a shooting Monday in Houston has died, police said.", 1, null)]
    [InlineData("A man and two children are dead after a shooting Monday in Houston.", 3, null)]
    [InlineData("A woman killed her two sons on Monday at a home in Houston before turning the gun on herself, police said. It was a shooting, they said.", 3, null)]
    [InlineData("A shooting on Monday in Houston killed one person and injured five others.", 1, 5)]
    [InlineData("A man was shot in the leg on Monday in Houston. He is in stable condition.", null, 1)]
    [InlineData("A girl was shot on Monday in Houston. Police said Nora was killed by a cook. Nora Lind, 8, was killed in a car.", 1, null)]
    [InlineData("A boy accidentally shot himself in the foot on Monday in Houston.", null, 1)]
    [InlineData("Officers found three women, aged 25, 32 and 51, with gunshot wounds on Monday in Houston.", null, 3)]
    [InlineData("One man and one woman were found dead after a shooting Monday in Houston.", 2, null)]
    public void The_greater_of_totals_and_single_people_counts_and_nobody_counts_twice(string text, int? killed, int? wounded)
    {
        var report = Reading.MainOf(text);
        (report.Casualties?.Killed?.Min, report.Casualties?.Wounded?.Min).ShouldBe((killed, wounded));
        Reading.EvidenceShouldQuote(text, report);
    }

    [Fact]
    public void The_victims_of_an_older_crime_are_not_added() =>
        Reading.MainOf("A man was shot and wounded Monday in Houston. On March 2, three people were killed at the same corner.").Casualties!.Killed.ShouldBeNull();
}
