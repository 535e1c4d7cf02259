namespace Platform.Tests.Unit.Extraction;

/// <summary>Deeds of a year, a wave of them, and one whose noun has an article though it is new.</summary>
public sealed class ManyDeedsNewsTests
{
    [Theory]
    [InlineData("LIMA, 16 MAR 90 (NA) -- [TEXT] THE MINISTRY SAID THAT OVER 300 FARMERS WERE MURDERED LAST YEAR IN MORE THAN 20 MASSACRES.")]
    [InlineData("LIMA, 16 MAR 90 (NA) -- [TEXT] DRUG LORDS HAVE SET OFF MORE THAN 200 BOMBS, KILLING AT LEAST 90 PEOPLE.")]
    [InlineData("Over 300 farmers were murdered last year in more than 20 massacres in Peru.")]
    [InlineData("The feud has provoked a wave of bombings in Cali.")]
    public void Many_deeds_are_no_single_one(string text) => Reading.Extract(text).Reports.ShouldBeEmpty();

    [Theory]
    [InlineData("Rebels staged 12 attacks in Cali on Monday, killing nine people.")]
    [InlineData("Rebels have set off 12 bombs in Cali on Monday, killing nine people.")]
    [InlineData("A wave of bombings killed nine people in Cali on Monday.")]
    public void Many_deeds_of_one_day_are_told(string text) => Reading.MainOf(text).Casualties!.Killed!.Min.ShouldBe(9);

    [Theory]
    [InlineData("CALI, 2 MAY 90 (NA) -- [TEXT] SEVERAL WOUNDED PEOPLE, MOSTLY SUFFERING FROM CUTS, AND BROKEN WINDOWS AT THE ENTRANCE OF THE NORTE BANK ARE THE RESULT OF THE EXPLOSION OF A BOMB AT 1215 (1515 GMT) ON THE CORNER OF TWO STREETS.")]
    public void The_explosion_of_a_bomb_is_news(string text) => Reading.Extract(text, "1990-05-02").Reports.ShouldNotBeEmpty();

    [Theory]
    [InlineData("CALI, 2 MAY 90 (NA) -- [TEXT] SENATOR IVAN PERA OSSA WAS SHOT TO DEATH TODAY.", "IVAN PERA OSSA")]
    [InlineData("CALI, 2 MAY 90 (NA) -- [TEXT] JUDGE ANA ARIAS WAS SHOT TO DEATH TODAY.", "ANA ARIAS")]
    public void A_family_name_that_is_a_rare_word_too_is_a_name(string text, string name) => Reading.MainOf(text).Targets.ShouldContain(one => one.Name == name);

    [Theory]
    [InlineData("A drone bombed a convoy near Albukamal on the Syrian-Iraqi border on Monday, killing eight people.", "Abu Kamal")]
    [InlineData("Warplanes attack T4 airport in Homs\n\nWarplanes fired eight missiles at T4 airbase at dawn on Monday.", "T4 Airbase")]
    [InlineData("Missiles hit Erbil on Monday. Officials said the missiles fell near the new building of US consulate and a television station.", "Erbil")]
    [InlineData("Four rockets fell on Monday on al-Khalidiya neighborhood in Aleppo city, wounding five people.", "Aleppo")]
    [InlineData("Four rockets fell on Monday on al-Khalidiya in Anbar, wounding five people.", "Khalidiyah")]
    public void The_place_is_the_nearest_known_of_all_its_spellings(string text, string place)
    {
        var report = Reading.Extract(text).Reports.ShouldHaveSingleItem();
        report.Place!.Name.ShouldBe(place);
    }

    [Theory]
    [InlineData("Asaib Ahl al-Haq denied its involvement in the shelling.")]
    [InlineData("Asaib Ahl al-Haq said it has no relation to the shelling.")]
    [InlineData("Asaib Ahl al-Haq denied categorically that it had anything to do with the shelling.")]
    public void What_a_group_has_no_part_in_it_denies(string denial) =>
        Reading.MainOf("Rockets hit a base in Erbil on Monday. " + denial).Perpetrators.ShouldHaveSingleItem().Stance.ShouldBe(Platform.Contracts.Stance.Denied);
}
