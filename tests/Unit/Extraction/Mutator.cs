using System.Text;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Makes damaged articles of sound ones. The text of a number is always the same, so a fault can be looked at again.</summary>
internal sealed class Mutator(IReadOnlyList<string> articles, int seed)
{
    private const int Longest = 6000;

    private static readonly string[] Pieces =
    [
        " killed ", " killing ", " at least ", " two dozen ", " rockets ", " a car bomb ", " was claimed by ", " the town of ", " 80 km north of ", " on Saturday ", " two days later ", " since ",
        " and ", ", ", ". ", "; ", ": ", "\n\n", " while ", " who ", " which ", " by ", " of ", " no ", " not ", " 31 February ", " 0001-01-01 ", " 9999-12-31 ", " U.S. ", " a.m. ", "'s ", " 3rd ", " 1,000,000 ",
        "\u0000", "\u0301", "\u200D", "\u202E", "\uFEFF", "\uFFFF", "\uD83D", "\uDE80", "🚀", "ß", "ẞ", "İ", "ŉ", "ﬁ", "\u02BC", "’s", "攻撃", "الهجوم", "\u2028", "\u0085",
    ];

    /// <summary>The damaged text of a number.</summary>
    public string Text(int number)
    {
        var random = new Random(HashCode(seed, number));
        var text = new StringBuilder(articles[random.Next(articles.Count)]);
        if (text.Length > Longest) text.Length = Longest;
        for (var rounds = random.Next(1, 9); rounds > 0; rounds--) Damage(text, random);
        return text.ToString();
    }

    private void Damage(StringBuilder text, Random random)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(text.Length - at, random.Next(random.Next(2) == 0 ? 8 : 200));
        switch (random.Next(14))
        {
            case 0:
                text.Remove(at, length);
                break;
            case 1:
                text.Insert(at, text.ToString(at, length), random.Next(1, 6));
                break;
            case 2:
                var taken = text.ToString(at, length);
                text.Remove(at, length).Insert(random.Next(text.Length + 1), taken);
                break;
            case 3:
                for (var i = 0; i < length; i++) text.Insert(random.Next(text.Length + 1), (char)random.Next(0x10000));
                break;
            case 4:
                text.Insert(at, (char)random.Next(0xD800, 0xE000));
                break;
            case 5:
                for (var i = at; i < at + length; i++) text[i] = char.IsUpper(text[i]) ? char.ToLowerInvariant(text[i]) : char.ToUpperInvariant(text[i]);
                break;
            case 6:
                text.Length = at;
                break;
            case 7:
                text.Insert(at, new string(".,;:!?-\"'()[]"[random.Next(13)], random.Next(1, 40)));
                break;
            case 8:
                text.Insert(at, new string((char)random.Next('A', 'z'), random.Next(1, 3000)));
                break;
            case 9:
                text.Insert(at, new string((char)random.Next('0', ':'), random.Next(1, 400)));
                break;
            case 10:
                text.Insert(Math.Min(text.Length, at + length), random.Next(2) == 0 ? "\"" : "”").Insert(at, random.Next(2) == 0 ? "\"" : "“");
                break;
            case 11:
                for (var i = at; i < at + length; i++)
                    if (text[i] is ' ' or '.' or ',') text[i] = random.Next(2) == 0 ? '\n' : ' ';
                break;
            case 12:
                var other = articles[random.Next(articles.Count)];
                var from = random.Next(other.Length);
                text.Insert(at, other.AsSpan(from, Math.Min(other.Length - from, random.Next(400))));
                break;
            default:
                for (var i = random.Next(1, 6); i > 0; i--) text.Insert(random.Next(text.Length + 1), Pieces[random.Next(Pieces.Length)]);
                break;
        }
    }

    /// <summary>Mixes two numbers the same way in every process, which System.HashCode does not.</summary>
    private static int HashCode(int seed, int number)
    {
        var mixed = ((ulong)(uint)seed << 32 | (uint)number) * 0x9E3779B97F4A7C15ul;
        return (int)((mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9ul >> 33);
    }
}
