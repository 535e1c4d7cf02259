using Platform.Contracts;
using Platform.Extraction.Engine;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Articles that tell several attacks of one day, and places that only the text names.</summary>
public sealed class RoundUpTests
{
    // 15 June 2022 was a Wednesday.
    [Theory]
    [InlineData("Rockets fired by rebels killed three people in the al-Sakhour neighborhood of Aleppo on Tuesday, police said. Another rocket hit the al-Mashhad district of Aleppo, wounding seven people.", "al-Sakhour", "al-Mashhad")]
    [InlineData("Four civilians were killed on Tuesday when shells hit the town of Tal Baqar in Hama province. Separately, two people were injured in a bomb blast in Kirkuk.", "Tal Baqar", "Kirkuk")]
    [InlineData("Three people were killed on Tuesday when a mortar shell fell on Kafr Zita. In Idlib province, nine people were injured when warplanes bombed Saraqib.", "Kafr Zita", "Saraqib")]
    [InlineData("Shelling killed one woman and injured six others in Nikopol on Tuesday. In the Kherson region, two people were killed when a drone hit a bus in the village of Stanislavka.", "Nikopol", "Stanislavka")]
    [InlineData("A car bomb killed eleven people in Baghdad on Tuesday. Elsewhere, gunmen shot dead a judge in Mosul.", "Baghdad", "Mosul")]
    [InlineData("A mine killed seven soldiers in the village of Masagar in Somalia's Galguduud region on Tuesday. In a separate attack, a grenade killed three people near Afgoye.", "Masagar", "Afgoye")]
    [InlineData("Gunmen killed two policemen in Quetta on Tuesday. Meanwhile, a roadside bomb wounded four soldiers in North Waziristan.", "Quetta", "North Waziristan")]
    [InlineData("Russian shelling wounded two people in Lubivka village in Kharkiv region on Tuesday. In Donetsk region, three people were killed in a missile attack on Kramatorsk.", "Lubivka", "Kramatorsk")]
    [InlineData("Rebels fired rockets on the Salhin neighborhood of Aleppo on Tuesday, injuring four people. They also fired six shells at the town of Burj Asad in the northern countryside, causing material damage only.", "Salhin", "Burj Asad")]
    public void Each_place_with_a_toll_of_its_own_is_a_main_incident(string text, params string[] places) =>
        Mains(text).Select(report => report.Place?.Name).ShouldBe(places);

    [Theory]
    [InlineData("A suicide bomber killed ten people in Kabul on Tuesday. The blast hit a mosque in the Khair Khana neighborhood.")]
    [InlineData("A rocket attack on Erbil airport wounded two people on Tuesday. Officials in the Ankawa district said the rockets were fired from a truck.")]
    [InlineData("Shelling killed six people in Nikopol on Tuesday. The shells hit a market in the Lapinka district of Nikopol, killing six people, the governor said.")]
    public void A_part_of_the_town_told_later_is_no_second_attack(string text) => Mains(text).ShouldHaveSingleItem();

    [Theory]
    [InlineData("Two shells landed in Wadi Tamr village in the countryside of Homs on Tuesday, killing a farmer.", "Wadi Tamr", "SY", "Homs")]
    [InlineData("Islamist gunmen raided Derqa, Borno State, on Monday and killed 14 farmers.", "Derqa", "NG", "Borno")]
    [InlineData("Gunmen attacked the village of Kuru Jenta in Plateau state on Sunday, killing nine people.", "Kuru Jenta", "NG", "Plateau")]
    [InlineData("An Israeli air strike killed four people in the Bani Zeid area east of Khan Younis on Tuesday.", "Bani Zeid", "PS", "Khan Younis")]
    [InlineData("Bandits abducted 20 villagers in Zango Kura, Zamfara, on Tuesday.", "Zango Kura", "NG", "Zamfara")]
    [InlineData("Insurgents fired rockets at the districts of Marjan and Qurtuba in Aleppo on Tuesday, killing two people.", "Qurtuba", "SY", "Aleppo")]
    public void A_place_no_list_knows_is_read_by_its_grammar_and_lies_in_the_place_beside_it(string text, string name, string country, string division)
    {
        var place = Mains(text).ShouldHaveSingleItem().Place.ShouldNotBeNull();
        (place.Name, place.Country, place.Admin1).ShouldBe((name, country, division));
        place.Precision.ShouldBe(PlacePrecision.Settlement);
    }

    [Fact]
    public void Of_a_place_named_alone_no_country_is_guessed()
    {
        var place = Mains("Five people were wounded on Tuesday when a rocket fell in al-Nahda.").ShouldHaveSingleItem().Place.ShouldNotBeNull();
        (place.Name, place.Country, place.Lat).ShouldBe(("al-Nahda", null, null));
    }

    [Theory]
    [InlineData("A rocket killed two people in Aleppo on Tuesday, a reporter in al-Fajr newspaper wrote.", "Aleppo")]
    [InlineData("A rocket killed two people in Aleppo on Tuesday, said Omar al-Rashid in a statement.", "Aleppo")]
    public void A_newspaper_or_a_person_is_no_place(string text, string place) =>
        Mains(text).ShouldHaveSingleItem().Place.ShouldNotBeNull().Name.ShouldBe(place);

    [Fact]
    public void A_town_of_the_same_name_in_another_country_is_not_meant_beside_a_province() =>
        Reading.Document("shells hit Rosario village in Kharkiv region", null).Places[0].Country.ShouldBe("UA");

    private static List<IncidentReport> Mains(string text)
    {
        var reports = Reading.Extract(text).Reports;
        foreach (var report in reports) Reading.EvidenceShouldQuote(text, report);
        return [.. reports.Where(report => report.IsMain)];
    }
}
