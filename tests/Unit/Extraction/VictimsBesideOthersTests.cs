namespace Platform.Tests.Unit.Extraction;

/// <summary>Who is hurt beside the dead: one more by the words that join them, or one of those counted.</summary>
public sealed class VictimsBesideOthersTests
{
    [Theory]
    [InlineData("A 19-year-old man was shot and killed in Tulsa on Monday. One of his cousins, a 22-year-old woman, was shot in the hip.", 1, 1)]
    [InlineData("An overnight shooting in Tulsa on Monday has left two brothers dead and sent a teenage girl to the hospital.", 2, 1)]
    [InlineData("A man was killed and two women were grazed by bullets in Tulsa on Monday.", 1, 2)]
    [InlineData("A boy shot his little brother to death, wounded his older brother in the leg and killed himself in Tulsa on Monday.", 2, 1)]
    [InlineData("A robber was shot dead by a store clerk in Tulsa on Monday. The clerk was shot in the arm.", 1, 1)]
    [InlineData("Police found a man with a gunshot wound to the leg at a park in Tulsa on Monday. Two more victims arrived at a hospital by car.", null, 3)]
    [InlineData("A father and son were injured on Monday when a gun discharged at their home in Tulsa.", null, 2)]
    public void Whom_the_clause_brings_in_is_one_more(string text, int? killed, int? wounded) => ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("One person is dead and another is in critical condition after six people were shot in Tulsa on Monday.", 1, 5)]
    [InlineData("The robber was shot in Tulsa on Monday. The suspect died at a hospital.", 1, null)]
    public void Whom_the_total_holds_is_none_more(string text, int? killed, int? wounded) => ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("A 15-year-old boy was killed in Tulsa on Monday. Three other teens, ages 14, 16 and 17, were also shot.", 1, 3)]
    [InlineData("A woman driving on a freeway in Tulsa on Monday was struck in the shoulder by a bullet.", null, 1)]
    [InlineData("A bullet struck a sleeping 10-year-old boy in Tulsa on Monday.", null, 1)]
    [InlineData("Three men were shot in Tulsa on Monday. Omar Vance, 30, Lee Price, 21, and Jerry Ortiz, 31 all died.", 3, null)]
    public void Numbers_are_ages_where_the_grammar_says_so(string text, int? killed, int? wounded) => ShouldCount(text, killed, wounded);

    private static void ShouldCount(string text, int? killed, int? wounded)
    {
        var report = Reading.MainOf(text);
        (report.Casualties?.Killed?.Min, report.Casualties?.Wounded?.Min).ShouldBe((killed, wounded));
        Reading.EvidenceShouldQuote(text, report);
    }
}
