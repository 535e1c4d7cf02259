namespace Platform.Tests.Unit.Extraction;

/// <summary>Words for groups and for what they do: who is said to have done it, and what only judges the deed.</summary>
public sealed class GroupWordsNewsTests
{
    private const string Head = "QUITO, 9 JUN 89 (EFE) -- [TEXT] ";
    private const string Day = "1989-06-10";

    [Theory]
    [InlineData("TWO TERRORIST BOMBINGS IN AMBATO HAVE WOUNDED SIX PERSONS.")]
    [InlineData("A TERRORIST ATTACK IN AMBATO HAS WOUNDED SIX PERSONS.")]
    [InlineData("LAST NIGHT TERRORIST BOMBS EXPLODED IN AMBATO.")]
    public void A_word_that_judges_the_deed_names_nobody(string text) => Doers(text).ShouldBeEmpty();

    [Theory]
    [InlineData("PARAMILITARY BANDS KILLED TWO PEASANTS IN AMBATO ON FRIDAY.", "PARAMILITARY BANDS")]
    [InlineData("DRUG TRAFFICKING GANGS KILLED TWO PEASANTS IN AMBATO ON FRIDAY.", "DRUG TRAFFICKING GANGS")]
    [InlineData("EXTREME RIGHTIST GROUPS KILLED TWO PEASANTS IN AMBATO ON FRIDAY.", "EXTREME RIGHTIST GROUPS")]
    [InlineData("THE ATTACK IN AMBATO ON FRIDAY, IN WHICH TWO PEASANTS DIED, WAS CARRIED OUT BY THE EXTREMIST GROUPING SENDERO LUMINOSO.", "Shining Path")]
    [InlineData("TERRORISTS KILLED TWO PEASANTS IN AMBATO ON FRIDAY.", "TERRORISTS")]
    public void The_whole_words_for_a_group_or_its_name_say_who_did_it(string text, string name) => Doers(text).ShouldHaveSingleItem().ShouldBe(name);

    [Theory]
    [InlineData("A BOMB KILLED TWO PEASANTS IN AMBATO ON FRIDAY. THE POPULAR WORKERS COMMAND CLAIMED RESPONSIBILITY FOR THE ATTACK.", "POPULAR WORKERS COMMAND")]
    [InlineData("A BOMB KILLED TWO PEASANTS IN AMBATO ON FRIDAY. A GROUP CALLING ITSELF TIZOC COMMAND CLAIMED RESPONSIBILITY FOR THE ATTACK.", "TIZOC COMMAND")]
    public void A_group_that_no_list_knows_is_named_in_capitals_too(string text, string name) => Doers(text).ShouldContain(name);

    [Theory]
    [InlineData("A BOMB KILLED TWO PEASANTS IN AMBATO ON FRIDAY. SOMEONE WHO WAS THOUGHT TO BE INACTIVE HAS CLAIMED RESPONSIBILITY FOR THE ATTACK.")]
    [InlineData("A BOMB KILLED TWO PEASANTS IN AMBATO ON FRIDAY. IT IS NOT KNOWN WHETHER THOSE WHO DID THIS CLAIMED RESPONSIBILITY FOR THE ATTACK.")]
    public void Any_words_before_a_claim_are_no_name(string text) => Doers(text).ShouldBeEmpty();

    private static IEnumerable<string?> Doers(string text) => Reading.Extract(Head + text, Day).Reports.ShouldHaveSingleItem().Perpetrators.Select(perpetrator => perpetrator.Name);
}
