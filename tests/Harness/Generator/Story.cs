using System.Globalization;
using Platform.Contracts;

namespace Platform.Tests.Harness.Generator;

/// <summary>One invented event as it was, and how articles tell of it.</summary>
internal sealed class Story
{
    private static readonly (EventType Type, WeaponType Weapon, string Words, string Verb)[] Kinds =
    [
        (EventType.RocketAttack, WeaponType.Rocket, "rockets", "hit"), (EventType.MissileAttack, WeaponType.Missile, "missiles", "struck"),
        (EventType.DroneAttack, WeaponType.Drone, "drones", "hit"), (EventType.Airstrike, WeaponType.Aircraft, "warplanes", "bombed"),
        (EventType.Shelling, WeaponType.Artillery, "shells", "struck"), (EventType.Bombing, WeaponType.Bomb, "bombs", "tore through"),
        (EventType.CarBombing, WeaponType.CarBomb, "car bombs", "ripped through"), (EventType.SuicideBombing, WeaponType.SuicideVest, "explosive vests", "ripped through"),
        (EventType.Landmine, WeaponType.Mine, "landmines", "blew up under"), (EventType.GrenadeAttack, WeaponType.Grenade, "grenades", "were thrown at"),
        (EventType.Shooting, WeaponType.Firearm, "gunmen", "opened fire on"), (EventType.ArmedClash, WeaponType.Firearm, "fighters", "clashed with"),
        (EventType.Assassination, WeaponType.Firearm, "gunmen", "ambushed"), (EventType.Kidnapping, WeaponType.Unknown, "masked men", "abducted"),
        (EventType.Arson, WeaponType.Unknown, "attackers", "set fire to"), (EventType.Stabbing, WeaponType.Knife, "men with knives", "attacked"),
        (EventType.VehicleRamming, WeaponType.Vehicle, "lorries", "ploughed into"), (EventType.Sabotage, WeaponType.Unknown, "saboteurs", "damaged"),
        (EventType.ChemicalAttack, WeaponType.Chemical, "gas shells", "were fired at"), (EventType.OtherAttack, WeaponType.Unknown, "assailants", "attacked"),
    ];

    private static readonly (string Name, TargetKind Kind)[] Targets =
    [
        ("market", TargetKind.Civilians), ("police station", TargetKind.Police), ("army base", TargetKind.MilitaryBase), ("checkpoint", TargetKind.Troops),
        ("town hall", TargetKind.Government), ("embassy", TargetKind.Diplomatic), ("power station", TargetKind.Infrastructure), ("factory", TargetKind.Company),
        ("convoy", TargetKind.Transport), ("shrine", TargetKind.Religious), ("radio station", TargetKind.Media), ("village", TargetKind.Civilians),
    ];

    private static readonly (Stance Stance, string Words)[] Blame =
    [
        (Stance.Claimed, " said that its men had done it"), (Stance.Stated, " carried it out"), (Stance.Accused, " was blamed by the governor"), (Stance.Suspected, " is suspected"),
    ];

    private readonly World world;
    private readonly int seed;
    private readonly (EventType Type, WeaponType Weapon, string Words, string Verb) kind;
    private readonly (string Name, TargetKind Kind) target;
    private readonly Place place;
    private readonly string? group;
    private readonly string[] people;
    private readonly int killed;
    private readonly int wounded;
    private readonly int weapons;

    /// <summary>The event number <paramref name="index"/> of a log.</summary>
    public Story(World world, int seed, int index, DateTimeOffset at)
    {
        (this.world, this.seed, At) = (world, unchecked(seed * 1_000_003 + index), at);
        var random = new Random(this.seed);
        kind = Kinds[World.Skewed(Kinds.Length, random)];
        target = World.Pick(Targets, random);
        place = world.Place(random);
        group = random.Next(2) == 0 ? world.Group(random) : null;
        people = [.. Enumerable.Range(0, random.Next(3)).Select(_ => World.Person(random))];
        killed = World.Skewed(40, random);
        wounded = World.Skewed(120, random);
        weapons = random.Next(1, 9);
        Reports = 1 + World.Skewed(random.Next(10) == 0 ? 12 : 3, random);
    }

    /// <summary>When it happened, UTC.</summary>
    public DateTimeOffset At { get; }

    /// <summary>How many articles are written to report it, from 1; two on average, seldom many.</summary>
    public int Reports { get; }

    /// <summary>The country it happened in.</summary>
    public string Country => place.Country!;

    /// <summary>A headline.</summary>
    public string Title(Random random) =>
        $"{Number(killed)} dead as {kind.Words} {kind.Verb} {target.Name} in {place.Name}, {world.Word(random)} {world.Word(random)}";

    /// <summary>Tells of the event as an article's text, and gives the report of what was told.</summary>
    public (IncidentReport Report, ReportClues Clues) Tell(Telling telling, Guid articleId, int ordinal, int nth, Random random)
    {
        telling.Begin();
        var day = DateOnly.FromDateTime(At.UtcDateTime);
        var dayText = day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        // Tolls rise in the first days.
        var (dead, hurt) = (killed + Math.Min(nth, 3) * (killed / 8), wounded);
        var (deadText, hurtText, weaponText) = ($"{Number(dead)} people", $"{Number(hurt)} others", $"{Number(weapons)} {kind.Words}");
        telling.Tell("casualties.killed", deadText).Say(" were killed and ").Tell("casualties.wounded", hurtText).Say(" wounded when ")
            .Tell("weapons[0]", weaponText).Say(" ").Tell("eventType", kind.Verb).Say(" a ").Tell("targets[0]", target.Name)
            .Say(" in ").Tell("place", place.Name).Say(" on ").Tell("date", dayText).Say(". ");
        var (stance, blame) = World.Pick(Blame, random);
        var blamed = group is not null && random.Next(3) > 0;
        if (blamed)
            telling.Tell("perpetrators[0]", group!).Say(blame + ". ");
        foreach (var person in people)
            telling.Say($"Among the dead was {person}. ");
        string[] terms = [.. Enumerable.Range(0, 12).Select(_ => world.Word(random))];
        telling.Say($"The {terms[0]} {terms[1]} of {place.Name} was {terms[2]}, and {terms[3]} {terms[4]} saw the {terms[5]}. ")
            .Say($"Nobody knew why the {terms[6]} {terms[7]} had been {terms[8]} by {terms[9]} {terms[10]} near the {terms[11]}.\n\n");
        var report = new IncidentReport
        {
            ReportId = DeterministicId.Report(articleId, ordinal, GeneratedLog.Extractor),
            ArticleId = articleId,
            Ordinal = ordinal,
            IsMain = ordinal == 0,
            EventType = kind.Type,
            Date = new EventDate { Start = day, End = day, Precision = DatePrecision.Day, Text = dayText },
            Place = place,
            Weapons = [new Weapon { Type = kind.Weapon, Min = weapons, Max = weapons, Text = weaponText }],
            Targets = [new Target { Name = target.Name, Kind = target.Kind, Text = target.Name }],
            Casualties = new Casualties
            {
                Killed = new CasualtyCount { Min = dead, Max = dead, Text = deadText },
                Wounded = new CasualtyCount { Min = hurt, Max = hurt, Text = hurtText },
            },
            Perpetrators = blamed ? [new Perpetrator { Name = group!, Kind = PerpetratorKind.ArmedGroup, Stance = stance, Text = group! }] : [],
            Evidence = telling.Evidence,
            Confidence = Math.Round(0.4 + 0.6 * random.NextDouble(), 3),
            Extractor = GeneratedLog.Extractor,
        };
        return (report, new ReportClues { People = [.. people.Select(person => person.ToLowerInvariant())], Terms = terms });
    }

    /// <summary>Numbers of its own for the article <paramref name="nth"/> of it.</summary>
    public Random Chance(int nth) => new(unchecked(seed * 31 + nth + 1));

    private static string Number(int number) => number == 0 ? "no" : number.ToString(CultureInfo.InvariantCulture);
}
