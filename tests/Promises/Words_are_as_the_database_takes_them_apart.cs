using Npgsql;
using NpgsqlTypes;
using Platform.Projection.ReadModels;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>Search vectors put together here are those the database would have made, so texts, questions and rebuilds agree.</summary>
[Collection(Collection.Name)]
public sealed class Words_are_as_the_database_takes_them_apart(Infrastructure infrastructure)
{
    private static readonly string[] Texts =
    [
        "", "the of and", "Rockets were fired at Ain al-Asad; the soldiers' barracks burned.", "U.S. forces, 3.5 km north-west of K1, 12:30 on 2020-01-08",
        "mail user@example.com https://example.com/a/b?c=d&e=f /var/log/x.txt <b>bold</b> &amp; -5 +7 1e5 1e 0x1f 00123 12345678901234567890 3rd 1st a1 1a 7km 5x5 v2 e5",
        "Hz. Ömer'in köyü, Šabac, naïve, Æsir, straße, عين الأسد ٣٤ قتيلا, Ирбиль обстрел, バグダッド 空港, 🚀🚀 smoke",
        string.Join(' ', Enumerable.Repeat("bomb bombs bombing", 400)), string.Join(' ', Enumerable.Range(0, 17_000).Select(i => "w" + (i % 700))),
        new string('x', 39) + " " + new string('y', 3000) + " z",
    ];

    [Fact]
    public async Task Text_by_text()
    {
        var database = await infrastructure.NewDatabaseAsync();
        await using var source = NpgsqlDataSource.Create(database);
        await using var connection = await source.OpenConnectionAsync();
        var random = new Random(7);
        var signs = "aeiourstlnbd019 -'.,/@:_éßع\t\n\"&<>|!()*".ToCharArray();
        var texts = Texts.Concat(Enumerable.Range(0, 400).Select(_ => new string(random.GetItems(signs, random.Next(60))))).Select(SearchText.Of).ToArray();

        // Words are learned some thousand at a time.
        string?[] ours;
        do
            ours = [.. texts.Select(Lexemes.Vector)];
        while (await Lexemes.LearnAsync(connection, CancellationToken.None));

        texts.Zip(ours).Where(t => t.Second is null).ShouldAllBe(t => t.First.Split(' ').Any(w => w.Length > 40 || w.Any(char.IsAsciiDigit) && w.Any(char.IsLetter)));
        ours.Count(v => v is not null).ShouldBeGreaterThan(350);
        await using var command = new NpgsqlCommand("select t from unnest($1, $2) as n (t, v) where v is not null and v::tsvector is distinct from to_tsvector('english', t)", connection)
        {
            Parameters = { new() { Value = texts, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text }, new() { Value = ours, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text } },
        };
        var other = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            other.Add(reader.GetString(0));
        await infrastructure.DropDatabaseAsync(database);
        other.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Ain al-Asad", "ain al asad")]
    [InlineData("\"Ain al-Asad\" -drone", "\"ain al asad\" -drone")]
    [InlineData("-\"two rockets\" or U.S.", "-\"two rockets\" or u s ")]
    [InlineData("2020-2024 'al-Quds' - x", "2020 2024 al quds   x")]
    [InlineData("\"a -b\" <>&|!:*", "\"a  b\"        ")]
    public void Questions_are_made_of_the_same_words(string question, string words) => SearchText.Question(question).ShouldBe(words);
}
