using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Headlines leave out articles, "was" and "and": who stands before the verb was harmed, each of those between commas.</summary>
public sealed class HeadlinePeopleNewsTests
{
    [Theory]
    [InlineData("Man, woman killed in Toledo shooting Saturday", 2, null)]
    [InlineData("Grandmother, grandson shot dead in Toledo on Saturday", 2, null)]
    [InlineData("Deputy, gunman killed in Toledo shooting Saturday", 2, null)]
    [InlineData("Three men, girl killed in Toledo shooting Saturday", 4, null)]
    [InlineData("Man, teen injured in Toledo shooting Saturday", null, 2)]
    [InlineData("Boy, girl shot in Toledo on Saturday", null, 2)]
    [InlineData("Man, woman killed by car bomb in Mosul on Saturday", 2, null)]
    [InlineData("Woman, 3 children shot in Toledo on Saturday", null, 4)]
    public void A_comma_joins_the_people_of_a_headline(string text, int? killed, int? wounded)
    {
        VictimNews.ShouldCount(text, killed, wounded);
        Reading.MainOf(text, "2019-08-12").Perpetrators.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Man, 41, killed in Toledo shooting Saturday", 1, null)]
    [InlineData("Man, a father of three, killed in Toledo shooting Saturday", 1, null)]
    [InlineData("Woman hurt, man killed in Toledo shooting Saturday", 1, 1)]
    public void What_says_more_of_one_person_adds_nobody(string text, int? killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("Barber killed, 3 clients wounded in Toledo shooting on Saturday", 1, 3)]
    [InlineData("Trainer killed, 2 players wounded in Toledo shooting on Saturday", 1, 2)]
    [InlineData("Cashier shot dead, 2 shoppers wounded in Toledo on Saturday", 1, 2)]
    [InlineData("Guard shot dead, teen wounded in Toledo on Saturday", 1, 1)]
    [InlineData("Imam killed, four worshippers wounded in Mosul bombing on Saturday", 1, 4)]
    [InlineData("Man killed, 3 guests hurt in Toledo shooting on Saturday", 1, 3)]
    [InlineData("Barber killed, 4 wounded in Toledo shooting on Saturday", 1, 4)]
    public void Who_stands_before_killed_is_not_counted_with_those_of_the_next_word(string text, int killed, int wounded)
    {
        VictimNews.ShouldCount(text, killed, wounded);
        Reading.MainOf(text, "2019-08-12").Perpetrators.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Man shot at Toledo gas station on Saturday", 1)]
    [InlineData("Two women shot at Toledo motel on Saturday", 2)]
    [InlineData("Teen shot at Toledo home on Saturday, police say", 1)]
    [InlineData("3 men shot at birthday party in Toledo on Saturday", 3)]
    public void Who_is_shot_at_a_place_shot_nobody(string text, int wounded)
    {
        VictimNews.ShouldCount(text, null, wounded);
        Reading.MainOf(text, "2019-08-12").Perpetrators.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Man shot at deputies in Toledo on Saturday")]
    [InlineData("Man shot at truck in Toledo on Saturday")]
    [InlineData("A man shot at a gas station in Toledo on Saturday")]
    public void Who_shoots_at_something_is_the_doer(string text) => Reading.MainOf(text, "2019-08-12").Perpetrators.ShouldHaveSingleItem().Name.ShouldBeOneOf("Man", "man");
}
