using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Platform.Contracts;
using Platform.Extraction.Engine;

namespace Platform.Tests.Unit.Extraction;

public sealed class CoreTests
{
    private const string Long = "At least four Katyusha rockets hit the Balad air base near Baghdad on Saturday, killing two Iraqi soldiers. Kata'ib Hezbollah claimed the attack. It was the third attack in a week.";
    private const string Short = "A bomb killed one man in Mosul.";

    [Fact]
    public void A_document_in_used_buffers_reads_as_a_new_one()
    {
        Document.Rent(Of(Long), Lexicon.Shared).Return();
        var used = Document.Rent(Of(Short), Lexicon.Shared);
        var fresh = new Document(Of(Short), Lexicon.Shared);
        used.Tokens.ShouldBe(fresh.Tokens);
        used.Sentences.ShouldBe(fresh.Sentences);
        used.Matches.Select(match => (match.First, match.End, match.Entries.Length)).ShouldBe(fresh.Matches.Select(match => (match.First, match.End, match.Entries.Length)));
        for (var i = -1; i <= fresh.Tokens.Count + 20; i++)
        {
            used.MatchOf(i)?.First.ShouldBe(fresh.MatchOf(i)!.First);
            used.Has(i, Kinds.Event).ShouldBe(fresh.Has(i, Kinds.Event));
            used.Quantities.StartingAt(i).ShouldBeNull();
        }
        used.Return();
    }

    [Fact]
    public void The_first_stages_allocate_nothing_for_a_text_whose_words_have_been_seen()
    {
        var article = Of(string.Concat(Enumerable.Repeat(Long + " Zzyzxq. ", 50)));
        for (var run = 0; run < 3; run++) Document.Rent(article, Lexicon.Shared).Return();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Document.Rent(article, Lexicon.Shared).Return();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1000);
    }

    [Fact]
    public void An_emptied_frame_is_as_a_new_one()
    {
        var frame = new Frame();
        foreach (var property in typeof(Frame).GetProperties())
        {
            if (property.SetMethod is not null) property.SetValue(frame, Other(property.PropertyType));
            else if (property.GetValue(frame) is IDictionary map) map.Add("x", null);
            else if (property.GetValue(frame) is IList list) list.Add(null);
            else if (property.GetValue(frame) is ISet<string> set) set.Add("x");
        }
        frame.Clear(default);
        foreach (var property in typeof(Frame).GetProperties())
        {
            if (property.GetValue(frame) is IEnumerable many and not string) many.Cast<object>().ShouldBeEmpty(property.Name);
            else property.GetValue(frame).ShouldBe(property.GetValue(new Frame()), property.Name);
        }
    }

    private static object Other(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(bool)) return true;
        if (type == typeof(int)) return 7;
        if (type == typeof(string)) return "x";
        if (type == typeof(Quote)) return new Quote(1, 2);
        return type.IsEnum ? Enum.GetValues(type).Cast<object>().Last() : RuntimeHelpers.GetUninitializedObject(type);
    }

    [Fact]
    public void Many_threads_read_as_one_does()
    {
        string[] texts = [Long, Short, Long + " " + Short, "", "Rockets fell on Erbil on 3 May 2021, wounding 12 people."];
        var alone = texts.Select(Json).ToList();
        Parallel.For(0, 400, i => Json(texts[i % texts.Length]).ShouldBe(alone[i % texts.Length]));
    }

    [Fact]
    public void A_text_without_marks_is_cut_into_sentences_that_cover_it()
    {
        var text = string.Concat(Enumerable.Repeat("and Gen. ", 2000));
        var tokens = Tokenizer.Split(text);
        var sentences = SentenceSplitter.Split(text, tokens);
        sentences.ShouldAllBe(sentence => sentence.End - sentence.First <= 500);
        sentences.Select(sentence => sentence.First).ShouldBe([0, .. sentences.Select(sentence => sentence.End).SkipLast(1)]);
        sentences[^1].End.ShouldBe(tokens.Count);
    }

    [Fact]
    public async Task A_number_with_a_tail_longer_than_any_word_before_is_one_token() =>
        // On a thread of its own, whose buffers have not grown yet.
        (await Task.Factory.StartNew(() => Tokenizer.Split("7" + new string('c', 5000)).Count, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ShouldBe(1);

    [Fact]
    public void A_text_adds_nothing_to_the_vocabulary()
    {
        var words = Lexicon.Shared.Vocabulary.Count;
        var tokens = Tokenizer.Split("Qwxyz rocket");
        tokens[0].Id.ShouldBeLessThan(0);
        Lexicon.Shared.Vocabulary[tokens[1].Id].ShouldBe("rocket");
        Lexicon.Shared.Vocabulary.Count.ShouldBe(words);
    }

    [Fact]
    public void A_word_line_gives_its_words_their_parts_of_speech_and_matches_nothing()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "words.tsv"), "word\tnoun\tstrike|guard\nword\tverb\tstrike\nevent\tattack\tattack\tpos=noun\n");
            var lexicon = Lexicon.Load(folder.FullName);
            var document = new Document(Of("Guard strike attack other"), lexicon);
            Enumerable.Range(-1, 6).Select(document.ClassOf).ShouldBe([WordClass.None, WordClass.Noun, WordClass.Noun | WordClass.Verb, WordClass.None, WordClass.None, WordClass.None]);
            document.Matches.ShouldHaveSingleItem().First.ShouldBe(2);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_word_set_holds_its_words_and_no_others()
    {
        var word = Gen.Elements("a", "b", "the", "'s", ",", "attack", "attacks", "al", "el", "zz", "été", "攻撃", "");
        Prop.ForAll(word.ListOf().ToArbitrary(), word.ToArbitrary(), (words, asked) =>
        {
            var kept = words.Where(one => one.Length > 0).ToArray();
            return WordSet.Of(kept).Contains(asked) == kept.Contains(asked);
        }).Check(AnyTextTests.Seeded);
    }

    private static Article Of(string text) => new(Guid.Empty, 1, null, text, null, null);

    private static string Json(string text) => JsonSerializer.Serialize(Reading.Extract(text).Reports, ContractJson.Default.IReadOnlyListIncidentReport);
}
