using FsCheck;
using FsCheck.Fluent;

namespace Platform.Tests.Unit.Extraction;

public sealed class AnyTextTests
{
    /// <summary>Words and marks that the stages look for, and some that no stage expects.</summary>
    internal static readonly string[] Pieces =
    [
        "Two rockets", "a car bomb", "hit", "killed", "were wounded", "at least", "4", "99999999999999", "two dozen", "hundred", "thousand", "on", "Saturday", "31", "February", "2021", "0001",
        "9999", "in", "Baghdad", "the town of", "Xyz", "80 km", "north of", "the base", "The attack", "was claimed by", "ISIS", "no casualties", "while", "another", "after", "days", "later", "ago",
        "3000 years ago", "since", "attacks", "times", ".", ",", ", and", ";", ":", "\n", "\n\n", "\"", "'", "’s", "-", "(", ")", "U.S.", "a.m.", "\uD83D", "\uDE80", "🚀", "\u0000", "\u0301", "ẞ", "الهجوم", "攻撃", "İ",
        "between", "to", "or", "one", "of them", "including", "by", "early", "last", "today", ", Sunday", "2021-02-30", "31.12.9999", "1/1/0001", "Gen.", "comes",
    ];

    /// <summary>
    /// Fixed, so that the suite says the same twice. Other seeds are for the fuzz run (EXTRACTION_FUZZ) and for EXTRACTION_SEED,
    /// a number, here.
    /// </summary>
    internal static Config Seeded { get; } = Config.QuickThrowOnFailure.WithReplay(
        ulong.TryParse(Environment.GetEnvironmentVariable("EXTRACTION_SEED"), out var given) ? given : 20261120, 1);

    [Theory]
    [InlineData("31.12.9999 or 31.12.9999 99999999999999 3000 years ago early another")]
    [InlineData(", and hundred 9999 attacks killed Two rockets days last another 4")]
    public void A_text_may_begin_anywhere(string text) => Should.NotThrow(() => Reading.Extract(text));

    [Fact]
    public void Any_string_gives_a_result_whose_evidence_lies_in_it_and_quotes() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => Holds(text ?? "")).Check(Seeded);

    [Fact]
    public void Any_mixture_of_the_words_of_such_news_gives_a_result_whose_evidence_lies_in_it_and_quotes()
    {
        var text = Gen.Elements(Pieces).ListOf().Select(pieces => string.Join(' ', pieces));
        Check.One(Seeded.WithMaxTest(500).WithEndSize(120), Prop.ForAll(text.ToArbitrary(), Holds));
    }

    private static void Holds(string text)
    {
        foreach (var published in new[] { "2021-02-20", "0001-01-01", "9999-12-31", null })
        {
            var result = Reading.Extract(text, published);
            Soundness.Fault(text, result).ShouldBeNull();
        }
    }
}
