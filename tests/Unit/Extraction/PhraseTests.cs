using Platform.Extraction.Engine;

namespace Platform.Tests.Unit.Extraction;

public sealed class PhraseTests
{
    [Theory]
    [InlineData("Gunmen attacked the police station.", "[Gunmen] <attacked> [the police station]")]
    [InlineData("GUNMEN ATTACKED THE POLICE STATION.", "[GUNMEN] <ATTACKED> [THE POLICE STATION]")]
    [InlineData("The rebels have not been able to leave.", "[The rebels] <have not been> <to leave>")]
    [InlineData("Three soldiers were killed by a roadside bomb.", "[Three soldiers] <were killed> [a roadside bomb]")]
    [InlineData("It was learned that the bridge was blown up.", "[It] <was learned> [the bridge] <was blown up>")]
    [InlineData("The rebel attack on the mayor's office failed.", "[The rebel attack] [the mayor's office] <failed>")]
    public void Noun_phrases_and_verb_groups_are_found_in_any_case(string text, string expected) => Chunks(text).ShouldBe(expected);

    [Theory]
    [InlineData("Masked men attacked the town hall and killed the mayor.", "killed", "Masked men", "the mayor")]
    [InlineData("The mayor, a father of two, was shot by masked men.", "shot", "masked men", "The mayor")]
    [InlineData("Masked men who stormed the office killed the mayor.", "killed", "Masked men", "the mayor")]
    [InlineData("The assassination of the mayor by masked men shocked the town.", "assassination", "masked men", "the mayor")]
    [InlineData("Masked men stormed the office, killing the mayor.", "killing", "Masked men", "the mayor")]
    [InlineData("The mayor murdered by masked men was buried.", "murdered", "masked men", "The mayor")]
    public void The_doer_and_whom_it_was_done_to_are_told_apart(string text, string word, string agent, string patient)
    {
        var (agents, patients) = Roles(text, word);
        agents.ShouldBe([agent]);
        patients.ShouldBe([patient]);
    }

    [Fact]
    public void Phrases_joined_by_and_or_commas_share_a_role() =>
        Roles("Rebels kidnapped a nurse, two teachers and the priest near the river.", "kidnapped").Patients.ShouldBe(["a nurse", "two teachers", "the priest"]);

    [Fact]
    public void A_verb_of_harm_without_an_object_is_read_as_a_passive() =>
        Roles("A guard was killed and two drivers wounded.", "wounded").Patients.ShouldBe(["two drivers"]);

    [Fact]
    public void A_short_name_is_resolved_to_the_full_one()
    {
        var document = Reading.Document("Senator Ana Belmonte Ruiz was shot on Monday. Belmonte died later.");
        var chunk = document.Phrases.At(document.Tokens.ToList().FindLastIndex(token => token.Norm == "belmonte"));
        var (first, end) = document.Persons.Of(chunk).ShouldNotBeNull();
        document.TextOf(document.QuoteOf(first, end)).ShouldBe("Ana Belmonte Ruiz");
    }

    [Theory]
    [InlineData("The bombing of San Ramón went on.", "Ramón")]
    [InlineData("The attack on the Blue Plaza Hotel failed.", "Hotel")]
    public void A_place_or_a_building_is_no_person(string text, string word)
    {
        var document = Reading.Document(text);
        document.Persons.Of(document.Phrases.At(At(document, word))).ShouldBeNull();
    }

    [Fact]
    public void Outside_the_text_there_is_a_chunk_of_nothing()
    {
        var phrases = Reading.Document("Gunmen fled.").Phrases;
        phrases.At(-1).ShouldBe(-1);
        phrases[phrases.At(99)].Kind.ShouldBe(ChunkKind.Other);
    }

    private static string Chunks(string text)
    {
        var document = Reading.Document(text);
        var parts = Enumerable.Range(0, document.Phrases.Count).Select(i => document.Phrases[i])
            .Where(chunk => chunk.Kind is ChunkKind.Noun or ChunkKind.Verb)
            .Select(chunk => (chunk.Kind, Text: document.TextOf(document.QuoteOf(chunk.First, chunk.End))));
        return string.Join(' ', parts.Select(part => part.Kind == ChunkKind.Noun ? $"[{part.Text}]" : $"<{part.Text}>"));
    }

    private static (List<string> Agents, List<string> Patients) Roles(string text, string word)
    {
        var document = Reading.Document(text);
        var roles = new Roles();
        new RoleReader(document).Read(At(document, word), 0, document.Tokens.Count, roles);
        return (roles.Agents.ConvertAll(Text), roles.Patients.ConvertAll(Text));

        string Text(int chunk) => document.TextOf(document.QuoteOf(document.Phrases[chunk].First, document.Phrases[chunk].End));
    }

    private static int At(Document document, string word) => document.Tokens.ToList().FindIndex(token => token.Norm == Folding.Fold(word));
}
