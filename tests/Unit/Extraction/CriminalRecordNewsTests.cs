using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Crimes of somebody's past, of another case or of weeks before harmed nobody in the crime of the news.</summary>
public sealed class CriminalRecordNewsTests
{
    [Theory]
    [InlineData("A man was shot and killed in Toledo on Saturday. He had been on parole since 2015 for a shooting that wounded two people.")]
    [InlineData("A man was shot and killed in Toledo on Saturday. The suspect was out on bond in a case in which two people were wounded.")]
    [InlineData("A man was shot and killed in Toledo on Saturday. He was out on bail for a November stabbing that injured three people.")]
    [InlineData("A man was shot and killed in Toledo on Saturday. The suspect is also wanted in a November shooting that injured three people.")]
    [InlineData("A man was shot and killed in Toledo on Saturday. The suspect was previously convicted in a 2015 robbery in which two clerks were wounded.")]
    public void What_he_had_done_before_is_another_crime(string text)
    {
        VictimNews.ShouldCount(text, 1, null);
        Reading.MainOf(text, "2019-08-12").EventType.ShouldBe(EventType.Shooting);
    }

    [Theory]
    [InlineData("A man was shot and killed in Toledo on Saturday. The suspect is charged in a shooting that also wounded two women.", 2)]
    [InlineData("A man was shot and killed in Toledo on Saturday. The suspect was out on bond in another case when he shot and wounded two women.", 2)]
    [InlineData("A man was shot and killed in Toledo on Saturday. The suspect is also charged with wounding a woman.", 1)]
    public void What_he_did_on_bond_or_is_charged_with_is_the_crime(string text, int wounded) => VictimNews.ShouldCount(text, 1, wounded);

    [Theory]
    [InlineData("A man was shot and wounded on the Ford Freeway on Monday. Last week, a mother of two was killed on the Lodge Freeway.", null)]
    [InlineData("A man was shot and wounded in Toledo on Saturday. Last month, a teenager was killed outside the store.", null)]
    public void Who_was_killed_the_week_before_is_another(string text, int? killed) => VictimNews.ShouldCount(text, killed, 1);
}
