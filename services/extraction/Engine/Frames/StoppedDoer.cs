namespace Platform.Extraction.Engine;

/// <summary>"killed eight people before he was shot dead by a police officer": who ends an attack has not made it.</summary>
internal static class StoppedDoer
{
    /// <summary>Tokens from "before" to the verb.</summary>
    private const int Reach = 6;

    /// <summary>True when one told before in the clause is, by a pronoun, whom the police or soldiers killed then.</summary>
    public static bool Is(Document document, Frame frame, LexiconMatch match, Roles roles)
    {
        if (document.IsUpper || frame.Perpetrators.Count == 0 || match.Find(Kinds.Harm)?.Value is not ("killed" or "shot" or "wounded") || !HasGuards(document, roles)) return false;
        for (var i = match.First; i >= Math.Max(frame.Clause.First + 2, match.First - Reach); i--)
            if (document.Word(i) is "before" or "until" or "then") return document.Word(i + 1) is "he" or "she" or "they" or "being" or "police" or "officers" or "guards" or "soldiers" or "security";
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
