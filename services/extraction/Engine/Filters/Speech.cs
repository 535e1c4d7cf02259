namespace Platform.Extraction.Engine;

/// <summary>Tells speeches, interviews and comments from news: news tells of others, who speaks says "I", "we" and "you".</summary>
internal static class Speech
{
    /// <summary>One token in so many of the first or second person makes a speech.</summary>
    private const int OneIn = 50;

    /// <summary>Fewer are a newsroom's "we will bring you more".</summary>
    private const int Least = 4;

    private static readonly Cue Speakers = ["we", "our", "us", "i", "my", "you", "your"];

    /// <summary>True when the text as a whole is someone speaking. A quote or two in a longer text makes no speech.</summary>
    public static bool Is(Document document)
    {
        var spoken = 0;
        for (var i = 0; i < document.Tokens.Count; i++)
            if (document.Is(i, Speakers) && !IsCountry(document, i)) spoken++;
        return spoken >= Least && spoken * OneIn >= document.Tokens.Count;
    }

    /// <summary>"US": the country, where it is none of "us".</summary>
    private static bool IsCountry(Document document, int token) => document.Word(token) == "us" && document.HasAny(token, 1ul << (int)Kinds.Country | 1ul << (int)Kinds.Actor);
}
