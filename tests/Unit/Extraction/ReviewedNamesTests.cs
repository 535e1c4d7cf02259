namespace Platform.Tests.Unit.Extraction;

/// <summary>Names a review found under another name, missing, or taken for a weapon or a base.</summary>
public sealed class ReviewedNamesTests
{
    [Theory]
    [InlineData("Kuki militants")]
    [InlineData("Meitei militants")]
    [InlineData("Arambai Tenggol")]
    [InlineData("Gran Grif")]
    [InlineData("Los Lobos")]
    [InlineData("Nyatura")]
    [InlineData("Mobondo")]
    [InlineData("Jenin Brigade")]
    [InlineData("Tulkarm Brigade")]
    [InlineData("Northern Alliance")]
    [InlineData("Africa Corps")]
    [InlineData("Luhansk People's Republic")]
    [InlineData("Ansar Allah al-Awfiya")]
    [InlineData("Sinjar Resistance Units")]
    [InlineData("Suqour al-Sham")]
    [InlineData("Ahrar al-Sharqiya")]
    public void A_group_has_its_own_name(string name) =>
        Reading.MainOf($"On Monday {name} claimed responsibility for a bomb that killed two policemen near the market.", "2023-06-15").Perpetrators.ShouldHaveSingleItem().Name.ShouldBe(name);

    [Theory]
    [InlineData("A bomb killed two soldiers of Bashar al-Asad near the market on Monday.")]
    [InlineData("A bomb killed two guards of President al-Asad near the market on Monday.")]
    [InlineData("A bomb killed two soldiers on Monday in the village of al-Asad, near Hama.")]
    public void A_president_or_a_village_is_no_base(string text) => Reading.MainOf(text).Place?.Name.ShouldNotBe("Ain al-Asad Air Base");

    [Theory]
    [InlineData("Rockets hit the al-Asad base on Monday.")]
    [InlineData("Rockets hit Ain al-Asad on Monday.")]
    public void The_base_of_that_name_is_found(string text) => Reading.MainOf(text).Place!.Name.ShouldBe("Ain al-Asad Air Base");

    [Theory]
    [InlineData("Two drones hit the Koniko gas field on Monday.", "Conoco gas field")]
    [InlineData("Two drones hit the Conoco gas plant on Monday.", "Conoco gas field")]
    [InlineData("Two drones hit Mission Support Site Green Village on Monday.", "Al-Omar oil field")]
    [InlineData("Two drones hit the Rumalyn Landing Zone on Monday.", "Rmeilan")]
    [InlineData("Two drones hit the Kormor gas field on Monday.", "Khor Mor gas field")]
    [InlineData("Two drones hit the Sheikh Isa air base on Monday.", "Sheikh Isa Air Base")]
    [InlineData("A bomb killed two soldiers in Khiam on Monday.", "Khiam")]
    [InlineData("A bomb killed two soldiers in Jindires on Monday.", "Jindires")]
    public void A_place_has_one_name(string text, string name) => Reading.MainOf(text).Place!.Name.ShouldBe(name);

    [Theory]
    [InlineData("Gunmen attacked a Shell oil facility in Port Harcourt on Monday, killing two guards.")]
    [InlineData("Gunmen attacked the house of Ahmed Fattah in Baghdad on Monday, killing two guards.")]
    [InlineData("Gunmen attacked the army in Gaza City on Monday during Operation Swords of Iron, killing two soldiers.")]
    public void A_surname_or_company_is_no_weapon(string text) => Reading.MainOf(text).Weapons.ShouldBeEmpty();

    [Theory]
    [InlineData("Shells hit a market in Kharkiv on Monday, killing two people.", null)]
    [InlineData("A Fattah missile hit a market in Haifa on Monday, killing two people.", "Fattah")]
    [InlineData("A Flamingo missile hit a depot in Kursk on Monday, killing two people.", "Flamingo")]
    [InlineData("An S-400 missile hit a market in Kherson on Monday, killing two people.", "S-400")]
    [InlineData("A Lancet drone hit a truck in Kherson on Monday, killing two people.", "Lancet")]
    [InlineData("A Mohajer-6 drone hit a market in Kherson on Monday, killing two people.", "Mohajer")]
    public void A_weapon_has_its_own_model(string text, string? model) => Reading.MainOf(text).Weapons.ShouldHaveSingleItem().Model.ShouldBe(model);

    [Theory]
    [InlineData("A bomb killed two policemen in Slovakia on Monday.", "SK")]
    [InlineData("A bomb killed two policemen in Gabon on Monday.", "GA")]
    [InlineData("A bomb killed two policemen in Equatorial Guinea on Monday.", "GQ")]
    [InlineData("A bomb killed two policemen in Guinea-Bissau on Monday.", "GW")]
    public void A_country_is_known(string text, string country) => Reading.MainOf(text).Place!.Country.ShouldBe(country);
}
