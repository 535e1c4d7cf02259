using FsCheck;
using FsCheck.Fluent;
using Platform.Extraction.Engine;

namespace Platform.Tests.Unit.Extraction;

/// <summary>The engine's work is linear in the text: counted in looks at tokens and in bytes allocated, not in time, which a busy machine changes.</summary>
public sealed class LinearWorkTests
{
    /// <summary>Work on eight times the text is at most so many times the work.</summary>
    private const double Most = 8 * 1.4;

    [Theory]
    [InlineData("killed ")]
    [InlineData("and ")]
    [InlineData("rockets ")]
    [InlineData("the ")]
    [InlineData("- ")]
    [InlineData(", ")]
    [InlineData("\" ")]
    [InlineData("hundred ")]
    [InlineData("two, and killed ")]
    [InlineData("Aaa ")]
    [InlineData("( ")]
    [InlineData("days after ")]
    [InlineData("the first attack since ")]
    [InlineData("was the worst since a bomb killed two ")]
    [InlineData("x")]
    [InlineData("9")]
    [InlineData("a.")]
    [InlineData("who killed ")]
    [InlineData("of the ")]
    [InlineData("Smith, ")]
    [InlineData("in Springfield, ")]
    [InlineData("A bomb killed two men in Mosul on Friday. ")]
    [InlineData("Rockets hit Erbil, killing Omar Haddad; ")]
    [InlineData("The attack killed 3. ")]
    [InlineData("Jan 3 ")]
    [InlineData("shot June 15 in June 2013, ages 3, will ")]
    [InlineData("of them Gen. of them while was claimed by ) ")]
    public void A_text_repeated_takes_work_in_proportion(string piece) => Fault(piece).ShouldBeNull();

    /// <summary>Of these the day of writing is looked for, by counts that grow and days that are known.</summary>
    [Theory]
    [InlineData("More than 25,000 people have been killed in Gaza since October 7, 2023. ")]
    public void A_text_without_a_date_takes_work_in_proportion_too(string piece) => Fault(piece, dated: false).ShouldBeNull();

    [Fact]
    public void Any_words_of_such_news_repeated_take_work_in_proportion()
    {
        var text = Gen.Elements(AnyTextTests.Pieces).ListOf(6).Select(pieces => string.Join(' ', pieces) + " ");
        Check.One(AnyTextTests.Seeded.WithMaxTest(25), Prop.ForAll(text.ToArbitrary(), piece => Fault(piece).ShouldBeNull()));
    }

    private static string? Fault(string piece, bool dated = true)
    {
        var once = Work(piece, 5000, dated);
        var eight = Work(piece, 40_000, dated);
        if (eight.Looks > once.Looks * Most) return $"'{piece}': {once.Looks} looks, {eight.Looks} for eight times the text";
        return eight.Allocated > once.Allocated * Most + 100_000 ? $"'{piece}': {once.Allocated} bytes allocated, {eight.Allocated} for eight times the text" : null;
    }

    private static (long Looks, long Allocated) Work(string piece, int length, bool dated)
    {
        var (text, day) = (string.Concat(Enumerable.Repeat(piece, length / piece.Length + 1)), dated ? "2022-06-15" : null);
        Reading.Extract(text, day);
        var (looks, allocated) = (Effort.Looks, GC.GetAllocatedBytesForCurrentThread());
        Reading.Extract(text, day);
        return (Effort.Looks - looks, GC.GetAllocatedBytesForCurrentThread() - allocated);
    }

    [Fact]
    public void Looks_are_counted() => Work("A bomb killed two men in Mosul. ", 100, dated: true).Looks.ShouldBeGreaterThan(100);
}
