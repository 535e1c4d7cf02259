using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Words that tell an attack only by what they were done to.</summary>
public sealed class ObjectTests
{
    [Theory]
    [InlineData("Hooded men burned two buses in Leticia on Tuesday.", EventType.Arson)]
    [InlineData("Two buses were burned by rebels in Leticia on Tuesday.", EventType.Arson)]
    [InlineData("The mayor deplored the burning of a warehouse in Leticia on Tuesday.", EventType.Arson)]
    [InlineData("THE UNION REPORTED THAT RAMIRO QUESADA DISAPPEARED ON TUESDAY IN LETICIA.", EventType.Kidnapping)]
    [InlineData("The union condemned the disappearance of Ramiro Quesada on Tuesday in Leticia.", EventType.Kidnapping)]
    public void A_thing_burned_or_a_named_person_gone_is_an_attack(string text, EventType type) =>
        Reading.Extract(text).Reports.ShouldHaveSingleItem().EventType.ShouldBe(type);

    [Theory]
    [InlineData("Demonstrators burned a flag in Leticia on Tuesday.")]
    [InlineData("The sun burned in Leticia on Tuesday.")]
    [InlineData("Reporters saw the burned-out cars in Leticia on Tuesday.")]
    [InlineData("The last frogs disappeared in Leticia on Tuesday.")]
    public void Other_things_burn_and_disappear_without_an_attack(string text) => Reading.Extract(text).Reports.ShouldBeEmpty();

    [Fact]
    public void Who_disappeared_is_the_target_and_no_doer()
    {
        var report = Reading.Extract("THE UNION REPORTED THAT RAMIRO QUESADA DISAPPEARED ON TUESDAY IN LETICIA.").Reports.ShouldHaveSingleItem();
        report.Targets.ShouldHaveSingleItem().Kind.ShouldBe(TargetKind.Person);
        report.Perpetrators.ShouldBeEmpty();
    }
}
