namespace Platform.Extraction.Engine;

/// <summary>Those joined to a first phrase of people before a verb: "three soldiers, a guard and two civilians were killed".</summary>
internal static class JoinedPeople
{
    /// <summary>"three soldiers, a guard and two civilians were killed": those joined to the first before the verb are added up.</summary>
    public static PeopleMention With(Document document, PeopleMention first, int verb)
    {
        if (first.Min is null || !first.HasHead) return first;
        if (HeadlinePeople.List(document, first.First, verb) is { } listed) return first with { Min = listed.Min, Max = listed.Max, End = verb };
        var (total, end, parts) = ((first.Min, first.Max), first.End, new List<PeopleMention>());
        for (var i = first.End; i < verb && parts.Count < 5;)
        {
            i = AfterOrigin(document, i, verb);
            var at = document.Word(i) == "," && document.Word(i + 1) == "and" ? i + 2 : document.Word(i) is "," or "and" ? i + 1 : -1;
            // "a commander, Karim Lind, and two others": who he is.
            if (at > 0 && document.Word(at - 1) == "," && ApposedEnd(document, at, verb) is { } comma)
            {
                i = comma;
                continue;
            }
            if (at < 0 || PeopleReader.ReadAt(document, at, verb) is not { Min: not null } next) break;
            // "two Americans and one Briton"
            if (!next.HasHead && document.IsCapital(next.End)) next = next with { HasHead = true, End = next.End + 1 };
            if (!next.HasHead) break;
            parts.Add(next);
            (total, i) = (Quantity.Sum(total, (next.Min, next.Max)), next.End);
            // Only an "and" closes a list; what stands between commas may be an apposition ("a man, a teacher, was killed").
            if (document.Word(at - 1) == "and") end = i;
        }
        // "three people, a soldier and two guards, were killed": a list that a comma closes tells of the same ones again.
        return end == first.End || document.Word(end) == "," || parts[^1].End != end || IsOfOwnWord(document, end, verb) ? first : first with { Min = total.Min, Max = total.Max, End = end };
    }

    /// <summary>"the mayor of Cali and his driver", "a man in his 30s and a woman": where or how old the one before is stands between.</summary>
    private static int AfterOrigin(Document document, int from, int end)
    {
        var i = from + 1;
        if (document.Word(from) == "in" && document.Word(i) is "his" or "her" or "their") return document.Word(i + 2) is "," or "and" ? i + 2 : from;
        if (document.Word(from) is not ("of" or "from")) return from;
        while (i < end && document.TagOf(i) == Tag.Name) i++;
        return i > from + 1 ? i : from;
    }

    /// <summary>The comma that ends a name which begins at a token, when there is one.</summary>
    private static int? ApposedEnd(Document document, int first, int end)
    {
        var i = first;
        while (i < end && document.TagOf(i) == Tag.Name) i++;
        return i > first + 1 && i < end && document.Word(i) == "," ? i : null;
    }

    /// <summary>"three killed and two wounded": the last has a word of harm of its own before the verb.</summary>
    private static bool IsOfOwnWord(Document document, int from, int verb)
    {
        for (var i = from; i < verb; i++)
            if (document.Has(i, Kinds.Harm)) return true;
        return false;
    }
}
