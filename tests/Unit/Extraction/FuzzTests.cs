using System.Globalization;
using System.Text.Json;
using Platform.Contracts;
using Platform.Extraction.Engine;
using Platform.Tests.Gold;
using Xunit.Abstractions;

namespace Platform.Tests.Unit.Extraction;

/// <summary>
/// Damaged articles of our own through the engine. EXTRACTION_FUZZ sets how many (5,000 when unset; the million of the
/// promise: <c>EXTRACTION_FUZZ=1000000</c>), EXTRACTION_FUZZ_SEED which ones.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset?[] Published = [new(2022, 6, 15, 0, 0, 0, TimeSpan.Zero), null, DateTimeOffset.MinValue, DateTimeOffset.MaxValue];

    [Fact]
    public void Damaged_articles_give_sound_results()
    {
        var (count, seed) = (Setting("EXTRACTION_FUZZ", 5_000), Setting("EXTRACTION_FUZZ_SEED", 1));
        var mutator = new Mutator(GoldSet.Load().ConvertAll(article => article.Article.Text), seed);
        var engine = new ExtractionEngine();
        var (reports, characters) = (0L, 0L);
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, number =>
        {
            var text = mutator.Text(number);
            var fault = Fault(engine, text, number, out var found);
            if (fault is not null) Assert.Fail($"seed {seed}, text {number}: {fault}\n{text}");
            Interlocked.Add(ref reports, found);
            Interlocked.Add(ref characters, text.Length);
        });
        output.WriteLine($"{count} texts, {characters} characters, {reports} reports, no fault (seed {seed})");
        // Texts so damaged that nothing is found any more would show little; half of the gold set tells of no attack.
        reports.ShouldBeGreaterThan(count / 3);
    }

    private static string? Fault(ExtractionEngine engine, string text, int number, out int reports)
    {
        reports = 0;
        var title = number % 3 == 0 ? text[..Math.Min(text.Length, number % 97)] : null;
        var article = new Article(Guid.Empty, 1, title, text, Published[number % Published.Length], null);
        try
        {
            var result = engine.Extract(article);
            reports = result.Reports.Count;
            if (Soundness.Fault(text, result) is { } fault) return fault;
            return number % 8 == 0 && Json(result) != Json(engine.Extract(article)) ? "a second reading differs" : null;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return error.ToString();
        }
    }

    private static string Json(ExtractionResult result) =>
        JsonSerializer.Serialize(result.Reports, ContractJson.Default.IReadOnlyListIncidentReport) + JsonSerializer.Serialize(result.Aggregates, ContractJson.Default.IReadOnlyListAggregate);

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
