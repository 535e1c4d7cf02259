using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>What the article says of one event, gathered frame by frame; the first clear word on a slot stays.</summary>
internal sealed class IncidentDraft(int ordinal, Frame first)
{
    /// <summary>Who else was harmed is told within so many sentences of the first.</summary>
    private const int MoreReach = 2;

    /// <summary>A toll of one attack grows by so much at most, or to so many where few were known.</summary>
    private const int MostGrowth = 5, LargeToll = 20;


    private const int MostTargets = 20;
    private const int MostPerpetrators = 12;

    public int Ordinal { get; } = ordinal;

    public int FirstSentence { get; } = first.Clause.Sentence;

    public int LastSentence { get; private set; }

    /// <summary>The article says later that it was no attack ("the blast was caused by a gas leak").</summary>
    public bool IsUndone { get; private set; }

    /// <summary>How many frames tell of it.</summary>
    public int Frames { get; private set; }

    /// <summary>Written to be reported; what the news of another attack only answers is not.</summary>
    public bool IsMain { get; set => field = value && AnsweredBy is not { IsMain: true }; }

    /// <summary>The attack told before it in its sentence, which came after it or in return for it.</summary>
    public IncidentDraft? AnsweredBy { get; set; }

    /// <summary>Sentences that tell of it, in order; one may stand twice.</summary>
    public List<int> Sentences { get; } = [];

    /// <summary>The wounded are those said to be shot; no word says that they live.</summary>
    public bool WoundedByShot { get; private set; }

    public EventType Type { get; private set; } = first.Type;

    public int TypeRank { get; private set; } = -1;

    public Quote EventQuote { get; private set; } = first.EventQuote;

    /// <summary>Only words in the plural tell it ("clashes", "the bombings").</summary>
    public bool IsPlural { get; private set; } = first.IsPlural;

    /// <summary>Its first words tell it as another one than those before.</summary>
    public bool IsOther { get; } = first.IsOther;

    public ResolvedDate? Date { get; set; }

    /// <summary>Its day is said but cannot be resolved, so no other date is its own; the first words that say it.</summary>
    public DateMention? Floating { get; private set; }

    public PlaceMention? Place { get; set; }

    public List<WeaponMention> Weapons { get; } = [];

    public Dictionary<string, Count> Harm { get; } = [];

    public List<PerpetratorMention> Perpetrators { get; } = [];

    public List<TargetMention> Targets { get; } = [];

    public List<DamageMention> Damage { get; } = [];

    public List<SourceMention> Sources { get; } = [];

    public HashSet<string> Victims { get; } = [];

    /// <summary>Hears that it was no attack: that can be so of a blast or a fire for which nobody is named.</summary>
    public void Undo() => IsUndone |= Type is EventType.Bombing or EventType.OtherAttack or EventType.Arson && Perpetrators.Count == 0 && Weapons.TrueForAll(weapon => weapon.IsImplied);

    /// <summary>Takes in what a frame says.</summary>
    public void Absorb(Frame frame, ResolvedDate? date, PlaceMention? place)
    {
        if (frame.IsFloating) Floating ??= frame.Date;
        Frames++;
        LastSentence = frame.Clause.Sentence;
        if (frame.TypeRank > 0) IsPlural &= frame.IsPlural;
        Sentences.Add(frame.Clause.Sentence);
        if (frame.TypeRank > TypeRank && !IsBeside(frame)) (Type, TypeRank, EventQuote) = (frame.Type, frame.TypeRank, frame.EventQuote);
        if (date is not null && (Date is null || date.IsCloserThan(Date))) Date = date;
        if (place is not null && Closeness(place) > Closeness(Place)) Place = place;
        foreach (var weapon in frame.Weapons) Add(weapon);
        foreach (var (what, count) in frame.Harm)
        {
            if (IsMore(frame, what, count)) Harm[what] = With(Harm[what], count);
            else if (!Harm.TryGetValue(what, out var known) || (known.Min is null && known.Max is null && count.Min is not null) || IsTotal(frame, known, count) || (count.IsInAll || (count.IsNewest || IsBelowHeadline(frame, known, count)) && IsOfOneAttack(known, count, what == "wounded" ? MostGrowth * 2 : MostGrowth)) && count.Min > known.Min && !IsReckoned || known.Max == 0 && count.Min > 0) Harm[what] = count;
        }
        foreach (var perpetrator in frame.Perpetrators) Add(perpetrator);
        foreach (var target in frame.Targets) Add(target);
        foreach (var damage in frame.Damage)
            if (Damage.Count < 5) Damage.Add(damage);
        foreach (var source in frame.Sources)
            if (Sources.Count < 5 && Sources.TrueForAll(known => known.Name != source.Name)) Sources.Add(source);
        Victims.UnionWith(frame.Victims);
    }

    /// <summary>Takes in an incident that turned out to be this one told again; its victims are reckoned over all sentences.</summary>
    public void TakeIn(IncidentDraft other)
    {
        Frames += other.Frames;
        Sentences.AddRange(other.Sentences);
        Sentences.Sort();
        LastSentence = Math.Max(LastSentence, other.LastSentence);
        foreach (var weapon in other.Weapons) Add(weapon);
        foreach (var perpetrator in other.Perpetrators) Add(perpetrator);
        foreach (var target in other.Targets) Add(target);
        Victims.UnionWith(other.Victims);
    }

    /// <summary>Tolls that grow so much are of a war: "a strike killed 12. The toll in Gaza stands at 31,112". Of the hurt, the first news tells the worst hurt alone.</summary>
    private static bool IsOfOneAttack(Count known, Count newest, int growth) => newest.Min <= Math.Max(LargeToll, known.Min * growth ?? LargeToll);

    /// <summary>"Bomb kills 12" over "At least 14 people were killed when".</summary>
    private bool IsBelowHeadline(Frame frame, Count known, Count count) => known.IsOfHeadline && !count.IsOfHeadline && frame.Kind == FrameKind.Event && frame.Clause.Sentence <= FirstSentence + MoreReach;

    /// <summary>Takes in who claims it.</summary>
    public void Hear(PerpetratorMention claimant) => Add(claimant);

    /// <summary>Its victims are reckoned over the whole article (<see cref="VictimRoll"/>).</summary>
    private bool IsReckoned => Type is EventType.Shooting or EventType.Stabbing;

    /// <summary>"Rockets wounded two soldiers. Three guards were also hurt": soon after the first count, which counts no others itself.</summary>
    private bool IsMore(Frame frame, string what, Count count) => count is { Min: > 0 } && (count.IsMore || frame.IsOneMore) && !IsReckoned && Harm.GetValueOrDefault(what) is { Min: > 0, IsMore: false, IsInAll: false } known
        && frame.Clause.Sentence > FirstSentence && frame.Clause.Sentence <= FirstSentence + MoreReach && known.Quote.End < count.Quote.Start && known.Groups.Count == 0;

    private static Count With(Count known, Count more) => new(known.Min + more.Min, known.Max + more.Max, new Quote(known.Quote.Start, more.Quote.End), []) { IsMore = true };

    /// <summary>"Gunmen killed ten people. Their cars were set on fire": of an attack with dead, what was burnt or who was taken besides.</summary>
    private bool IsBeside(Frame frame) => TypeRank > 0 && frame.Type is EventType.Arson or EventType.Kidnapping && !frame.Harm.ContainsKey("killed") && Harm.GetValueOrDefault("killed") is { Min: > 0 };

    /// <summary>"The deputy head was assassinated. Six people were killed in the attack": one by name, then all.</summary>
    private bool IsTotal(Frame frame, Count known, Count count) => Type is not (EventType.Shooting or EventType.Stabbing) && frame.Kind == FrameKind.Reference && frame.Clause.Sentence <= FirstSentence + 2
        && known is { Min: 1, Max: 1 } && count.Min > 1 && Victims.Count > 0 && frame.Perpetrators.Count == 0;

    /// <summary>
    /// Translations say "missile" for rocket: a missile without number or model beside counted rockets is the same thing.
    /// </summary>
    public void Settle()
    {
        if (Harm.Remove("shot", out var shot) && !Harm.ContainsKey("wounded"))
        {
            // Who was shot lives unless the text counts them dead: of three shot and one killed, two are wounded.
            var dead = Harm.GetValueOrDefault("killed")?.Min ?? 0;
            WoundedByShot = true;
            if ((shot.Min ?? shot.Max) is not { } hit || hit > dead) Harm["wounded"] = shot with { Min = shot.Min - dead, Max = shot.Max - dead };
        }
        // A suicide bomber in a car of explosives wears no vest unless the text says so.
        if (Weapons.Exists(weapon => weapon.Type == WeaponType.CarBomb)) Weapons.RemoveAll(weapon => weapon is { Type: WeaponType.SuicideVest, Event: EventType.SuicideBombing, IsImplied: true });
        // "a rocket shell fell, the shell wounding three": shells beside rockets or mortars are those.
        if (Weapons.Exists(weapon => weapon.Type is WeaponType.Rocket or WeaponType.Mortar)) Weapons.RemoveAll(weapon => weapon is { Type: WeaponType.Artillery, Event: EventType.Shelling, Min: null, Max: null, IsBareShell: true });
        var rockets = Weapons.Exists(weapon => weapon.Type == WeaponType.Rocket && (weapon.Min ?? weapon.Max) is not null);
        if (rockets) Weapons.RemoveAll(weapon => weapon is { Type: WeaponType.Missile, Model: null, Min: null, Max: null });
        if (rockets && Type == EventType.MissileAttack && !Weapons.Exists(weapon => weapon.Type == WeaponType.Missile)) Type = EventType.RocketAttack;
    }

    /// <summary>How closely a place is known; a place "north of X" less than X itself.</summary>
    private static int Closeness(PlaceMention? place) => place?.Precision switch
    {
        null => 0,
        PlacePrecision.Site => 6,
        PlacePrecision.Settlement => place.Relation is null or "near" ? 5 : 4,
        PlacePrecision.Unknown => 3,
        PlacePrecision.Admin1 => 3,
        _ => 1,
    };

    /// <summary>"the building" is one told before; "the home" and "the councilman's home" are one, told by its longer name.</summary>
    private void Add(TargetMention target)
    {
        if (target.IsDefinite && Targets.Exists(known => known.Kind != TargetKind.Person)) return;
        var same = Targets.FindIndex(known => known.Kind == TargetKind.Person == (target.Kind == TargetKind.Person) && (IsEnd(known.Name, target.Name) || IsEnd(target.Name, known.Name)));
        if (same < 0)
        {
            if (Targets.Count < MostTargets) Targets.Add(target);
        }
        else if (target.Name.Length > Targets[same].Name.Length) Targets[same] = target;
    }

    private static bool IsEnd(string whole, string end) => whole.EndsWith(end, StringComparison.OrdinalIgnoreCase)
        && (whole.Length == end.Length || whole[whole.Length - end.Length - 1] is ' ' or '-' or '\n');

    private void Add(WeaponMention weapon)
    {
        var known = Weapons.FindIndex(other => other.Type == weapon.Type);
        if (known < 0) Weapons.Add(weapon);
        else if (Weapons[known] is { Min: null, Max: null } && (weapon.Min ?? weapon.Max) is not null) Weapons[known] = weapon;
    }

    /// <summary>The strongest telling of one actor wins; a denial beside someone who is said to have done it adds nobody.</summary>
    private void Add(PerpetratorMention perpetrator)
    {
        // "the rebels" are those told before.
        if (perpetrator is { IsGeneric: true, IsDefinite: true } && Perpetrators.Count > 0) return;
        // Who claims the attack says who the gunmen were; otherwise both tell something: "guerrillas" and their front.
        if (perpetrator.IsGeneric && Perpetrators.Exists(known => known.Stance == Stance.Claimed)) return;
        if (perpetrator.Stance == Stance.Claimed) Perpetrators.RemoveAll(known => known.IsGeneric);
        // The name of a state says more than "the army"; "terrorists" and "armed terrorists" are the same people.
        if (perpetrator is { IsGeneric: true, Kind: PerpetratorKind.State } && Perpetrators.Exists(known => known is { IsGeneric: false, Kind: PerpetratorKind.State })) return;
        if (perpetrator is { IsGeneric: false, Kind: PerpetratorKind.State }) Perpetrators.RemoveAll(known => known is { IsGeneric: true, Kind: PerpetratorKind.State });
        if (perpetrator.IsGeneric && Perpetrators.Exists(known => known.IsGeneric
            && (known.Name.Contains(perpetrator.Name, StringComparison.OrdinalIgnoreCase) || perpetrator.Name.Contains(known.Name, StringComparison.OrdinalIgnoreCase)))) return;
        var same = Perpetrators.FindIndex(known => IsSameSide(known.Name, perpetrator.Name));
        if (same >= 0)
        {
            if (Strength(perpetrator.Stance) > Strength(Perpetrators[same].Stance)) Perpetrators[same] = perpetrator;
            return;
        }
        // "Gunmen killed three. The X denied a role": the gunmen may be anybody's.
        if (perpetrator.Stance == Stance.Denied && Perpetrators.Exists(known => known.Stance is Stance.Claimed or Stance.Stated && (!known.IsGeneric || perpetrator.IsGeneric || perpetrator.Kind is not (PerpetratorKind.ArmedGroup or PerpetratorKind.State) || !char.IsUpper(perpetrator.Name[0])))) return;
        if (perpetrator is { Stance: Stance.Claimed or Stance.Stated, IsGeneric: false }) Perpetrators.RemoveAll(known => known.Stance == Stance.Denied);
        if (Perpetrators.Count < MostPerpetrators) Perpetrators.Add(perpetrator);
    }

    /// <summary>A coalition is spoken of by the name of the state that leads it.</summary>
    private static bool IsSameSide(string a, string b) => a == b
        || a is "US-led coalition" or "United States" && b is "US-led coalition" or "United States"
        || a is "Saudi-led coalition" or "Saudi Arabia" && b is "Saudi-led coalition" or "Saudi Arabia";

    private static int Strength(Stance stance) => stance switch
    {
        Stance.Claimed => 4,
        Stance.Stated => 3,
        Stance.Accused => 2,
        Stance.Suspected => 1,
        _ => 0,
    };
}
