namespace Platform.Extraction.Engine;

/// <summary>Who tells a sentence: "X said …" at its head, "…, X said" and "…, according to X" at its end.</summary>
internal static class SpeakerReader
{
    /// <summary>Tokens of the words for a speaker.</summary>
    private const int Reach = 10;

    /// <summary>Tokens from the last word for speaking to the end: "said in a statement on Tuesday".</summary>
    private const int TailReach = 14;

    private static readonly ulong Telling = KindSet.Of(Kinds.Event, Kinds.Action, Kinds.Harm);

    private static readonly WordSet Organs = ["army", "military", "ministry", "forces", "force", "navy", "spokesman", "spokesperson", "spokeswoman", "command", "government"];
    private static readonly WordSet Others = ["media", "television", "tv", "news", "agency", "radio", "newspaper", "daily", "reporter", "correspondent", "residents", "witnesses", "opposition", "activists", "health", "hospital", "-", "backed", "run"];

    /// <summary>The words for the speaker at the end of a sentence, and one past the word for speaking; null when it ends otherwise.</summary>
    public static (int First, int End, int Tail)? Last(Document document, Sentence sentence)
    {
        for (var say = sentence.End - 1; say >= Math.Max(sentence.First + 1, sentence.End - TailReach); say--)
        {
            if (document.Word(say) == "," || document.HasAny(say, Telling)) return null;
            if (!Says(document, say)) continue;
            var rest = document.MatchOf(say)!.End;
            if (document.Word(say) == "according") return (rest, EndOf(document, rest, sentence.End), sentence.End);
            // ", said X"
            if (document.Word(say - 1) is "," or "\"") return (rest, EndOf(document, rest, sentence.End), sentence.End);
            for (var first = say - 1; first > sentence.First && say - first <= Reach; first--)
            {
                if (document.HasAny(first, Telling)) return null;
                if (document.Word(first) is "," or "\"") return (first + 1, say, rest);
            }
            return null;
        }
        return null;
    }

    /// <summary>The state for which the sentence around a token speaks: its army, ministry or bare name; null when it is another's or nobody's word.</summary>
    public static string? State(Document document, int token)
    {
        var sentence = Around(document, token);
        if (Last(document, sentence) is { } last) return last.First <= token && token < last.End ? null : State(document, last.First, last.End);
        for (var say = sentence.First + 1; say < Math.Min(token, sentence.First + Reach); say++)
        {
            if (document.HasAny(say, Telling)) return null;
            if (Says(document, say)) return State(document, sentence.First, say);
        }
        return null;
    }

    /// <summary>The state of the words for a speaker; of a country alone as of its army.</summary>
    public static string? State(Document document, int first, int end)
    {
        string? state = null;
        var organ = false;
        for (var i = first; i < end; i++)
        {
            if (Others.Contains(document.Word(i)) || document.Find(i, Kinds.Source)?.Value == "agency") return null;
            organ |= Organs.Contains(document.Word(i));
            if (document.MatchOf(i) is not { } match || match.First != i || state is not null) continue;
            if (match.Find(Kinds.Actor) is { } actor && !actor.Has("generic") && actor.Attribute("kind") == "state") (state, organ) = (actor.Value, true);
            else if ((match.Find(Kinds.Country) ?? match.Find(Kinds.Demonym)) is { } named) (state, organ) = (named.Value, organ || match.Find(Kinds.Country) is not null && match.End == end);
        }
        return organ ? state : null;
    }

    /// <summary>Whether the words for a speaker are those of a group or its spokesman, and not of its radio.</summary>
    public static bool IsOf(Document document, int first, int end, string name)
    {
        var named = false;
        for (var i = first; i < end; i++)
        {
            if (Others.Contains(document.Word(i))) return false;
            named |= document.Find(i, Kinds.Actor)?.Value == name;
        }
        return named;
    }

    /// <summary>A report of others' words is no word of one's own: "reported", "cited".</summary>
    private static bool Says(Document document, int token) =>
        document.Has(token, Kinds.Say) && document.MatchOf(token)!.First == token && document.Word(token) is "said" or "say" or "says" or "announced" or "confirmed" or "declared" or "added" or "stated" or "according";

    private static int EndOf(Document document, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (document.Word(i) is "," or "." or ";" or "\"") return i;
        return end;
    }

    private static Sentence Around(Document document, int token)
    {
        var (low, high) = (0, document.Sentences.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (document.Sentences[middle].First <= token) low = middle;
            else high = middle - 1;
        }
        return document.Sentences[low];
    }
}
