using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Which clauses tell an incident, and which of them tell the same one.</summary>
public sealed class TellingTests
{
    [Theory]
    [InlineData("Police in Leticia said that Ramiro Quesada Tello was killed on Tuesday.")]
    [InlineData("The party mourns Ramiro Quesada Tello, who was murdered on Tuesday.")]
    [InlineData("The minister condemned the murder of Ramiro Quesada Tello.")]
    [InlineData("THE MINISTER CONDEMNED THE KILLING OF MAYOR RAMIRO QUESADA TELLO.")]
    public void A_killing_of_someone_with_a_name_is_an_incident(string text) => Reading.Extract(text).Reports.ShouldHaveSingleItem();

    [Theory]
    [InlineData("Rebels dynamited two power pylons near Leticia on Tuesday.", EventType.Bombing)]
    [InlineData("Unknown men placed a bomb at a bank in Leticia on Tuesday.", EventType.Bombing)]
    [InlineData("Hooded youths set fire to three buses in Leticia on Tuesday.", EventType.Arson)]
    [InlineData("Gunmen hijacked a truck near Leticia on Tuesday.", EventType.Kidnapping)]
    public void The_verb_says_what_kind_of_attack_it_was(string text, EventType type) =>
        Reading.Extract(text).Reports.ShouldHaveSingleItem().EventType.ShouldBe(type);

    [Fact]
    public void Words_shared_in_upper_case_text_do_not_make_two_attacks_one()
    {
        const string text = "GUERRILLAS ATTACKED THE POLICE STATION OF LETICIA ON MONDAY, DESTROYING SEVERAL VEHICLES. "
            + "GUERRILLAS ALSO DYNAMITED A MARKET IN IQUITOS ON WEDNESDAY, WHERE FIVE MERCHANTS WERE KILLED AFTER DESTROYING SEVERAL VEHICLES.";
        Reading.Extract(text).Reports.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("The envoy spoke of the bombings in Peru.")]
    [InlineData("The clashes in the north worry the bishops of Peru.")]
    [InlineData("In 1984 there were attacks in Peru.")]
    public void Talk_about_violence_without_a_particular_event_is_no_report(string text) => Reading.Extract(text).Reports.ShouldBeEmpty();

    // 15 June 2022 was a Wednesday.
    [Fact]
    public void The_day_someone_spoke_is_not_the_day_of_the_attack()
    {
        const string text = "The bishop on Tuesday condemned the murder of Mayor Ramiro Quesada. The mayor was gunned down on Sunday in Leticia.";
        var report = Reading.Extract(text).Reports.ShouldHaveSingleItem();
        report.Date.ShouldNotBeNull().Start.ShouldBe(new DateOnly(2022, 6, 12));
    }

    [Theory]
    [InlineData("The ministry denied that the army is bombing Leticia.")]
    [InlineData("Bus drivers in Leticia began a strike on Tuesday.")]
    [InlineData("The senator harshly attacked the mayor of Leticia on Tuesday.")]
    [InlineData("A spy had the mission of assassinating Mayor Ramiro Quesada, the daily said on Tuesday.")]
    public void What_is_denied_meant_or_only_said_with_words_of_attack_is_no_report(string text) => Reading.Extract(text).Reports.ShouldBeEmpty();

    [Fact]
    public void A_plane_that_is_attacked_makes_no_air_strike() =>
        Reading.MainOf("A cargo plane was dynamited at the airport of Leticia on Tuesday.").EventType.ShouldBe(EventType.Bombing);

    [Fact]
    public void People_with_other_names_are_victims_of_another_attack()
    {
        const string text = "The minister condemned the murder of Mayor Ramiro Quesada. The senator recalled the assassination of Judge Elvira Montalbo.";
        Reading.Extract(text).Reports.Count.ShouldBe(2);
    }
}
