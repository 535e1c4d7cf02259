namespace Platform.Tests.Unit.Extraction;

/// <summary>A dateline names where an article was written, and nobody who did anything.</summary>
public sealed class DatelineDoerTests
{
    [Theory]
    [InlineData("WASHINGTON (AP) - A drone killed a guard near Homs in Syria on Monday.")]
    [InlineData("TEHRAN - Missiles killed six people in Kerman on Monday.")]
    public void The_town_of_a_dateline_did_nothing(string text) => Reading.MainOf(text).Perpetrators.ShouldBeEmpty();

    [Theory]
    [InlineData("BAGHDAD (AP) - Turkey fired missiles at a base in Sinjar on Monday.", "Turkey")]
    [InlineData("ERBIL, Kurdistan Region - Iran shelled a village in Sidakan on Monday.", "Iran")]
    [InlineData("AMMAN, June 13 (Reuters) - Israel fired missiles at Damascus on Monday.", "Israel")]
    [InlineData("In response, Iran fired missiles at a base in Erbil on Monday.", "Iran")]
    [InlineData("WASHINGTON - Washington launched missiles at a base in Homs on Monday.", "United States")]
    public void The_country_after_it_is_the_doer(string text, string name) => Reading.MainOf(text).Perpetrators.ShouldHaveSingleItem().Name.ShouldBe(name);
}
