namespace Platform.Tests.Unit.Extraction;

/// <summary>Who denies that there was an attack tells none; who denies to have done it leaves it.</summary>
public sealed class DeniedNewsTests
{
    [Theory]
    [InlineData("The defence ministry denied reports about the bombing of a bridge in Basra on Monday.")]
    [InlineData("The command denied on Monday reports in the media about the shelling of a camp in Taji.")]
    [InlineData("An officer denied the news of a drone attack on the airport in Basra on Monday.")]
    [InlineData("The command denied the targeting of a camp in Taji with mortar rounds on Monday.")]
    [InlineData("The ministry denied what was circulated about the bombing of a market in Mosul on Monday.")]
    [InlineData("The mayor dismissed as baseless reports that missiles had hit the port in Basra on Monday.")]
    [InlineData("The news of a rocket attack on the airport in Basra on Monday is false.")]
    public void An_attack_that_is_denied_is_no_report(string text) => Reading.Extract(text).Reports.ShouldBeEmpty();

    [Theory]
    [InlineData("Iran denied any role in the drone attack on a plant in Jeddah on Monday.")]
    [InlineData("The group denied carrying out the bombing that killed ten people in Herat on Monday.")]
    [InlineData("The governor denied reports about a curfew in Basra, where a bombing killed five people on Monday.")]
    [InlineData("The governor denied reports about a curfew in Basra where a bombing killed five people on Monday.")]
    [InlineData("The group denied the targeting of civilians in a bombing that killed five people in Basra on Monday.")]
    [InlineData("The rebels denied reports of the deaths of two children in the missile attack on Taiz on Monday.")]
    public void A_deed_that_someone_denies_stays_a_report(string text) => Reading.Extract(text).Reports.ShouldHaveSingleItem().IsMain.ShouldBeTrue();
}
