using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Words of attacks in judgements, figures of speech, untrue reports, memories and habits.</summary>
public sealed class NoTellingTests
{
    [Theory]
    [InlineData("The statement is an attack on the judges of the supreme court, lawyers in Bogota said on Monday.")]
    [InlineData("The senator launched an attack on the budget in Bogota on Monday.")]
    [InlineData("The team was bombarded with questions in Madrid on Monday.")]
    [InlineData("Five miners were killed when a shaft collapsed near Oruro on Monday.")]
    [InlineData("A bus plunged into a ravine near Cusco on Monday, killing 22 people.")]
    [InlineData("The storm killed five people in Manila on Monday.")]
    [InlineData("A truck carrying fireworks exploded on a motorway near Pune on Monday, killing three people, police said.")]
    [InlineData("Heart attacks killed two players in Lima on Monday.")]
    [InlineData("The museum in Berlin opened an exhibition on Monday about the bombing of Dresden.")]
    [InlineData("Explosions heard near Erbil airport on Monday were caused by a controlled detonation, officials said.")]
    [InlineData("A drone crashed near Erbil on Monday because of a technical fault.")]
    [InlineData("A house fire killed a mother and her son in Tulsa on Monday, the fire department said.")]
    [InlineData("A man died of an overdose in Tulsa on Monday.")]
    [InlineData("The crisis had exploded in his country on Monday, the minister told reporters in Caracas.")]
    [InlineData("Anger exploded in Cairo on Monday over the price of bread.")]
    [InlineData("The report that the envoy's daughter was seriously wounded by gunfire in Bogota on Monday is absolutely unfounded.")]
    [InlineData("Let us recall the horrible explosion of the airliner over Bogota, in which more than 100 people died.")]
    [InlineData("Kidnapping is an industry in Mexico. Two people are kidnapped every day.")]
    [InlineData("The general, who lost an arm in the bombing of Warsaw, died of cancer in London on Monday, his family said.")]
    [InlineData("Ilona Marek, who survived the bombing of her town, died in Prague on Monday at the age of 91.")]
    [InlineData("Juan Perez, a member of the party, has died in Usulutan while serving with the guerrillas, it was reported on Monday.")]
    [InlineData("The rebels were planning an operation that would have included the kidnapping of a mayor in Cali and the assassination of two colonels.")]
    public void They_tell_no_event(string text) => Reading.Extract(text).Reports.ShouldBeEmpty();

    [Theory]
    [InlineData("A gas tank exploded at a police post in Cairo on Monday, wounding three policemen.", EventType.Bombing)]
    [InlineData("A retired teacher died at the age of 81 when a shell hit her house in Kharkiv on Monday.", EventType.Shelling)]
    [InlineData("Gunmen shot dead five men in Basra on Monday in the worst attack since the floods.", EventType.Shooting)]
    [InlineData("Juan Perez, a union leader, died in Usulutan on Monday when gunmen fired at his car.", EventType.Shooting)]
    [InlineData("The army confirmed the report that two soldiers were wounded by gunfire in Bogota on Monday.", EventType.Shooting)]
    public void The_same_words_of_things_and_people_do(string text, EventType type) => Reading.MainOf(text).EventType.ShouldBe(type);

    [Fact]
    public void A_day_to_come_is_not_the_day_of_what_has_been() =>
        Reading.Extract("A delegation will leave Tegucigalpa on Tuesday to negotiate the release of two nurses who were kidnapped by the rebels.").Reports.ShouldAllBe(report => report.Date == null);

    [Fact]
    public void Clashes_are_one_event_with_a_day_a_toll_and_a_place()
    {
        Reading.MainOf("Clashes left eleven fighters dead in Metapan on Tuesday, officials said.").EventType.ShouldBe(EventType.ArmedClash);
        Reading.Extract("Clashes left eleven fighters dead on Tuesday, officials said.").Reports.ShouldBeEmpty();
    }
}
