namespace Platform.Extraction.Engine;

/// <summary>"killed eight people before he was shot dead by a police officer", "Police shot the attacker dead": who ends an attack has not made it.</summary>
internal static class StoppedDoer
{
    /// <summary>Tokens from "before" to the verb.</summary>
    private const int Reach = 6;

    /// <summary>Tokens from the noun for whom it was done to to the verb.</summary>
    private const int AttackerReach = 8;

    private static readonly WordSet Attackers =
        ["gunman", "gunmen", "shooter", "shooters", "attacker", "attackers", "assailant", "assailants", "bomber", "bombers", "knifeman", "hijackers", "hostage-taker", "perpetrators", "perpetrator"];

    /// <summary>True when the police or soldiers killed or shot then one who was told before in the clause or the text.</summary>
    public static bool Is(Document document, Frame frame, LexiconMatch match, Roles roles)
    {
        if (IsAnswered(document, frame, match, roles)) return true;
        if (document.IsUpper || match.Find(Kinds.Harm)?.Value is not ("killed" or "shot" or "wounded") && match.Find(Kinds.Event)?.Value != "shooting" || !HasGuards(document, roles)) return false;
        if (frame.Clause.Sentence > 0 && IsNearAttacker(document, frame, match)) return true;
        if (PartOfPeople.Doer(document, frame.Clause.First, match.First) is not null) return true;
        if (frame.Perpetrators.Count == 0) return false;
        for (var i = match.First; i >= Math.Max(frame.Clause.First + 2, match.First - Reach); i--)
        {
            if (document.Word(i) is "before" or "until" or "then") return document.Word(i + 1) is "he" or "she" or "they" or "being" or "police" or "officers" or "guards" or "soldiers" or "security";
            // "stabbed by a man, who was shot by police"
            if (document.Word(i) == "who" && document.Word(i - 1) == "," && document.TagOf(i + 1) is Tag.Be or Tag.Have) return true;
        }
        return false;
    }

    /// <summary>"Officers exchanged fire with him": with one told before.</summary>
    private static bool IsAnswered(Document document, Frame frame, LexiconMatch match, Roles roles) => frame.Clause.Sentence > 0 && !document.IsUpper && match.Find(Kinds.Event)?.Value == "armed_clash" && document.Word(match.End) == "with"
        && (document.Word(match.End + 1) is "him" or "her" or "them" || document.Word(match.End + 1) == "the" && (Attackers.Contains(document.Word(match.End + 2)) || document.Word(match.End + 2) is "suspect" or "suspects")) && HasGuards(document, roles);

    /// <summary>Whether words of harm tell what was done to an attacker: by whom, says nothing of who attacked.</summary>
    public static bool IsOfAttacker(Document document, Frame frame, LexiconMatch told)
    {
        if (frame.Clause.Sentence == 0 || told.Find(Kinds.Harm) is null) return false;
        var sentence = document.Sentences[frame.Clause.Sentence];
        var roles = document.Roles;
        new RoleReader(document).Read(RoleFiller.HeadOf(document, told), sentence.First, sentence.End, roles);
        foreach (var patient in roles.Patients)
            if (IsAttacker(document, frame, patient)) return true;
        return false;
    }

    /// <summary>"the attacker", "one of the attackers", "the hired assassin": by the word itself; terrorists and gunmen only as those told before.</summary>
    public static bool IsAttacker(Document document, Frame frame, int patient)
    {
        var phrases = document.Phrases;
        var head = document.Word(phrases[patient].Head);
        var of = phrases.KindOf(patient + 1) == ChunkKind.Preposition && document.Word(phrases[patient + 1].First) == "of" && phrases.KindOf(patient + 2) == ChunkKind.Noun ? patient + 2 : patient;
        if (of != patient && (document.TagOf(phrases[patient].Head) == Tag.Number || head is "one" or "some" or "most" or "several" or "all")) (patient, head) = (of, document.Word(phrases[of].Head));
        if (head is "attacker" or "attackers" or "assailant" or "assailants" or "bomber" or "bombers" or "perpetrator" or "perpetrators") return true;
        // "The terrorists were killed by soldiers" after what they did; without that it is the news.
        return frame.Clause.Sentence > 0 && document.Word(phrases[patient].First) is "the" or "these" or "both"
            && head is "assassin" or "assassins" or "murderer" or "murderers" or "killer" or "killers" or "gunman" or "gunmen" or "terrorist" or "terrorists" or "kidnapper" or "kidnappers" or "hijacker" or "hijackers";
    }

    /// <summary>"the attacker", "the last of the three attackers", right before or after the verb.</summary>
    private static bool IsNearAttacker(Document document, Frame frame, LexiconMatch match)
    {
        for (var i = Math.Max(frame.Clause.First, match.First - AttackerReach); i < Math.Min(frame.Clause.End, match.End + Reach); i++)
            if ((Attackers.Contains(document.Word(i)) || document.Word(i) == "driver" && WasDriven(document, frame.Clause.Sentence - 1)) && document.Phrases[document.Phrases.At(i)] is { Kind: ChunkKind.Noun } phrase && (document.Word(phrase.First) is "the" or "all" or "both" or "these" || document.Word(phrase.First - 1) == "of")) return true;
        return false;
    }

    /// <summary>"drove into a crowd", "rammed his car": then the driver is the attacker.</summary>
    private static bool WasDriven(Document document, int sentence)
    {
        for (var i = document.Sentences[sentence].First; i < document.Sentences[sentence].End; i++)
            if (document.Word(i) is "drove" or "driven" or "rammed" or "ploughed" or "plowed" or "crashed") return true;
        return false;
    }

    private static bool HasGuards(Document document, Roles roles)
    {
        foreach (var agent in roles.Agents)
        {
            var phrase = document.Phrases[agent];
            for (var i = phrase.First; i < phrase.End; i++)
                if (document.Find(i, Kinds.Person) is { Value: "police" or "troops" } || document.Word(i) is "police" or "officers" or "officer" or "guards" or "guard" or "soldiers" or "forces" or "security" or "troops") return true;
        }
        return false;
    }
}
