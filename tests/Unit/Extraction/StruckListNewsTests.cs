using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Things attacked in a list, and what beside them is none.</summary>
public sealed class StruckListNewsTests
{
    private const string Head = "QUITO, 9 JUN 89 (EFE) -- [TEXT] ";
    private const string Day = "1989-06-10";

    [Theory]
    [InlineData("SEVERAL OFFICES OF LABOR UNIONS AND HOUSES OF OPPOSITION MEMBERS WERE ATTACKED LAST NIGHT.", "OFFICES OF LABOR UNIONS", "HOUSES OF OPPOSITION MEMBERS")]
    [InlineData("THE HOUSE OF THE MAYOR, SEVERAL SHOPS, AND SCHOOLS HAVE BEEN BOMBED.", "HOUSE OF THE MAYOR", "SHOPS", "SCHOOLS")]
    [InlineData("THE BOMB DAMAGED THE TELEPHONE EXCHANGE OF THE DISTRICT, A HOTEL, AND TWO CLINICS.", "TELEPHONE EXCHANGE OF THE DISTRICT", "HOTEL", "CLINICS")]
    [InlineData("GUERRILLAS DYNAMITED THE OFFICES OF THE NATIONAL HOUSING ENTERPRISE AND A MOVIE THEATER LAST NIGHT.", "OFFICES OF THE NATIONAL HOUSING ENTERPRISE", "MOVIE THEATER")]
    public void Whose_a_thing_is_does_not_end_the_list(string text, params string[] targets) => Things(text).ShouldBe(targets);

    [Theory]
    [InlineData("GUERRILLAS ATTACKED AND ROBBED THREE PHARMACIES LAST NIGHT.", "PHARMACIES")]
    [InlineData("THE STRONG EXPLOSION OF A BOMB CAUSED MINOR DAMAGE TO NEARBY HOUSES.", "NEARBY HOUSES")]
    [InlineData("A BOMB EXPLODED NEXT TO THE ITALIAN EMBASSY LAST NIGHT.", "ITALIAN EMBASSY")]
    [InlineData("A BOMB DESTROYED SOME 9 FOOD STANDS LAST NIGHT.", "FOOD STANDS")]
    [InlineData("TWO BOMBS EXPLODED AT A BRANCH OF THE BANCO ANDINO LAST NIGHT.", "BRANCH OF THE BANCO ANDINO")]
    public void What_was_struck_is_a_target(string text, string target) => Things(text).ShouldHaveSingleItem().ShouldBe(target);

    [Fact]
    public void A_bank_is_nobody() =>
        Report("A BOMB EXPLODED, DESTROYING THE BRANCH OFFICES OF THE BANCO ANDINO AND THE BANCO CENTRAL.").Targets.ShouldNotContain(target => target.Kind == TargetKind.Person);

    [Fact]
    public void Both_verbs_before_one_object_have_it()
    {
        var read = Report("GUERRILLAS KIDNAPPED AND KILLED PEDRO SALCEDO IN AMBATO ON FRIDAY.");
        read.Targets.ShouldHaveSingleItem().Name.ShouldBe("PEDRO SALCEDO");
        read.Perpetrators.ShouldHaveSingleItem().Name.ShouldBe("GUERRILLAS");
    }

    [Theory]
    [InlineData("The bombing of an airliner killed 107 people near Ambato on Friday.")]
    [InlineData("THE BOMBING OF THE ANDINA PLANE KILLED 107 PEOPLE NEAR AMBATO ON FRIDAY.")]
    [InlineData("THE ATTACK ON A HELICOPTER KILLED TWO PEOPLE NEAR AMBATO ON FRIDAY.")]
    public void A_plane_that_is_bombed_is_no_weapon(string text) => Report(text).Weapons.ShouldNotContain(weapon => weapon.Type == WeaponType.Aircraft);

    [Fact]
    public void A_plane_that_bombs_is_one() =>
        Report("ARMY PLANES BOMBED A VILLAGE NEAR AMBATO ON FRIDAY.").Weapons.ShouldContain(weapon => weapon.Type == WeaponType.Aircraft);

    private static IncidentReport Report(string text) => Reading.Extract(Head + text, Day).Reports.ShouldHaveSingleItem();

    private static IEnumerable<string> Things(string text) => Report(text).Targets.Where(target => target.Kind != TargetKind.Person).Select(target => target.Name);
}
