using Platform.Extraction.Engine;

namespace Platform.Tests.Unit.Extraction;

/// <summary>What is looked at instead of the words says the same as the words.</summary>
public sealed class CueTests
{
    private const string Text = "Rockets hit Balad's base on 3 May, 2021; \"No one was hurt\", the U.S. army's spokesman (Lt. Ana Ruiz, 42) said. "
        + "Kata'ib Hezbollah denied it, and SINCE then the 1st of Müller's 7th-floor flats was over-run in retaliation for it. Nobody died there.";

    [Fact]
    public void Each_cue_has_a_bit_of_its_own()
    {
        var bits = Cue.All.Select(cue => cue.Bit).ToList();
        bits.ShouldAllBe(bit => ulong.PopCount(bit) == 1);
        bits.ShouldBeUnique();
    }

    [Fact]
    public void Each_word_of_a_cue_carries_its_bit_as_a_token()
    {
        foreach (var cue in Cue.All)
        {
            foreach (var word in cue)
            {
                foreach (var written in new[] { word, word.ToUpperInvariant() })
                {
                    var token = Tokenizer.Split(written).ShouldHaveSingleItem();
                    token.Norm.ShouldBe(word);
                    (token.Cues & cue.Bit).ShouldNotBe(0ul, word);
                }
            }
        }
    }

    [Fact]
    public void A_token_carries_no_bit_but_those_of_its_word() =>
        Tokenizer.Split(Text).ShouldAllBe(token => (token.Cues & ~(Cue.Form | Cue.Town | Cue.Anchor)) == Cue.All.Where(cue => cue.Contains(token.Norm)).Aggregate(0ul, (bits, cue) => bits | cue.Bit));

    [Fact]
    public void A_word_tells_which_lexicons_have_a_form_that_begins_with_it()
    {
        var cues = Tokenizer.Split("Rocket Peshawar Acton herself zzyzx").Select(token => token.Cues & (Cue.Form | Cue.Town | Cue.Anchor)).ToList();
        (cues[0] & Cue.Form).ShouldBe(Cue.Form);
        (cues[1] & Cue.Form).ShouldBe(Cue.Form);
        (cues[2] & Cue.Town).ShouldBe(Cue.Town);
        cues[3].ShouldBe(0ul);
        cues[4].ShouldBe(0ul);
    }

    [Fact]
    public void A_word_that_comes_again_gives_the_token_it_gave_when_it_was_new()
    {
        var tokenizer = new Tokenizer(Lexicon.Shared.Vocabulary);
        var (first, again) = (new TokenList(), new TokenList());
        var text = Text + " rockets ROCKETS Rockets roCKets zzyzx Zzyzx ZZYZX A a B2 b2 x' X. x.y. dont don't DON’T mosul";
        tokenizer.Split(text, first);
        tokenizer.Split(text, again);
        again.ShouldBe(first);
        // Each word alone in a tokenizer that has seen none.
        foreach (var token in first)
        {
            if (token.Norm != "'s") Tokenizer.Split(text[token.Start..token.End])[0].ShouldBe(token with { Start = 0, End = token.End - token.Start });
        }
    }

    [Fact]
    public void A_range_has_what_its_tokens_have()
    {
        foreach (var document in new[] { Reading.Document(Text), Reading.Document("Gunmen killed two men. Police arrested one.") })
        {
            for (var first = 0; first < document.Tokens.Count; first++)
            {
                for (var end = first; end <= document.Tokens.Count; end += 3)
                {
                    foreach (var cue in Cue.All) document.HasIn(first, end, cue).ShouldBe(Any(first, end, i => document.Is(i, cue)));
                    foreach (var kind in Enum.GetValues<Kinds>()) document.HasIn(first, end, kind).ShouldBe(Any(first, end, i => document.Has(i, kind)));
                }
            }
        }
    }

    [Fact]
    public void A_range_is_looked_over_anew_in_the_next_text()
    {
        var denied = Document.Rent(new Article(Guid.Empty, 1, null, "He denied it.", null, null), Lexicon.Shared);
        denied.HasIn(0, 4, Denial.Verbs).ShouldBeTrue();
        denied.Return();
        var other = Document.Rent(new Article(Guid.Empty, 1, null, "She was hit.", null, null), Lexicon.Shared);
        other.HasIn(0, 4, Denial.Verbs).ShouldBeFalse();
        other.Return();
    }

    [Theory]
    [InlineData("in retaliation for the")]
    [InlineData("in revenge for the")]
    [InlineData("in reprisal for the")]
    [InlineData("in retribution for the")]
    [InlineData("in response to the")]
    [InlineData("to avenge the")]
    [InlineData("avenging the")]
    [InlineData("on the anniversary of the")]
    [InlineData(", citing the")]
    [InlineData("amid anger over the")]
    public void What_opens_a_reason_is_a_cue_for_it(string opener)
    {
        var document = Reading.Document($"Jets struck two sites {opener} raid.");
        Realis.IsReason(document, Whole(document), document.Tokens.Count - 2).ShouldBeTrue();
    }

    [Theory]
    [InlineData("The report is unfounded.")]
    [InlineData("The report is baseless.")]
    [InlineData("The report is untrue.")]
    [InlineData("The report is groundless.")]
    [InlineData("The reports were false.")]
    [InlineData("The reports were fake.")]
    [InlineData("The reports were fabricated.")]
    [InlineData("The reports were incorrect.")]
    [InlineData("The reports were inaccurate.")]
    [InlineData("The reports were lies.")]
    [InlineData("The report is not true.")]
    [InlineData("There is no truth to reports of it.")]
    public void What_calls_a_report_untrue_is_a_cue_for_it(string text)
    {
        var document = Reading.Document(text);
        NoTelling.IsDenied(document, Whole(document)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("He died of cancer.")]
    [InlineData("He dies of pneumonia.")]
    [InlineData("He passed away peacefully.")]
    public void What_an_obituary_begins_with_is_a_cue_for_it(string text)
    {
        var document = Reading.Document(text);
        NoTelling.IsObituary(document, Whole(document)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("Since 2019 the group has often targeted the town.")]
    [InlineData("Since 2019 the group has regularly targeted the town.")]
    [InlineData("Since 2019 the group has repeatedly targeted the town.")]
    [InlineData("Since 2019 the group has frequently targeted the town.")]
    [InlineData("Since 2019 the group has routinely targeted the town.")]
    [InlineData("Since 2019 the town was hit every day.")]
    [InlineData("Since 2019 the town was hit each week.")]
    [InlineData("Since 2019 the town was hit 12 times.")]
    [InlineData("Since 2019 shelling goes on.")]
    [InlineData("Since 2019 bombardment goes on.")]
    [InlineData("Since 2019 fighting goes on.")]
    [InlineData("Since 2019 violence goes on.")]
    [InlineData("The group is responsible for the deaths of 40,000 people.")]
    public void What_counts_over_a_time_is_a_cue_for_a_statistic(string text)
    {
        var document = Reading.Document(text);
        AggregateReader.IsStatistic(document, Whole(document), sentenceIsStatistic: false).ShouldBeTrue();
    }

    [Fact]
    public void Terms_come_heaviest_first_and_in_order_of_mention()
    {
        var table = new TermTable();
        string[] words = ["b", "a", "c", "d", "a", "e", "c", "c"];
        int[] weights = [10, 30, 10, 50, 30, 30, 20, 10];
        for (var i = 0; i < words.Length; i++) table.Add(words[i], weights[i]);
        table.Count.ShouldBe(5);
        table.Heaviest(10).ShouldBe(["d", "a", "e", "c", "b"]);
        table.Heaviest(2).ShouldBe(["d", "a"]);
        table.Clear();
        table.Heaviest(2).ShouldBeEmpty();
    }

    private static Clause Whole(Document document) => new(0, 0, document.Tokens.Count);

    private static bool Any(int first, int end, Func<int, bool> holds)
    {
        for (var i = first; i < end; i++)
            if (holds(i)) return true;
        return false;
    }
}
