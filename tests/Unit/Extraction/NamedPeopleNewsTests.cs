using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>People harmed who are told by their names: how many they are, and that all of a list are meant.</summary>
public sealed class NamedPeopleNewsTests
{
    private const string Head = "QUITO, 9 JUN 89 (EFE) -- [TEXT] ";
    private const string Day = "1989-06-10";

    [Theory]
    [InlineData("Two gunmen on Friday killed Pedro Salcedo in Ambato.", 1)]
    [InlineData("Two men murdered Pedro Salcedo in Ambato on Friday.", 1)]
    [InlineData("Gunmen on Friday killed Pedro Salcedo and Luis Barreda in Ambato.", 2)]
    [InlineData("Two men killed Pedro Salcedo, Luis Barreda and Juan Mena in Ambato on Friday.", 3)]
    [InlineData("Two men killed Pedro Salcedo, and Luis Barreda fled, in Ambato on Friday.", 1)]
    [InlineData("Pedro Salcedo, Luis Barreda and Juan Mena were killed by gunmen in Ambato on Friday.", 3)]
    [InlineData("Sergeant Pedro Salcedo and Corporal Luis Barreda were killed by gunmen in Ambato on Friday.", 2)]
    public void Who_is_told_by_name_is_counted_and_who_did_it_is_not(string text, int killed) =>
        Reading.Extract(text).Reports.ShouldHaveSingleItem().Casualties!.Killed!.Min.ShouldBe(killed);

    [Fact]
    public void Guerrillas_who_kidnap_a_man_are_not_the_ones_taken() =>
        Reading.Extract("Guerrillas kidnapped Pedro Salcedo in Ambato on Friday.").Reports.ShouldHaveSingleItem().Casualties!.Kidnapped!.Max.ShouldBe(1);

    [Theory]
    [InlineData("PEDRO SALCEDO, 20 YEARS OLD, AND LUIS BARREDA, 21, WERE MURDERED BY GUNMEN IN AMBATO ON FRIDAY.")]
    [InlineData("GUNMEN FIRED AT PHOTOGRAPHERS PEDRO SALCEDO AND LUIS BARREDA IN AMBATO.")]
    [InlineData("THE ATTACK ON SENATOR PEDRO SALCEDO AND POPULAR ALLIANCE LEADER LUIS BARREDA LEFT TWO DEAD.")]
    [InlineData("MERCHANT PEDRO SALCEDO AND U.S. BUSINESSMAN LUIS BARREDA, KIDNAPPED 11 DAYS AGO IN AMBATO, WERE RESCUED TODAY.")]
    [InlineData("INJURED BY A BLAST IN AMBATO WERE: AN UNIDENTIFIED TAXI DRIVER; PEDRO SALCEDO, A BEGGAR WHO WAS SLEEPING ON THE SIDEWALK; AND LUIS BARREDA, A COOK.")]
    [InlineData("PEDRO SALCEDO, THE TOWN SECRETARY; AND BODYGUARD LUIS BARREDA WERE KILLED BY GUERRILLAS IN AMBATO.")]
    [InlineData("A BOMB IN AMBATO KILLED PEDRO SALCEDO, 42; LUIS BARREDA, A GUARD; AND A BOY.")]
    [InlineData("THE REPORT INDICATES PEDRO SALCEDO AND LUIS BARREDA, MEMBERS OF THE CIVIL DEFENSE, WERE ABDUCTED BY GUERRILLAS IN AMBATO.")]
    [InlineData("THE MURDER OF PRIEST PEDRO SALCEDO, ALONG WITH BISHOP LUIS BARREDA, WAS PERPETRATED BY GUNMEN IN AMBATO.")]
    public void All_of_a_list_of_names_are_meant(string text) => People(text).ShouldBe(["PEDRO SALCEDO", "LUIS BARREDA"]);

    [Theory]
    [InlineData("A FARMER, IDENTIFIED AS PEDRO SALCEDO, WAS KILLED IN AN ATTACK IN AMBATO.")]
    [InlineData("A BOMB IN AMBATO KILLED PEDRO SALCEDO, 42; LUIS BARREDA, A GUARD, WAS ARRESTED.")]
    [InlineData("THE ATTACK ON PEDRO SALCEDO IN AMBATO LEFT LUIS BARREDA WITHOUT A DRIVER.")]
    [InlineData("GUERRILLAS KIDNAPPED THE BISHOP OF AMBATO, AND HIS ASSISTANT, PEDRO SALCEDO, ON FRIDAY.")]
    public void Who_is_named_as_the_one_described_is_meant_alone(string text) => People(text).ShouldHaveSingleItem().ShouldBe("PEDRO SALCEDO");

    [Theory]
    [InlineData("GUNMEN KILLED VICTOR HUGO SALCEDO IN AMBATO ON FRIDAY.", "VICTOR HUGO SALCEDO")]
    [InlineData("GUNMEN KILLED CARMEN ROSA BARREDA IN AMBATO ON FRIDAY.", "CARMEN ROSA BARREDA")]
    [InlineData("ANGEL BARREDA MENA WAS MURDERED IN AMBATO ON FRIDAY.", "ANGEL BARREDA MENA")]
    [InlineData("GUNMEN KILLED UCA RECTOR PEDRO SALCEDO IN AMBATO ON FRIDAY.", "PEDRO SALCEDO")]
    [InlineData("Gunmen killed Victor Hugo Salcedo in Ambato on Friday.", "Victor Hugo Salcedo")]
    [InlineData("GUNMEN KILLED MAYOR PEDRO SALCEDO IN AMBATO ON FRIDAY.", "PEDRO SALCEDO")]
    public void A_given_name_is_part_of_the_name_and_a_title_is_not(string text, string name) => People(text).ShouldHaveSingleItem().ShouldBe(name);

    private static IEnumerable<string> People(string text) =>
        Reading.Extract(Head + text, Day).Reports.ShouldHaveSingleItem().Targets.Where(target => target.Kind == TargetKind.Person).Select(target => target.Name);
}
