namespace Platform.Tests.Unit.Extraction;

/// <summary>The day of a booking, a capture, a return to work or a mourning yields to the day of the deed.</summary>
public sealed class AftermathDayNewsTests
{
    /// <summary>A Tuesday.</summary>
    private const string Tuesday = "2019-08-13";

    [Theory]
    [InlineData("TOLEDO, Ohio - A cook was arrested in a shooting that left a girl dead. Ruiz was booked into jail on Sunday on suspicion of homicide. The shooting took place Saturday at 6:20 p.m.", "2019-08-10")]
    [InlineData("TOLEDO, Ohio - A man suspected of killing a baker was captured Sunday, police said. The shooting happened Saturday morning.", "2019-08-10")]
    [InlineData("Clerks returned to work Monday for the first time since a man opened fire in Toledo, Ohio. The man opened fire on Saturday.", "2019-08-10")]
    [InlineData("Students came back Monday for the first time since a boy opened fire in Toledo, Ohio. The shooting on Saturday left a teacher dead.", "2019-08-10")]
    [InlineData("Flags hung low Monday in Toledo, Ohio, where a gunman killed four people Saturday.", "2019-08-10")]
    public void The_deed_has_a_day_of_its_own(string text, string day) => Reading.MainOf(text, Tuesday).Date!.Start.ToString("O").ShouldBe(day);

    [Theory]
    [InlineData("A man opened fire Sunday in a mall in Toledo, Ohio, where a boy was killed.", "2019-08-11")]
    [InlineData("A man shot a clerk Sunday in Toledo, Ohio, where two people were killed Friday.", "2019-08-11")]
    public void What_was_done_before_the_where_keeps_its_day(string text, string day) => Reading.MainOf(text, Tuesday).Date!.Start.ToString("O").ShouldBe(day);

    [Fact]
    public void What_was_done_for_the_first_time_since_keeps_its_day() =>
        Reading.MainOf("Israel bombed Beirut on Saturday for the first time since a truce took effect on Thursday, killing three people.", Tuesday).Date!.Start.ToString("O").ShouldBe("2019-08-10");
}
