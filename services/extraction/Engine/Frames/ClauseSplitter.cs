namespace Platform.Extraction.Engine;

/// <summary>Sentences into clauses: at ; and :, before while and but, at ", and" between two tellings, after "comes days after", between two towns.</summary>
internal static class ClauseSplitter
{
    /// <summary>A clause is cut here at the latest, in tokens: what is done once a clause stays linear in the text.</summary>
    private const int LongestClause = 160;

    /// <summary>Tokens from the words of an attack to its day.</summary>
    private const int DayReach = 16;

    /// <summary>Tokens from "shot down" to "while", with its day.</summary>
    private const int DownReach = 6;

    /// <summary>Phrases from the head of a subject to its verb: "soldiers of X at Y".</summary>
    private const int SubjectPhrases = 5;

    private static readonly ulong Telling = KindSet.Of(Kinds.Event, Kinds.Action, Kinds.Harm);

    /// <summary>"said it fired 12 missiles" is a claim as much as a telling.</summary>
    private static readonly ulong Deed = Telling | KindSet.Of(Kinds.Claim, Kinds.Weapon);

    private static readonly ulong HitOrEvent = KindSet.Of(Kinds.Action, Kinds.Event);
    private static readonly ulong EventOrWeapon = KindSet.Of(Kinds.Event, Kinds.Weapon);

    /// <summary>"In the northern X province, meanwhile": tokens of what only says where.</summary>
    private const int OpeningTokens = 9;

    private static readonly Cue Cuts = [";", ":", "while", "whereas", "but", "meanwhile", ",", "after", "before", "amid", "in", "to", "for", "following", "since"];

    /// <summary>The clauses in text order, but "Hours after …" behind what it leads to; together they cover all tokens.</summary>
    public static List<Clause> Split(Document document)
    {
        var clauses = new List<Clause>(document.Sentences.Count * 2);
        foreach (var sentence in document.Sentences)
        {
            var first = sentence.First;
            var isAfter = false;
            var (told, done) = (false, false);
            var lastTold = LastTold(document, sentence);
            var begun = clauses.Count;
            var front = false;
            for (var i = sentence.First; i < sentence.End; i++)
            {
                if (i > first && i < sentence.End - 1 && (Cut(document, i, first, told && i < lastTold, done && i < lastTold) ?? CutOfTowns(document, sentence, i, first, told && i < lastTold)) is { } cut)
                {
                    front |= first == sentence.First && TwoTowns.IsFront(document, sentence, i);
                    clauses.Add(new Clause(sentence.Index, first, cut, isAfter));
                    isAfter = document.Word(i) is "after" or "following" or "amid" or "since" || cut == i && document.Word(i) == "before" && BeforeAnother(document, i) || cut < i || IsReason(document, i) || document.Word(cut) == "where";
                    first = cut;
                    (told, done) = (false, false);
                }
                told |= Tells(document, i);
                done |= document.HasAny(i, Deed);
            }
            if (first < sentence.End) clauses.Add(new Clause(sentence.Index, first, sentence.End, isAfter));
            // What is told first is the older attack: it is read as if it stood behind the news.
            if (front && clauses.Count > begun + 1) (clauses[begun], clauses[begun + 1]) = (clauses[begun + 1], clauses[begun] with { IsAfter = true });
        }
        return clauses;
    }

    private static int? CutOfTowns(Document document, Sentence sentence, int i, int first, bool toldOnBothSides)
    {
        if (document.Word(i) == "and" && TwoTowns.ShareVerb(document, first, i, sentence.End)) return i;
        if (!toldOnBothSides) return null;
        if (document.Word(i) == ",") return TwoTowns.IsFront(document, sentence, i) || TwoTowns.IsWhereBefore(document, first, i, sentence.End) ? i + 1 : null;
        return document.Word(i) is "after" or "before" or "as" or "following" or "and" && TwoTowns.Meet(document, first, i, sentence.End) ? i : null;
    }

    private static int? Cut(Document document, int i, int first, bool toldOnBothSides, bool doneBefore)
    {
        if (i - first >= LongestClause) return i;
        // All else begins with such a word, and most words are none.
        if (!document.Is(i, Cuts)) return null;
        var word = document.Word(i);
        if (word is ";" || (word == ":" && document.Tokens[i].End < document.Tokens[i + 1].Start)) return i + 1;
        // "was shot down while trying to reach the base on Monday": what it was aimed at, and when.
        if (word is "while" && document.TagOf(i + 1) == Tag.Ing && IsDowned(document, Math.Max(first, i - DownReach), i)) return null;
        // "In X, meanwhile, a sniper shot dead": X is where he did.
        if (word is "meanwhile" && i - first < OpeningTokens && document.Word(i - 1) == "," && document.Word(i + 1) == "," && document.Word(first) is "in" or "at" or "near" && !toldOnBothSides) return null;
        if (word is "while" or "whereas" or "but" or "meanwhile") return i;
        // "killed three, and wounded a fourth on Friday": one telling.
        if (toldOnBothSides && word == "," && document.Word(i + 1) is "and" && document.Word(i + 2) is not ("wounded" or "wounding" or "injured" or "injuring" or "killed" or "killing") && !IsOfOthers(document, first, i + 2)) return i + 1;
        if (word == "after" && ComesBefore(document, first, i)) return i + 1;
        if (toldOnBothSides && word == "since" && Comparison.Opens(document, first, i)) return i + 1;
        if (toldOnBothSides && word == "before" && i - 1 > first && document.Word(i - 1) is "hours" or "minutes" or "days" or "shortly" or "just" && BeforeAnother(document, i)) return i;
        if (doneBefore && word == "amid" && document.Word(i + 1) is "a" or "an") return i;
        if (toldOnBothSides && word == "after" && document.Word(i + 1) is "a" or "an" && (IsOtherKind(document, first, i) || IsHit(document, first, i) && CountFrom(document, first, i) < i)) return CountFrom(document, first, i);
        if (toldOnBothSides && word == "after" && CountFrom(document, first, i) is var count && count < i && IsDone(document, first, count) && OpensTelling(document, i + 1)) return count;
        if (toldOnBothSides && Retaliation.Opens(document, first, i)) return CountFrom(document, first, i);
        if (doneBefore && IsReason(document, i) && !IsOfBlamed(document, first, i) && TellsAnother(document, i)) return i;
        return null;
    }

    private static bool IsDowned(Document document, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (document.Find(i, Kinds.Action)?.Value == "down") return true;
        return false;
    }

    /// <summary>"Eight people were killed, among them two children, and 12 others wounded in the shelling of X": where the eight were, too, for nothing else is said of it.</summary>
    private static bool IsOfOthers(Document document, int first, int from)
    {
        if (document.IsUpper || document.Quantities.StartingAt(from) is not { } number || document.Word(number.End) != "others" || document.Find(document.TagOf(number.End + 1) == Tag.Be ? number.End + 2 : number.End + 1, Kinds.Harm) is not { Value: "wounded" }) return false;
        var parts = false;
        for (var i = first; i < from; i++)
        {
            if (document.Has(i, Kinds.Event) || document.Word(i) == "by") return false;
            parts |= document.Word(i) is "among" or "including";
        }
        if (!parts) return false;
        foreach (var place in document.PlacesIn(first, from))
            if (!place.IsDateline) return false;
        return true;
    }

    /// <summary>"was hit again on Saturday, three days after a raid": an attack is told before, not only a death.</summary>
    private static bool IsHit(Document document, int first, int after)
    {
        for (var i = first; i < after; i++)
            if (document.HasAny(i, HitOrEvent)) return true;
        return false;
    }

    /// <summary>Someone did it or it was done to someone: more than "died", which may be of an earlier day.</summary>
    private static bool IsDone(Document document, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (document.HasAny(i, Telling) && document.Find(i, Kinds.Harm)?.Attribute("form") != "died") return true;
        return false;
    }

    /// <summary>"two days after jets bombed a village": a subject and a verb that tells another attack. "After he was shot" is the one told.</summary>
    private static bool OpensTelling(Document document, int from)
    {
        var subject = document.Phrases.At(from);
        if (document.Phrases[subject].Kind != ChunkKind.Noun || document.TagOf(document.Phrases[subject].Head) == Tag.Pronoun) return false;
        for (var k = subject + 1; k <= subject + SubjectPhrases && document.Phrases.KindOf(k) is ChunkKind.Preposition or ChunkKind.Noun or ChunkKind.Verb or ChunkKind.Adverb; k++)
        {
            if (document.Phrases[k] is not { Kind: ChunkKind.Verb } verb) continue;
            for (var i = verb.First; i < verb.End; i++)
                if (document.HasAny(i, Telling)) return true;
            return false;
        }
        return false;
    }

    /// <summary>"two days after a raid": the count goes with what it is counted from.</summary>
    private static int CountFrom(Document document, int first, int after)
    {
        foreach (var date in document.DatesIn(first, after))
            if (date.Role == DateRole.Relative && date.End == after + 1 && date.First > first) return date.First;
        return after;
    }

    /// <summary>"carried out air strikes after a drone attack": of two kinds the second is what the first answers. People are killed, and fires seen, after the same one.</summary>
    private static bool IsOtherKind(Document document, int first, int after)
    {
        string? told = null;
        for (var i = first; i < after; i++)
            if (KindAt(document, i) is { } kind) told = kind;
        if (told is null) return false;
        for (var i = after + 2; i < after + 8 && document.Word(i) is not ("," or "." or ";"); i++)
            if (document.HasAny(i, EventOrWeapon)) return KindAt(document, i) is { } other && other != told;
        return false;
    }

    /// <summary>"hours before an air strike", "minutes before the army's missile barrage": the news, then another attack, named and not told.</summary>
    private static bool BeforeAnother(Document document, int before)
    {
        for (var i = before + 1; i < before + 7 && document.Word(i) is not ("," or "." or ";"); i++)
        {
            if (document.Phrases.KindOf(document.Phrases.At(i)) == ChunkKind.Verb) return false;
            if (KindAt(document, i) is not null) return !HasVerb(document, i + 1);
        }
        return false;
    }

    /// <summary>The kind of a noun that says with what; blasts and clashes are seen and heard of any.</summary>
    private static string? KindAt(Document document, int i)
    {
        var told = document.Find(i, Kinds.Event);
        // "warplanes bombed", "a barrage of rockets", "a one-way drone attack": the weapon is a word of its own.
        var kind = told is null ? document.Find(i, Kinds.Weapon)?.Attribute("event") : told.Attribute("pos") != "noun" ? null
            : told.Value == "attack" ? document.Find(i - 1, Kinds.Weapon)?.Attribute("event") : told.Value;
        return kind is "airstrike" or "drone_attack" or "rocket_attack" or "missile_attack" ? kind : null;
    }

    /// <summary>"in retaliation for", "to avenge", "against those it blamed for".</summary>
    private static bool IsReason(Document document, int i) => document.Word(i) switch
    {
        "in" => document.Word(i + 1) is "retaliation" or "response" or "revenge" or "reprisal" or "reply" && document.Word(i + 2) is "for" or "to" or "against",
        "to" => document.Word(i + 1) is "avenge",
        "for" => document.Word(i - 1) is "blamed",
        _ => false,
    };

    /// <summary>"before the air strike on the town killed nine": it is told as much.</summary>
    private static bool HasVerb(Document document, int from)
    {
        for (var i = from; i < from + DayReach && document.Word(i) is not ("," or "." or ";" or ""); i++)
            if (document.Phrases[document.Phrases.At(i)] is { Kind: ChunkKind.Verb } verb && (verb.Form & (VerbForm.Ing | VerbForm.Reduced | VerbForm.Infinitive)) == 0) return true;
        return false;
    }

    /// <summary>"X was blamed for a blast that", "X blamed for a blast": what the sentence tells. Not "struck militias it blamed for".</summary>
    private static bool IsOfBlamed(Document document, int first, int i)
    {
        if (document.IsUpper || document.Word(i) != "for" || document.Word(i - 1) != "blamed") return false;
        var verb = document.Phrases.At(i - 1);
        return document.Phrases[verb].IsPassive || document.Phrases.At(first) == verb - 1;
    }

    /// <summary>"… for an air strike last week": an attack with an article that makes it news, so not the one just told. Short of that the words only say why.</summary>
    private static bool TellsAnother(Document document, int reason)
    {
        for (var i = reason + 2; i < reason + 9; i++)
        {
            if (document.Word(i) is "," or "." or ";") return false;
            if (document.Find(i, Kinds.Event)?.Attribute("number") == "plural") return true;
            if (!document.Has(i, Kinds.Event)) continue;
            var article = document.Word(document.Phrases[document.Phrases.At(i)].First);
            return article is "a" or "an" or "another" or "two" or "several" || article == "the" && HasOwnDay(document, i);
        }
        return false;
    }

    /// <summary>"for the drone attack in Jordan that killed three last Sunday": it has a day of its own.</summary>
    private static bool HasOwnDay(Document document, int told)
    {
        var end = told;
        while (end < Math.Min(document.Tokens.Count, told + DayReach) && document.Word(end) is not ("." or ";" or ":")) end++;
        foreach (var date in document.DatesIn(told, end))
            if (date.Role == DateRole.Event) return true;
        return false;
    }

    private static bool ComesBefore(Document document, int first, int after)
    {
        for (var i = after - 1; i >= Math.Max(first, after - 4); i--)
            if (document.Word(i) is "comes" or "came" or "follows" or "come") return true;
        return false;
    }

    private static bool Tells(Document document, int i) => document.HasAny(i, Telling);

    private static int LastTold(Document document, Sentence sentence)
    {
        for (var i = sentence.End - 1; i >= sentence.First; i--)
            if (Tells(document, i)) return i;
        return sentence.First;
    }
}
