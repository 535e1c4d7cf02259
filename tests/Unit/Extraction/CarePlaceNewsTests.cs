namespace Platform.Tests.Unit.Extraction;

/// <summary>Names of hospitals, homes and offices, and where someone died of it, are not where it happened.</summary>
public sealed class CarePlaceNewsTests
{
    private const string Monday = "2019-08-12";

    [Theory]
    [InlineData("Three people were shot, one of them fatally, Saturday in Toledo. A cook of 29 was shot in the chest and died at Cleveland Clinic.", "Toledo")]
    [InlineData("A boy was shot Saturday in Dublin, Georgia. The child was rushed to a clinic, then airlifted to The Medical Center, Lowell Health in Macon, where he died.", "Dublin")]
    [InlineData("An off-duty Los Angeles police officer fatally shot a man in a shop in Corona on Saturday.", "Corona")]
    [InlineData("A man was arrested in a shooting Saturday in Toledo, Ohio. Omar Lind, 30, of Aurora, Missouri, was booked on a charge of murder. The attack happened at night.", "Toledo")]
    [InlineData("A cook was shot Saturday in the 1100 block of Elm Street, Savannah-Chatham police said. He died.", "Savannah")]
    public void The_one_report_is_of_where_it_happened(string text, string town) => Reading.Extract(text, Monday).Reports.ShouldHaveSingleItem().Place!.Name.ShouldBe(town);

    [Theory]
    [InlineData("Two people were shot Saturday, police said. Officers were sent to Indian Rock Park at night.")]
    [InlineData("A girl was shot Saturday, police said. She was driven to Miami Valley Hospital by a friend.")]
    public void A_name_within_a_name_is_no_place(string text) => Reading.MainOf(text, Monday).Place.ShouldBeNull();

    [Theory]
    [InlineData("A bomb exploded at Lahore City Hall on Saturday, killing ten people.", "Lahore")]
    [InlineData("An airstrike hit Idlib Clinic on Saturday, killing five people.", "Idlib")]
    [InlineData("An off-duty Memphis police officer was shot dead Saturday by a gunman who fled to Little Rock.", "Memphis")]
    [InlineData("A man was arrested in Dallas after Ana Lind, 34, of Peoria, Illinois, was shot dead at home Saturday.", "Peoria")]
    [InlineData("Two people were shot dead Saturday, police said. Las Vegas Valley residents were told to stay inside.", "Las Vegas")]
    public void A_town_whose_hall_clinic_or_officer_was_attacked_is_the_place(string text, string town) => Reading.MainOf(text, Monday).Place!.Name.ShouldBe(town);
}
