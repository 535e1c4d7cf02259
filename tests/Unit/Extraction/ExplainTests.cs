using System.Text.Json;
using Platform.Contracts;
using Platform.Extraction;
using Platform.Extraction.Engine;
using Platform.Tests.Gold;

namespace Platform.Tests.Unit.Extraction;

public sealed class ExplainTests
{
    private static (int Status, string Output) Explain(string input)
    {
        using var output = new StringWriter();
        var status = ExplainCommand.Run(new StringReader(input), ExplainCommand.Terminal(output, plain: true));
        return (status, output.ToString());
    }

    [Fact]
    public void It_tells_sentence_by_sentence_what_was_found_and_why()
    {
        var (status, output) = Explain("""
            {"id":"a","publishedAt":"2022-06-15","text":"Three rockets hit the base in Taji, Iraq, on Monday. Two guards were wounded in the attack. On 4 May 2020, a bomb killed a soldier in Mosul. The army foiled an attack on Tuesday."}
            """);
        status.ShouldBe(0);
        output.ShouldContain("a  published 2022-06-15, a Wednesday");
        output.ShouldContain("[0] Three rockets hit the base");
        output.ShouldContain("rockets weapon=rocket · hit action=hit");
        output.ShouldContain("[Two guards] <were wounded: passive> in [the attack]");
        output.ShouldContain("'Three' = 3");
        output.ShouldContain("'Monday' = 2022-06-13");
        output.ShouldContain("is event: the weapon and its verb tell it; rocket_attack");
        output.ShouldContain("→ opens incident 0");
        output.ShouldContain("→ joins incident 0");
        output.ShouldContain("→ opens incident 1; not 0 (another day)");
        output.ShouldContain("held back 'attack': planned, feared, rehearsed or negated");
        output.ShouldContain("report 0 of incident 0: main, rocket_attack");
        output.ShouldContain("confidence 0.");
    }

    [Fact]
    public void A_place_of_a_common_name_comes_with_the_reason_for_it() =>
        Explain("Gunmen killed a man in Springfield, Illinois on 3 May 2021.").Output.ShouldContain("Illinois follows it, not ");

    [Fact]
    public void A_text_that_is_not_json_is_one_article_and_cannot_steer_the_terminal()
    {
        var (status, output) = Explain("A bomb \u001b[31mexploded in Mosul.\u0007 Nobody was hurt.");
        status.ShouldBe(0);
        output.ShouldContain("[31mexploded");
        output.ShouldNotContain("\u001b");
        output.ShouldNotContain("\u0007");
    }

    [Fact]
    public void A_bad_line_is_said_and_gives_status_1_and_the_others_are_explained()
    {
        var (status, output) = Explain("{\"id\":\"a\"}\n{nonsense\n{\"id\":\"b\",\"text\":\"x\"}\n");
        status.ShouldBe(1);
        output.Split('\n').Count(line => line.StartsWith("a bad line", StringComparison.Ordinal)).ShouldBe(2);
        output.ShouldContain("b  day of publication unknown");
    }

    [Fact]
    public void Every_article_can_be_explained_and_being_watched_changes_no_report()
    {
        var engine = new ExtractionEngine();
        foreach (var gold in GoldSet.Load())
        {
            var paper = new Paper();
            var watched = engine.Extract(gold.Article, new Explanation(gold.Id, paper));
            Json(watched).ShouldBe(Json(engine.Extract(gold.Article)));
            using var output = new StringWriter();
            paper.Write(ExplainCommand.Terminal(output, plain: true));
            output.ToString().Split('\n').Count(line => line.StartsWith("report ", StringComparison.Ordinal)).ShouldBe(watched.Reports.Count, gold.Id);
        }
    }

    private static string Json(ExtractionResult result) => JsonSerializer.Serialize(result.Reports, ContractJson.Default.IReadOnlyListIncidentReport);
}
