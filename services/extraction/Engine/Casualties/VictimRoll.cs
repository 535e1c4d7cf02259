namespace Platform.Extraction.Engine;

/// <summary>
/// Who was harmed in the one incident of an article, over all its sentences. Totals ("left five people injured") and single
/// people told one by one are reckoned against each other: the greater is the number. Who was hurt and is counted dead
/// is not counted wounded; of those shot, the ones not counted dead are.
/// </summary>
internal sealed class VictimRoll
{
    /// <summary>So many tellings are reckoned with; it bounds the work for texts without an end.</summary>
    private const int MostVictims = 100;

    /// <summary>News names its dead at the beginning: within this many sentences after the first.</summary>
    private const int LateSentence = 6;

    private readonly IReadOnlyList<Victims> told;

    private VictimRoll(IReadOnlyList<Victims> told) => this.told = told;

    /// <summary>Sets killed and wounded of an incident by what its sentences say; <paramref name="elsewhere"/> marks those that tell of other events.</summary>
    public static void Settle(Document document, IncidentDraft incident, bool[] elsewhere)
    {
        var reader = new VictimReader(document);
        foreach (var sentence in document.Sentences)
            if (!elsewhere[sentence.Index] && reader.Found.Count < MostVictims) reader.Read(sentence);
        if (reader.Found.Count > 0) new VictimRoll(reader.Found).Settle(incident, document.Sentences[Math.Min(document.Sentences.Count - 1, LateSentence)].End);
    }

    private void Settle(IncidentDraft incident, int late)
    {
        // What a clause alone said of the hurt gives way to the reckoning over all sentences.
        var ofClause = incident.Harm.GetValueOrDefault("wounded");
        if (Find(victims => victims.Outcome != Outcome.Killed) is not null) incident.Harm.Remove("wounded");
        var frameKilled = incident.Harm.GetValueOrDefault("killed");
        var dead = People(Outcome.Killed, []);
        // Whom a long article tells late was mostly killed by another hand.
        for (var k = dead.Count - 1; k > 0; k--)
            if (dead[k].Phrase >= late) dead.RemoveAt(k);
        var self = Find(victims => victims is { Outcome: Outcome.Killed, IsSelf: true });
        // A deadly shot at oneself is one more death only beside others that the same hand did.
        if (self is { MayBeAlone: true } && Find(victims => victims is { HasDoer: true, IsSelf: false, Outcome: not Outcome.Wounded } || victims is { IsSelf: true, MayBeAlone: false, Outcome: Outcome.Killed }) is null
            && !(dead.Count == 1 && !dead[0].CanBe(self) && !self.CanBe(dead[0])))
        {
            if (dead.Count == 0) dead.Add(self);
            self = null;
        }
        // "A girl took her own life. The girl's death …": she, where nobody else is told to have done it.
        if (self is not null && dead.Count == 1 && Find(victims => victims is { IsSelf: true, Outcome: Outcome.Killed, Noun.Length: > 0 }) is { } alone && dead[0].IsKnown && dead[0].Sex == alone.Sex && Find(victims => victims is { HasDoer: true } or { IsOfMurder: true } or { IsSelf: false, Outcome: not Outcome.Killed, Min: > 0 }) is null) self = null;
        // "killed two people before officers shot him dead": a number told with a doer is of the others.
        if (self is null && Find(victims => victims is { Outcome: Outcome.Killed, IsDoer: true }) is { } doer && Largest(Outcome.Killed, doer: true) is not null) self = doer;
        var (group, withDoer) = (Largest(Outcome.Killed, doer: false), Largest(Outcome.Killed, doer: true));
        var killed = group?.Number ?? 0;
        var best = group;
        // A total without a doer counts the doer among the dead, so one of those told one by one may be he.
        var others = group is null ? Math.Max(withDoer?.Number ?? 0, dead.Count) + (self is null ? 0 : 1) : Math.Max((withDoer?.Number ?? 0) + (self is null ? 0 : 1), dead.Count);
        others = Math.Max(others, WithDoerAlso());
        // Of a murder-suicide two died at least.
        if (others == 1 && Find(victims => victims.IsOfMurder) is not null) others = 2;
        if (others > killed) (killed, best) = (others, withDoer is not null && withDoer.Number >= dead.Count ? withDoer : dead.Count > 0 ? dead[0] : self);
        if (best is not null && killed > (frameKilled?.Min ?? 0)) incident.Harm["killed"] = Counted(killed, best);
        if (killed == 0 && frameKilled is null && Find(victims => victims.IsImplied) is { } implied) incident.Harm["killed"] = Counted(1, implied);
        killed = incident.Harm.GetValueOrDefault("killed")?.Min ?? 0;
        SettleWounded(incident, dead, killed, self is null ? 0 : 1);
        // Of whom no sentence tells how many they are, the clause may.
        if (!incident.Harm.ContainsKey("killed") && ofClause?.Min is not null) incident.Harm.TryAdd("wounded", ofClause);
    }

    /// <summary>"Three people were killed. The shooter also died": one more than those told just before.</summary>
    private int WithDoerAlso()
    {
        var (before, all, byDoer) = (0, 0, false);
        foreach (var victims in told)
        {
            if (victims is not { Outcome: Outcome.Killed, IsSelf: false, IsImplied: false }) continue;
            // A total of which no doer is told has the attacker in it.
            if (victims is { IsDoer: true, IsAlso: true } && before > 0 && (byDoer || !victims.IsEnded)) all = before + 1;
            else if (!victims.IsByPolice) (before, byDoer) = (victims.Number, victims.HasDoer);
        }
        return all;
    }

    private void SettleWounded(IncidentDraft incident, List<Victims> dead, int killed, int self)
    {
        var hurt = People(Outcome.Wounded, dead);
        // "left four people dead … the man was shot in his side": one of the dead whom nothing names so.
        var unnamed = killed > 1 ? killed - self - dead.Count : 0;
        foreach (var one in People(Outcome.Shot, dead))
        {
            if (hurt.Exists(known => !(one.IsDoer && known is { IsOther: true, IsDoer: false }) && (one.IsKnown || one.CanBe(known) || one.IsAlso && known.CanBe(one)) && !IsOneMore(one, known))) continue;
            if (one.IsOther || unnamed-- <= 0) hurt.Add(one);
        }
        if (hurt.Count == 0 && killed == 0 && Find(victims => victims is { Outcome: Outcome.Shot, IsSelf: true }) is { } alone) hurt.Add(alone);
        var (wounded, best) = (hurt.Count, hurt.Count > 0 ? hurt[0] : null);
        if (Largest(Outcome.Wounded, null) is { } group && group.Number + (group.HasDoer ? DoersIn(hurt) : group.IsOther ? Before(hurt, group) : 0) is var all && all > wounded) (wounded, best) = (all, group);
        if (Largest(Outcome.Shot, null) is { } shot)
        {
            // "Two officers were shot. Police killed the suspect": he is none of the two, where each of the dead is told.
            // "killed her daughters and herself … all three were shot … the three died": those who died are those who were shot.
            var doer = shot.IsWithDoer || !shot.HasDoer && Largest(Outcome.Killed, doer: false)?.Number == shot.Number ? 0 : self == 0 && (!shot.HasDoer || dead.Exists(one => one.IsEnded)) && killed == dead.Count ? DoersIn(dead) : self;
            var left = shot.IsOther ? shot.Number + Before(hurt, shot) : shot.Number - Math.Max(0, killed - doer);
            // "Two men were shot, one fatally. A third was grazed": whoever died, the third is none of the two.
            if (killed == 0 || shot.IsOther) left += After(hurt, shot);
            else if (hurt.Exists(one => one.IsOther && one.Phrase > shot.Phrase && one.Nth == shot.Number + 1)) left++;
            if (left > wounded) (wounded, best) = (left, shot);
        }
        // "a fatal shooting": the only one known to be shot is the one who died.
        if (killed == 1 && dead.Count == 0 && wounded == 1 && best is { Outcome: Outcome.Shot } && Largest(Outcome.Killed, null) is null && Find(victims => victims.IsImplied) is not null) wounded = 0;
        // "police killed a boy … an officer shot the boy": one told before.
        if (killed == 1 && dead.Count == 0 && wounded == 1 && best is { Outcome: Outcome.Shot, IsKnown: true } && hurt.Count == 1) wounded = 0;
        var known = incident.Harm.GetValueOrDefault("wounded");
        if (wounded == 0)
        {
            // The only one hurt died, or of three shot the third has died, too.
            if (killed > 0 && (known is { Min: 1, Max: 1 } || (incident.WoundedByShot && (known?.Min is null || AllShotDied(killed, self))))) incident.Harm.Remove("wounded");
        }
        else if (known?.Min is null || known.Min < wounded || incident.WoundedByShot) incident.Harm["wounded"] = Counted(wounded, best!);
    }

    private bool AllShotDied(int killed, int self) => Largest(Outcome.Shot, null) is { IsOther: false } shot && shot.Number <= (shot.IsWithDoer ? killed : killed - self);

    /// <summary>"A man was shot in the leg. Two others arrived at a hospital": the two are besides those told before; where someone died, besides him.</summary>
    private int Before(List<Victims> hurt, Victims group)
    {
        var before = 0;
        if (Find(victims => victims.Outcome == Outcome.Killed) is not null) return 0;
        foreach (var one in hurt)
            if (!one.IsOther && one.Phrase < group.Phrase) before++;
        return before;
    }

    /// <summary>"Two officers were shot. Another person was wounded", "A third person was wounded": one more, where nobody told since is one of the two.</summary>
    private static int After(List<Victims> hurt, Victims group)
    {
        var after = 0;
        foreach (var one in hurt)
        {
            if (one.Phrase < group.Phrase) continue;
            if (one is not { IsOther: true, Outcome: Outcome.Wounded } || one.Nth != 0 && one.Nth != group.Number + 1) return 0;
            after++;
        }
        return after == 1 ? 1 : 0;
    }

    private static int DoersIn(List<Victims> people)
    {
        var doers = 0;
        foreach (var one in people)
            if (one.IsDoer) doers++;
        return doers;
    }

    private static Count Counted(int number, Victims victims) =>
        new(victims is { Min: null, Max: not null } ? null : number, victims.Max + (number - victims.Number), victims.Quote, []);

    private Victims? Find(Predicate<Victims> fits)
    {
        foreach (var victims in told)
            if (fits(victims)) return victims;
        return null;
    }

    /// <summary>The largest number told at once, two or more; with null the doer does not matter.</summary>
    private Victims? Largest(Outcome outcome, bool? doer)
    {
        Victims? largest = null;
        foreach (var victims in told)
        {
            if (victims.Outcome != outcome || victims.IsSelf || victims.IsImplied || victims.Number < 2 || (doer is not null && victims.HasDoer != doer)) continue;
            if (victims.Number > (largest?.Number ?? 1)) largest = victims;
        }
        return largest;
    }

    /// <summary>The single people of an outcome, each once, without those told elsewhere to be of another.</summary>
    private List<Victims> People(Outcome outcome, List<Victims> not)
    {
        var people = new List<Victims>();
        List<(int Dead, int Age)>? taken = null;
        foreach (var victims in told)
        {
            if (victims.Outcome != outcome || victims.IsSelf || victims.IsImplied || victims.Number != 1) continue;
            if (!victims.IsBesideDead && IndexOf(not, victims) is >= 0 and var dead)
            {
                // "A 16-year-old was shot, an 18-year-old was hit": one of them at most is the one who died.
                if (victims.Age is not { } age || taken is null || !IsTakenByOther(taken, dead, age))
                {
                    if (victims.Age is { } his) (taken ??= []).Add((dead, his));
                    continue;
                }
            }
            // "The gunman was also killed": one more.
            var same = victims is { IsDoer: true, IsAlso: true } ? people.FindIndex(known => known.IsDoer) : people.FindIndex(known => victims.IsKnown || victims.CanBe(known));
            if (same < 0) people.Add(victims);
            else if (!victims.IsKnown) people[same] = Joined(people[same], victims);
        }
        return people;
    }

    /// <summary>Whether one of another age is held to be this dead one already.</summary>
    private static bool IsTakenByOther(List<(int Dead, int Age)> taken, int dead, int age)
    {
        foreach (var one in taken)
            if (one.Dead == dead && one.Age != age) return true;
        return false;
    }

    /// <summary>Which of the dead somebody hurt may be; -1 when he is none of them.</summary>
    private static int IndexOf(List<Victims> dead, Victims victims)
    {
        for (var k = 0; k < dead.Count; k++)
            if (!IsNextHit(victims, dead[k]) && ((victims.IsKnown || dead[k].IsKnown && !victims.IsOther) && dead[k].CanBe(victims) || victims.CanBe(dead[k]))) return k;
        return -1;
    }

    /// <summary>"Another teen is in critical condition. An 18-year-old was also shot": besides who was told before, unless he is told again by the same noun, name or age.</summary>
    private static bool IsOneMore(Victims one, Victims known) => one.IsAlso && known.Phrase < one.Phrase && one.Noun != known.Noun && (one.Age is null || one.Age != known.Age) && (one.Name.Length == 0 || one.Name != known.Name);

    /// <summary>"Lee Moe was shot and killed. A woman was shot in the arm": not who died, unless both are told to be a man or a woman.</summary>
    private static bool IsNextHit(Victims one, Victims dead) => (one.IsNewcomer || one.IsAlive && !(one.Name.Length > 0 && one.Name == dead.Name)) && dead.Phrase < one.Phrase || one is { IsLightlyHit: true, Name: "" } && dead.Phrase < one.Phrase && (one.Sex == ' ' || one.Sex != dead.Sex);

    /// <summary>One person of two tellings: the first with what only the second says.</summary>
    private static Victims Joined(Victims first, Victims second) => first with
    {
        Name = first.Name.Length > 0 ? first.Name : second.Name,
        GivenName = first.Name.Length > 0 ? first.GivenName : second.GivenName,
        Age = first.Age ?? second.Age,
        Sex = first.Sex != ' ' ? first.Sex : second.Sex,
        Part = first.Part.Length > 0 ? first.Part : second.Part,
    };
}
