using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Who was attacked by name, wherever the article says it.</summary>
public sealed class NamedVictimTests
{
    [Theory]
    [InlineData("Gunmen killed two people in Leticia on Tuesday. The victims were identified as Ana Ruiz, 30, a teacher, and Tomas Vega.")]
    [InlineData("A bomb exploded at a market in Leticia on Tuesday. Also injured were Ana Ruiz and Tomas Vega.")]
    [InlineData("A bomb exploded at a market in Leticia on Tuesday. Among the wounded are Ana Ruiz, 30; a taxi driver; and Tomas Vega, 41.")]
    [InlineData("On Tuesday in Leticia rebels killed two reporters: Ana Ruiz, a photographer, and Tomas Vega.")]
    [InlineData("Rebels kidnapped two engineers in Leticia on Tuesday. Those who were kidnapped are Ana Ruiz, from Lima, and Tomas Vega.")]
    [InlineData("Gunmen ambushed a car in Leticia on Tuesday. The bodies of Ana Ruiz and Tomas Vega were found on the road.")]
    public void A_list_of_names_says_who_was_harmed(string text) => People(text).ShouldBe(["Ana Ruiz", "Tomas Vega"]);

    [Theory]
    [InlineData("A teacher, Ana Ruiz, was killed by gunmen in Leticia on Tuesday.")]
    [InlineData("Ana Ruiz, 30, a teacher, was killed by gunmen in Leticia on Tuesday.")]
    [InlineData("Rebels claimed the attack on Senator Ana Ruiz on Tuesday in Leticia.")]
    [InlineData("A bomb exploded on Tuesday in Leticia at the home of Ana Ruiz.")]
    [InlineData("Rebels attacked Ana Ruiz's residence in Leticia on Tuesday.")]
    [InlineData("Armed men wounded Ana Ruiz, president of the Supreme Court, in an attack in Leticia on Tuesday.")]
    [InlineData("THE POLICE SAID THAT A \"FOREIGN COMMANDO\" KILLED ANA RUIZ IN LETICIA ON TUESDAY.")]
    public void A_name_beside_what_tells_of_it_says_who_was_attacked(string text) => People(text).ShouldHaveSingleItem().ShouldBe("Ana Ruiz", StringCompareShould.IgnoreCase);

    [Fact]
    public void Who_did_it_is_named_by_the_same_words_and_is_no_victim() =>
        People("A gunman killed two people in Leticia on Tuesday. The gunman who killed them was Tomas Vega.").ShouldBeEmpty();

    [Fact]
    public void A_home_that_is_attacked_is_a_target_beside_who_lives_there() =>
        Reading.Extract("Rebels bombed the residence of Ana Ruiz in Leticia on Tuesday.").Reports.ShouldHaveSingleItem().Targets.Count.ShouldBe(2);

    private static IEnumerable<string> People(string text) =>
        Reading.Extract(text).Reports.ShouldHaveSingleItem().Targets.Where(target => target.Kind == TargetKind.Person).Select(target => target.Name);
}
