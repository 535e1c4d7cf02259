namespace Platform.Tests.Unit.Extraction;

/// <summary>Which people a phrase about victims counts, by the grammar of the sentence.</summary>
public sealed class VictimGrammarTests
{
    [Theory]
    [InlineData("A shooting in Houston left three women and one man injured early Monday, police said.", null, 4)]
    [InlineData("Police say a 17-year-old boy and three women were injured in a shooting in Houston on Monday.", null, 4)]
    [InlineData("A man, woman and child were shot on Monday in Houston and rushed to a hospital.", null, 3)]
    [InlineData("A man was charged on Monday in the deaths of Ann Ray, 24, Bea Loe, 20, and Carl Moe, 22, who were shot in Houston on June 3.", 3, null)]
    [InlineData("Moe, 44, was shot along with three others Monday in Houston. He died.", 1, 3)]
    [InlineData("The bodies of a 40-year-old woman and a 43-year-old man were found after a shooting in Houston on Monday.", 2, null)]
    [InlineData("Dave Lopez was killed and four other men were wounded in a shooting Monday in Houston.", 1, 4)]
    [InlineData("A man was shot in the leg and a woman in the arm on Monday in Houston, police said.", null, 2)]
    [InlineData("Someone opened fire on Monday in Houston, hitting a man in the leg and a girl in the arm.", null, 2)]
    public void All_that_are_joined_count(string text, int? killed, int? wounded) => ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("A woman was killed and five others, including a 4-year-old, were injured in a shooting Monday in Houston.", 1, 5)]
    [InlineData("Officers have shot and killed a woman who barricaded herself and a child inside a Houston apartment on Monday.", 1, null)]
    [InlineData("Both Stover and Gilliam died from their wounds after a shooting in Houston on Monday.", 2, null)]
    [InlineData("A teenager accidentally shot another teenage boy on Monday in Houston. The boy has died.", 1, null)]
    [InlineData("1 Dead, 3 Injured in Shooting Friday. A man is dead and three people were injured after a shooting in Houston on Friday.", 1, 3)]
    public void Nobody_counts_for_a_word_that_is_not_theirs(string text, int? killed, int? wounded) => ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("A 16 and 17-year-old were shot and killed on Monday in Houston.")]
    [InlineData("Two women, believed to be 30 and 60, were found shot dead in Houston on Monday.")]
    public void Ages_are_no_counts(string text) => Reading.MainOf(text).Casualties!.Killed!.Min!.Value.ShouldBeLessThan(3);

    [Theory]
    [InlineData("A man shot his son and then shot himself on Monday in Houston, police said. The boy, 4, was killed in the murder-suicide.", 2)]
    [InlineData("A 3-year-old boy died on Monday after he fatally shot himself in Houston, police said. The boy was pronounced dead at a hospital.", 1)]
    [InlineData("A woman who was wounded in a Sunday night shooting in Houston has died, bringing the number of fatalities to three.", 3)]
    public void A_doer_who_dies_by_his_own_hand_and_a_toll_count_once(string text, int killed) => ShouldCount(text, killed, null);

    [Theory]
    [InlineData("A shooting in Houston on Monday injured three men and claimed the life of a woman.", 1, 3)]
    [InlineData("Carl Moe and Ann Ray were shot in Houston on Monday. Moe succumbed to his injuries.", 1, 1)]
    [InlineData("A man was shot Monday in Houston. He was found deceased in his car.", 1, null)]
    [InlineData("A boy was arrested Monday in connection with a fatal weekend shooting in Houston. Officers found a man with a wound to the head.", 1, null)]
    [InlineData("Three people were shot inside a car in Houston on Monday night. A woman has now died, bringing the death toll in the shooting to three.", 3, null)]
    public void A_death_counts_in_whatever_words_it_is_told(string text, int killed, int? wounded) => ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("A shooting in Houston on Monday left two men dead. Two other victims, a man and a woman, were hurt.", 2, 2)]
    [InlineData("A gunman shot four people, including one who died, at a Houston bar on Monday.", 1, 3)]
    [InlineData("A shooting left a man dead and three others injured in Houston on Monday.", 1, 3)]
    [InlineData("Officers found a man and two children dead after a shooting in Houston on Monday.", 3, null)]
    [InlineData("A shooting in Houston on Monday left eight people with wounds, police said.", null, 8)]
    [InlineData("A cook was charged on Monday with two counts of second-degree murder in a shooting in Houston.", 2, null)]
    public void A_phrase_counts_as_its_grammar_says(string text, int? killed, int? wounded) => ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("A man was shot on Hwy 150 in Houston on Monday, police said.", null, 1)]
    [InlineData("Ann Ray, 16, was murdered in Houston on Monday. Lee Moe, 35, is recovering from a gunshot wound.", 1, 1)]
    [InlineData("A gunman shot at a car in Houston on Monday, grazing two passersby.", null, 2)]
    public void Numbers_of_roads_ages_after_names_and_passers_by_are_read_as_what_they_are(string text, int? killed, int? wounded) => ShouldCount(text, killed, wounded);

    private static void ShouldCount(string text, int? killed, int? wounded)
    {
        var report = Reading.MainOf(text);
        (report.Casualties?.Killed?.Min, report.Casualties?.Wounded?.Min).ShouldBe((killed, wounded));
        Reading.EvidenceShouldQuote(text, report);
    }
}
