using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Who is said, suspected or used to be blamed for an attack.</summary>
public sealed class WorkOfNewsTests
{
    [Theory]
    [InlineData("A bomb killed six people in Jolo on Sunday. Police suspect the attack was the work of Abu Sayyaf.", "Abu Sayyaf", Stance.Suspected)]
    [InlineData("A bomb killed six people in Jolo on Sunday. The blast may have been the work of an Abu Sayyaf faction, officials said.", "Abu Sayyaf", Stance.Suspected)]
    [InlineData("A bomb killed six people in Jolo on Sunday. The army said the attack was the work of Abu Sayyaf.", "Abu Sayyaf", Stance.Accused)]
    [InlineData("Rockets hit a base in Kirkuk on Monday. US officials suspect Kataib Hezbollah.", "Kata'ib Hezbollah", Stance.Suspected)]
    public void Whose_work_it_is_called_or_suspected_to_be_is_told(string text, string who, Stance stance)
    {
        var perpetrator = Reading.MainOf(text).Perpetrators.ShouldHaveSingleItem();
        (perpetrator.Name, perpetrator.Stance).ShouldBe((who, stance));
    }

    [Theory]
    [InlineData("A bomb killed six people in Jolo on Sunday. The army denied that the attack was the work of Abu Sayyaf.")]
    [InlineData("A bomb killed six people in Jolo on Sunday. Police do not know whether the attack was the work of Abu Sayyaf.")]
    [InlineData("A bomb killed six people in Jolo on Sunday. A suspect, Hezbollah said, was innocent.")]
    public void Whose_work_it_is_not_or_may_not_be_is_nobody(string text) => Reading.MainOf(text).Perpetrators.ShouldBeEmpty();

    [Theory]
    [InlineData("A rocket hit a base in Taji on Monday. Washington routinely blames Iran-linked factions.")]
    [InlineData("A rocket hit a base in Taji on Monday. The United States usually accuses Kataib Hezbollah.")]
    public void Who_is_blamed_by_habit_is_not_blamed_for_this(string text) => Reading.MainOf(text).Perpetrators.ShouldBeEmpty();

    [Theory]
    [InlineData("A rocket hit a base in Taji on Monday. Washington blamed Kataib Hezbollah.")]
    [InlineData("A rocket hit a base in Taji on Monday. Washington, which often answers in kind, blamed Kataib Hezbollah.")]
    public void Who_is_blamed_now_is_accused(string text)
    {
        var perpetrator = Reading.MainOf(text).Perpetrators.ShouldHaveSingleItem();
        (perpetrator.Name, perpetrator.Stance).ShouldBe(("Kata'ib Hezbollah", Stance.Accused));
    }

    [Theory]
    [InlineData("The Houthis said their missile force targeted a tanker in the Red Sea on Monday.", "Houthis")]
    [InlineData("A truck bomb killed 12 people in Baghdad on Sunday. Islamic State said one of its Iraqi fighters had carried out the bombing.", "Islamic State")]
    public void What_their_own_branch_or_men_did_is_claimed(string text, string who)
    {
        var perpetrator = Reading.MainOf(text).Perpetrators.ShouldHaveSingleItem();
        (perpetrator.Name, perpetrator.Stance).ShouldBe((who, Stance.Claimed));
    }

    [Fact]
    public void What_was_done_to_their_own_branch_is_no_claim() =>
        Reading.MainOf("The Houthis said their missile units were struck in Hodeidah on Monday.").Perpetrators.ShouldBeEmpty();

    [Theory]
    [InlineData("A man dressed in a uniform killed two people and wounded three at the airport of Medellin on Monday.", "man")]
    [InlineData("Men dressed in fatigues shot dead six priests in Cali on Monday.", "Men")]
    [InlineData("Six priests were killed by an unidentified group in Cali on Monday.", "unidentified group")]
    [InlineData("A policeman was shot by one of the demonstrators in Cali on Monday.", "one of the demonstrators")]
    [InlineData("A group of Colombians dressed as officers kidnapped an engineer in Quito on Monday.", "Colombians")]
    public void How_they_were_dressed_or_whose_they_were_does_not_hide_who_did_it(string text, string who) =>
        Reading.MainOf(text).Perpetrators.ShouldHaveSingleItem().Name.ShouldBe(who);

    [Theory]
    [InlineData("Two soldiers dressed as civilians were killed by a bomb in Cali on Monday.")]
    [InlineData("One of the passengers was killed by a bomb in Cali on Monday.")]
    public void Who_was_harmed_did_not_do_it_however_dressed(string text) => Reading.MainOf(text).Perpetrators.ShouldBeEmpty();

    [Fact]
    public void What_was_last_attacked_months_ago_is_no_part_of_the_attacks_of_the_day()
    {
        var reports = Reading.Extract("A drone struck a base at Erbil late Wednesday. In a separate attack, a soldier was killed when a rocket landed on the base at Bashiqa. The airport was last attacked in February, when rockets wounded nine people.").Reports;
        var second = reports.Single(report => report.IsMain && report.Place?.Name == "Bashiqa");
        (second.Casualties!.Killed!.Min, second.Casualties.Wounded).ShouldBe((1, null));
    }

    [Theory]
    [InlineData("THREE STUDENTS WERE ARRESTED FOR THE MURDER OF SENATOR LUIS GALAN.", "THREE STUDENTS", Stance.Suspected)]
    [InlineData("THE POLICE ARRESTED THREE STUDENTS FOR THE MURDER OF SENATOR LUIS GALAN.", "THREE STUDENTS", Stance.Suspected)]
    [InlineData("THREE STUDENTS WERE ARRESTED IN MEDELLIN YESTERDAY IN CONNECTION WITH THE ATTACK ON SENATOR LUIS GALAN.", "THREE STUDENTS", Stance.Suspected)]
    [InlineData("COLONEL RENE PONCE ORDERED THE MURDER OF SENATOR LUIS GALAN.", "RENE PONCE", Stance.Stated)]
    [InlineData("THE MURDER OF SENATOR LUIS GALAN WAS ORDERED BY COLONEL RENE PONCE.", "RENE PONCE", Stance.Stated)]
    [InlineData("FOUR MEN ARMED WITH RIFLES AND MACHETES KILLED SIX PRIESTS YESTERDAY.", "FOUR MEN", Stance.Stated)]
    public void Who_is_held_for_it_and_who_ordered_it_is_named(string text, string who, Stance stance)
    {
        var perpetrator = Reading.Extract("LIMA, 10 SEP 89 (EFE) -- [TEXT] " + text, null).Reports.ShouldHaveSingleItem().Perpetrators.ShouldHaveSingleItem();
        (perpetrator.Name, perpetrator.Stance).ShouldBe((who, stance));
    }

    [Theory]
    [InlineData("THE JUDGE ORDERED AN INVESTIGATION INTO THE MURDER OF SENATOR LUIS GALAN.")]
    [InlineData("THE POLICE PRAISED THREE STUDENTS FOR THEIR HELP AFTER THE MURDER OF SENATOR LUIS GALAN.")]
    [InlineData("THREE STUDENTS WERE ARRESTED IN LIMA HOURS AFTER THE MURDER OF SENATOR LUIS GALAN.")]
    public void Who_investigates_helps_or_is_held_for_something_else_is_not(string text) =>
        Reading.Extract("LIMA, 10 SEP 89 (EFE) -- [TEXT] " + text, null).Reports.ShouldHaveSingleItem().Perpetrators.ShouldBeEmpty();

    [Fact]
    public void Who_has_begun_air_strikes_has_made_them() =>
        Reading.MainOf("Israel said it had begun air strikes on Gaza City on Monday, killing three people.").Perpetrators.ShouldHaveSingleItem().Name.ShouldBe("Israel");
}
