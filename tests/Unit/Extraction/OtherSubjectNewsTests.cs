using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Who heads the sentence only tells of the attack, answers it or finds what is left of it: the attack has a subject of its own.</summary>
public sealed class OtherSubjectNewsTests
{
    [Theory]
    [InlineData("Lebanon said Israel bombed a bridge near Tyre on Monday, killing four people.", "Israel", "Lebanon")]
    [InlineData("Ukraine said on Monday that Russia shelled a clinic in Kherson, wounding six people.", "Russia", "Ukraine")]
    [InlineData("India said Pakistan shelled a village near Poonch on Monday, killing two farmers.", "Pakistan", "India")]
    public void Of_two_states_the_one_told_of_did_it_and_the_one_that_tells_accuses_it(string text, string name, string accuser)
    {
        var doer = Reading.MainOf(text).Perpetrators.ShouldHaveSingleItem();
        (doer.Name, doer.Stance, doer.Accuser).ShouldBe((name, Stance.Accused, accuser));
    }

    [Theory]
    [InlineData("Turkey said a bomb killed three soldiers in Hakkari on Monday.")]
    [InlineData("Ukraine said drones hit a depot in Odesa on Monday.")]
    [InlineData("Jordan says a rocket wounded two guards in Mafraq on Monday.")]
    [InlineData("Jordan shut its border after a rocket hit a market in Mafraq on Monday.")]
    [InlineData("The army closed the bridge in Mopti after a bomb killed six people on Monday.")]
    [InlineData("A missile hit a school in Kharkiv on Monday. Ukraine said three teachers died.")]
    public void Who_only_tells_answers_or_finds_did_nothing(string text) => Reading.MainOf(text).Perpetrators.ShouldBeEmpty();

    [Theory]
    [InlineData("Israel said it bombed a depot near Tyre on Monday.", "Israel")]
    [InlineData("Israel said its warplanes bombed a depot near Tyre on Monday.", "Israel")]
    [InlineData("Russia closed the strait and shelled a port in Odesa on Monday.", "Russia")]
    [InlineData("Iran broke the truce and fired ten missiles at Erbil on Monday.", "Iran")]
    [InlineData("Turkey used drones to bomb a camp near Sinjar on Monday.", "Turkey")]
    [InlineData("Israel, which occupies the heights, bombed a barracks near Quneitra on Monday.", "Israel")]
    [InlineData("Iran fired missiles that killed five people in Erbil on Monday.", "Iran")]
    public void Who_did_it_as_well_as_another_thing_stays(string text, string name) => Reading.MainOf(text).Perpetrators.ShouldHaveSingleItem().Name.ShouldBe(name);
}
