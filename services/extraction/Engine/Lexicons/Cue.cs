using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Platform.Extraction.Engine;

/// <summary>
/// Folded words that a rule looks for, as a bit that each token carries from the tokenizer on: whether a token is one of the words, and
/// whether a clause has any, is asked without looking at the words. To be a static readonly field, whose class needs no lexicon to be made.
/// </summary>
[CollectionBuilder(typeof(Cue), nameof(Of))]
internal sealed class Cue : IEnumerable<string>
{
    /// <summary>So many; the bits after them say which lexicons have a form that begins with the word.</summary>
    private const int Most = 64 - 3;

    /// <summary>A form of a lexicon begins with the word; a town; an anchor.</summary>
    public const ulong Form = 1ul << Most, Town = Form << 1, Anchor = Form << 2;

    private static int made;

    private readonly string[] words;

    private Cue(ReadOnlySpan<string> words)
    {
        this.words = words.ToArray();
        var number = Interlocked.Increment(ref made) - 1;
        if (number >= Most) throw new InvalidOperationException($"A token has room for {Most} cues; the words of the rarest rules can be a WordSet.");
        Bit = 1ul << number;
    }

    /// <summary>The bit of a token's <see cref="Token.Cues"/> that is its own.</summary>
    public ulong Bit { get; }

    /// <summary>The cue of some words.</summary>
    public static Cue Of(ReadOnlySpan<string> words) => new(words);

    /// <summary>The bits of all cues a word is in.</summary>
    public static ulong Of(string word) => Registry.Masks.GetValueOrDefault(word);

    /// <summary>All cues of the engine.</summary>
    public static IReadOnlyList<Cue> All => Registry.Cues;

    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)words).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Made before the first text is read: a class would else be made, and its cues with it, when tokens already lack their bits.</summary>
    private static class Registry
    {
        public static readonly Cue[] Cues = Collect();
        public static readonly Dictionary<string, ulong> Masks = MasksOf(Cues);

        private static Cue[] Collect() =>
        [
            .. from type in typeof(Cue).Assembly.GetTypes()
               where !type.ContainsGenericParameters
               from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
               where field.FieldType == typeof(Cue)
               select (Cue)field.GetValue(null)!,
        ];

        private static Dictionary<string, ulong> MasksOf(Cue[] cues)
        {
            var masks = new Dictionary<string, ulong>(StringComparer.Ordinal);
            foreach (var cue in cues)
                foreach (var word in cue) masks[word] = masks.GetValueOrDefault(word) | cue.Bit;
            return masks;
        }
    }
}
