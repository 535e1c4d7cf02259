using System.Globalization;
using Platform.Contracts;
using Platform.Extraction.Engine;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Who did it in world news, tolls of a month, and the coordinates of the lists.</summary>
public sealed class WorldNewsTests
{
    [Theory]
    [InlineData("In August, shelling killed more than 200 civilians in the city of Aleppo, officials said on Tuesday.")]
    [InlineData("More than 400 people have been killed in rebel shelling of Donetsk this year, officials told reporters on Tuesday.")]
    public void The_toll_of_a_month_or_a_year_is_a_statistic(string text)
    {
        var result = Reading.Extract(text);
        result.Reports.ShouldBeEmpty();
        result.Aggregates.Count.ShouldBe(1);
    }

    [Fact]
    public void A_single_attack_dated_by_its_month_is_no_statistic() =>
        Reading.Extract("In March, a rocket hit a market in Aleppo and killed 30 people.").Aggregates.ShouldBeEmpty();

    [Fact]
    public void A_group_that_says_it_was_behind_the_attack_claims_it()
    {
        const string text = "A car bomb killed 10 people in Baghdad on Tuesday. Islamic State said through its news agency that it was behind the attack.";
        var perpetrator = Reading.MainOf(text).Perpetrators.ShouldHaveSingleItem();
        (perpetrator.Name, perpetrator.Stance).ShouldBe(("Islamic State", Stance.Claimed));
    }

    [Fact]
    public void A_town_of_the_lists_lies_where_the_gazetteer_has_one_of_its_name()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Lexicon");
        var cities = LexiconFile.Read(Path.Combine(folder, "gazetteer.tsv")).Where(line => line.Entry.Kind == Kinds.City)
            .ToLookup(line => (line.Entry.Attribute("country"), Folding.Fold(line.Entry.Value)), line => line.Entry);
        foreach (var file in new[] { "towns.tsv", "places.tsv" })
        {
            foreach (var line in LexiconFile.Read(Path.Combine(folder, file)).Where(line => line.Entry.Kind == Kinds.Settlement))
            {
                var same = cities[(line.Entry.Attribute("country"), Folding.Fold(line.Entry.Value))].ToList();
                if (same.Count > 0) same.Min(city => Kilometres(city, line.Entry)).ShouldBeLessThan(60, line.Entry.Value);
            }
        }
    }

    private static double Kilometres(LexiconEntry a, LexiconEntry b) => Place(a).DistanceTo(Place(b))!.Value;

    private static PlaceMention Place(LexiconEntry entry) => new(0, 1, entry.Value, null, PlacePrecision.Settlement) { Lat = Degrees(entry, "lat"), Lon = Degrees(entry, "lon") };

    private static double Degrees(LexiconEntry entry, string name) => double.Parse(entry.Attribute(name)!, CultureInfo.InvariantCulture);
}
