namespace Platform.Extraction.Engine;

/// <summary>"There were no reports of service members injured": nobody was, as far as is known.</summary>
internal static class NoReport
{
    /// <summary>True when people are told from a token on as those of whom nothing is reported; the token may be the "of" before them.</summary>
    public static bool Is(Document document, int people)
    {
        var report = document.Word(people) == "of" ? people - 1 : document.Word(people - 1) == "of" ? people - 2 : -1;
        if (report < 1 || document.IsUpper || document.Word(report) is not ("reports" or "report" or "word" or "indication" or "indications")) return false;
        return document.Word(report - 1) == "no" || document.Word(report - 1) is "immediate" or "initial" or "confirmed" or "official" or "early" && document.Word(report - 2) == "no";
    }
}
