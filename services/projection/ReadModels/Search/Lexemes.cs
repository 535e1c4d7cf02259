using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Platform.Projection.ReadModels;

/// <summary>
/// What <c>to_tsvector('english', …)</c> makes of a <see cref="SearchText"/>, put together from what it made of each word before: to take
/// a text apart is the database's dearest work for an article, and its words are nearly all known. The database's own dictionary
/// is asked once for each word, so that texts and questions always agree.
/// </summary>
public static class Lexemes
{
    /// <summary>Words remembered; some 15 MB. Past that it begins anew.</summary>
    private const int MostKnown = 100_000;

    /// <summary>Words asked for at once; the database takes texts with others apart itself.</summary>
    private const int MostAsked = 5_000;

    /// <summary>A longer word is rather noise, and is not remembered.</summary>
    private const int LongestWord = 40;

    /// <summary>Positions of one lexeme and the last position, as the database's type has them.</summary>
    private const int MostPositions = 255, LastPosition = 16383;

    // Empty for a word too common to be searched; null for one that is taken apart further.
    private static readonly ConcurrentDictionary<string, string?> s_known = new();
    private static readonly ConcurrentDictionary<string, bool> s_missed = new();

    // Asking a concurrent dictionary for its count takes all of its locks, and this is asked for each word that is missed.
    private static int s_missedCount;

    /// <summary>The vector as the database reads it; null when not all words are known, which <see cref="LearnAsync"/> changes.</summary>
    /// <param name="words">Of <see cref="SearchText.Of"/>.</param>
    public static string? Vector(string words)
    {
        var known = s_known.GetAlternateLookup<ReadOnlySpan<char>>();
        var found = new Dictionary<string, List<int>>();
        var places = found.GetAlternateLookup<ReadOnlySpan<char>>();
        var (position, whole) = (0, true);
        foreach (var range in words.AsSpan().Split(' '))
        {
            var word = words.AsSpan(range);
            if (word.IsEmpty)
                continue;
            position++;
            if (IsNumber(word))
                Add(ref CollectionsMarshal.GetValueRefOrAddDefault(places, word, out _), position);
            else if (!known.TryGetValue(word, out var lexeme))
                whole &= Miss(word);
            else if (lexeme is null)
                whole = false;
            else if (lexeme.Length > 0)
                Add(ref CollectionsMarshal.GetValueRefOrAddDefault(found, lexeme, out _), position);
        }
        return whole ? Write(found) : null;
    }

    /// <summary>Asks the database for the words that were missed since; false when there were none.</summary>
    /// <exception cref="NpgsqlException">The database does not answer.</exception>
    public static async Task<bool> LearnAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (s_missed.IsEmpty)
            return false;
        var asked = s_missed.Keys.Take(MostAsked).ToArray();
        await using var command = new NpgsqlCommand(
            "select w, array(select lexeme from unnest(to_tsvector('english', w)) where positions = '{1}'), length(to_tsvector('english', w)) from unnest($1) as w", connection)
        {
            Parameters = { new() { Value = asked, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text } },
        };
        if (s_known.Count > MostKnown)
            s_known.Clear();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var (word, lexemes, count) = (reader.GetString(0), reader.GetFieldValue<string[]>(1), reader.GetInt32(2));
            s_known[word] = count == 0 ? "" : count == 1 && lexemes.Length == 1 ? lexemes[0] : null;
            if (s_missed.TryRemove(word, out _))
                Interlocked.Decrement(ref s_missedCount);
        }
        return true;
    }

    private static bool Miss(ReadOnlySpan<char> word)
    {
        if (word.Length <= LongestWord && Volatile.Read(ref s_missedCount) < MostAsked && s_missed.TryAdd(word.ToString(), true))
            Interlocked.Increment(ref s_missedCount);
        return false;
    }

    private static bool IsNumber(ReadOnlySpan<char> word) => word.Length <= 9 && !word.ContainsAnyExceptInRange('0', '9');

    private static void Add(ref List<int>? positions, int position)
    {
        positions ??= [];
        position = Math.Min(position, LastPosition);
        if (positions.Count < MostPositions && (positions.Count == 0 || positions[^1] != position))
            positions.Add(position);
    }

    private static string Write(Dictionary<string, List<int>> found)
    {
        var vector = new StringBuilder();
        foreach (var (lexeme, positions) in found)
        {
            vector.Append(vector.Length > 0 ? " " : "").Append(lexeme);
            for (var i = 0; i < positions.Count; i++)
                vector.Append(i == 0 ? ':' : ',').Append(CultureInfo.InvariantCulture, $"{positions[i]}");
        }
        return vector.ToString();
    }
}
