namespace Platform.Extraction.Engine;

/// <summary>"attacked a hospital in X", "stormed X University": a house for the hurt or for pupils that is itself attacked is where it was.</summary>
internal static class AttackedHouse
{
    /// <summary>Tokens from the house to the town.</summary>
    private const int HouseReach = 6;

    /// <summary>Tokens from the verb of attack to the house.</summary>
    private const int VerbReach = 5;

    private static readonly WordSet Verbs =
        ["attacked", "stormed", "bombed", "hit", "struck", "shelled", "targeted", "raided", "hitting", "striking", "targeting", "attacking", "storming", "destroyed", "shelling", "bombing", "assaulted"];

    /// <summary>The house before a town was attacked.</summary>
    public static bool Before(Document document, Clause clause, int town)
    {
        for (var i = town - 1; i >= Math.Max(clause.First, town - HouseReach); i--)
            if (document.Word(i) is "hospital" or "hospitals" or "clinic" or "prison" or "jail") return At(document, i);
        return false;
    }

    /// <summary>The house that begins or ends at a token was attacked.</summary>
    public static bool At(Document document, int house)
    {
        for (var i = house - 1; i >= house - VerbReach; i--)
        {
            if (document.Word(i) is "," or "." or ";" or "to" or "in" or "at" or "of" or "from") return false;
            if (Verbs.Contains(document.Word(i))) return document.Word(i - 1) is not ("was" or "were" or "been" or "when" or "people" or "man");
            if (document.Word(i) is "on" or "against" && document.Find(i - 1, Kinds.Event)?.Attribute("pos") == "noun") return true;
        }
        return false;
    }
}
