using System.Globalization;
using System.Runtime.CompilerServices;
using Platform.Contracts;

namespace Platform.Projection.Linking;

/// <summary>Compares two reports feature by feature; symmetric.</summary>
internal readonly ref struct PairEvidence
{
    /// <summary>How many features there are.</summary>
    public static readonly int FeatureCount = Enum.GetValues<PairFeature>().Length;

    /// <summary>Kilometres within which two names can stand for one place.</summary>
    public const double NearKm = 35;
    private const int Telling = 40;
    private const int WeekDays = 10;

    /// <summary>Terms compared, and the table they are looked up in: a power of two.</summary>
    private const int MostTerms = 96;
    private const int Slots = 256;

    private readonly ReportFeatures a;
    private readonly ReportFeatures b;
    private readonly Span<double> values;
    private readonly List<string>? reasons;

    private PairEvidence(ReportFeatures a, ReportFeatures b, Span<double> values, List<string>? reasons)
    {
        // In one order whatever the call: the sentences speak of one and the other.
        (this.a, this.b) = a.ReportId.CompareTo(b.ReportId) <= 0 ? (a, b) : (b, a);
        this.values = values;
        this.reasons = reasons;
    }

    /// <summary>Fills the values, <see cref="FeatureCount"/> of them, and adds what they rest on in words when a list is given.</summary>
    public static void Read(ReportFeatures a, ReportFeatures b, Span<double> values, List<string>? reasons = null)
    {
        values.Clear();
        var evidence = new PairEvidence(a, b, values, reasons);
        evidence.Set(PairFeature.Base, 1, null);
        evidence.Dates();
        evidence.Places();
        evidence.Kinds();
        evidence.Counts();
        evidence.Names();
        evidence.Texts();
    }

    /// <summary>Days between two dates; 0 when they overlap, null when one has none.</summary>
    public static int? DaysBetween(ReportFeatures a, ReportFeatures b)
    {
        if (a is not { Start: { } start, End: { } end } || b is not { Start: { } otherStart, End: { } otherEnd }) return null;
        return Math.Max(0, Math.Max(start.DayNumber - otherEnd.DayNumber, otherStart.DayNumber - end.DayNumber));
    }

    /// <summary>Kilometres between two places with coordinates; null when one has none.</summary>
    public static double? Kilometres(ReportFeatures a, ReportFeatures b)
    {
        if (a is not { Lat: { } lat, Lon: { } lon } || b is not { Lat: { } otherLat, Lon: { } otherLon }) return null;
        const double Radians = Math.PI / 180, EarthKm = 6371;
        var (dLat, dLon) = ((otherLat - lat) * Radians / 2, (otherLon - lon) * Radians / 2);
        var h = Math.Sin(dLat) * Math.Sin(dLat) + Math.Cos(lat * Radians) * Math.Cos(otherLat * Radians) * Math.Sin(dLon) * Math.Sin(dLon);
        return 2 * EarthKm * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    /// <summary>Whether a place is named after the other: "Balad" and "Balad Air Base".</summary>
    public static bool IsNamedAfter(string? name, string? other) => name is not null && other is not null
        && (name.StartsWith(other + " ", StringComparison.OrdinalIgnoreCase) || other.StartsWith(name + " ", StringComparison.OrdinalIgnoreCase));

    private void Set(PairFeature feature, double value, string? reason)
    {
        values[(int)feature] = value;
        if (reason is not null) reasons?.Add(reason);
    }

    private void Set(PairFeature feature, double value, [InterpolatedStringHandlerArgument("")] ref Reason reason)
    {
        values[(int)feature] = value;
        reasons?.Add(reason.ToStringAndClear());
    }

    private void Dates()
    {
        if (DaysBetween(a, b) is not { } days)
        {
            if (a.Start is null && b.Start is null)
            {
                if (a is { Published: { } one } && b is { Published: { } two } && Math.Abs(one.DayNumber - two.DayNumber) <= 2) Set(PairFeature.PublishedAfter, 1, "no dates, published within two days");
                else reasons?.Add("no date in either");
                return;
            }
            var (dated, undated) = a.Start is null ? (b, a) : (a, b);
            if (undated is { IsMain: true, Published: { } published } && published.DayNumber - dated.Start!.Value.DayNumber is >= 0 and <= 2) Set(PairFeature.PublishedAfter, 1, "one without a date, published right after");
            else reasons?.Add("one without a date");
            return;
        }
        var (wide, wider) = (Length(a), Length(b));
        var longest = Math.Max(wide, wider);
        if (days > 1 || (days == 1 && longest > 0)) Set(PairFeature.DaysApart, Math.Log2(days + 1), $"{days} days apart");
        else if (days == 1 && (IsDark(a) || IsDark(b))) Set(PairFeature.OverMidnight, 1, "days follow each other, told of the evening or night");
        else if (days == 1) Set(PairFeature.NextDay, 1, "a day apart");
        else if (longest == 0) Set(PairFeature.SameDay, 1, $"same day, {a.Start:yyyy-MM-dd}");
        else if (longest <= WeekDays) Set(PairFeature.SameWeek, 1, "dates agree within a week or so");
        else Set(PairFeature.SameMonth, 1, "dates agree within a month or more");
    }

    private static int Length(ReportFeatures report) => report.End!.Value.DayNumber - report.Start!.Value.DayNumber;

    private static bool IsDark(ReportFeatures report) => report.TimeOfDay is "night" or "evening"
        || (report.TimeOfDay is [var h, var u, ':', ..] && int.TryParse([h, u], CultureInfo.InvariantCulture, out var hour) && hour is >= 20 or <= 4);

    private void Places()
    {
        var km = Kilometres(a, b);
        var sameName = a.Place is not null && string.Equals(a.Place, b.Place, StringComparison.OrdinalIgnoreCase) && (km is null or < NearKm);
        var site = a.PlacePrecision == PlacePrecision.Site && b.PlacePrecision == PlacePrecision.Site;
        if (sameName && site || (site && km < 2)) Set(PairFeature.SameSite, 1, $"same place, {a.Place}");
        else if (sameName && km is not null || km < 5 || (IsNamedAfter(a.Place, b.Place) && km is null or < NearKm)) Set(PairFeature.SameTown, 1, $"{(a.Place == b.Place ? "same place, " : a.Place + " and ")}{b.Place}");
        else if (km <= NearKm) Set(PairFeature.NearPlace, 1, $"{a.Place} and {b.Place}, {km:0} km");
        else if (km is { } far) Set(PairFeature.FarPlace, Math.Log2(far / NearKm * 2), $"{a.Place} and {b.Place}, {km:0} km apart");
        else if (a.Admin1 is not null && b.Admin1 is not null)
        {
            if (a.Admin1 == b.Admin1) Set(PairFeature.WithinArea, 1, $"both in {a.Admin1}");
            else Set(PairFeature.FarPlace, 2, $"{a.Admin1} and {b.Admin1}");
        }
        else if (a.Country is not null && a.Country == b.Country) Set(PairFeature.WithinArea, 0.3, $"both in {a.Country}");
    }

    private void Kinds()
    {
        var likeness = EventFamilies.Likeness(a.Type, b.Type);
        Set(PairFeature.OtherKind, 1 - likeness, likeness == 1 ? "same kind of attack" : likeness == 0 ? "unrelated kinds of attack" : null);
    }

    private void Counts()
    {
        Count(a.Killed, b.Killed, PairFeature.SameKilled, PairFeature.OtherKilled, "killed");
        Count(a.Wounded, b.Wounded, PairFeature.SameWounded, PairFeature.OtherWounded, "wounded");
        foreach (var weapon in a.Weapons)
        {
            if ((weapon.Min ?? weapon.Max) is not { } number) continue;
            foreach (var other in b.Weapons)
            {
                if ((other.Min ?? other.Max) is not { } others || !IsSameWeapon(weapon.Type, other.Type)) continue;
                if (weapon.Max is null || other.Max is null || weapon.Min is null || other.Min is null)
                {
                    // "at least four" and five agree without saying much.
                    if (weapon.Min > (other.Max ?? int.MaxValue) || other.Min > (weapon.Max ?? int.MaxValue)) Set(PairFeature.OtherWeapons, 1, null);
                }
                else if (number == others) Set(PairFeature.SameWeapons, number > 1 ? 1 : 0.2, number > 1 && reasons is not null ? string.Create(CultureInfo.InvariantCulture, $"{number} of the same weapon in both") : null);
                else Set(PairFeature.OtherWeapons, 1, $"{number} and {others} of the same weapon");
            }
        }
    }

    private static bool IsSameWeapon(WeaponType a, WeaponType b) => a == b || a is WeaponType.Rocket or WeaponType.Missile && b is WeaponType.Rocket or WeaponType.Missile;

    private void Count(CountFeature? one, CountFeature? two, PairFeature same, PairFeature other, string what)
    {
        if (one is not { Min: { } low } || two is not { Min: { } high }) return;
        if (low == high)
        {
            if (low == 0) Set(same, 0.3, $"none {what} in both");
            // One dead is what most attacks have.
            else if (low == 1) Set(same, 0.5, $"1 {what} in both");
            else Set(same, Math.Min(3, 1 + Math.Log2(low) / 2), $"{low} {what} in both");
            return;
        }
        // At least three and five do not contradict each other.
        var open = (low < high ? one : two).Max is null;
        Set(other, Math.Min(4, Math.Abs(Math.Log2((low + 0.5) / (high + 0.5)))) * (open ? 0.5 : 1), $"{low} and {high} {what}");
    }

    private void Names()
    {
        if (Share(a.Targets, b.Targets)) Set(PairFeature.SameTarget, 1, "same target");
        if (a.Perpetrators.Count > 0 && b.Perpetrators.Count > 0)
        {
            if (Share(a.Perpetrators, b.Perpetrators)) Set(PairFeature.SamePerpetrator, 1, "same perpetrator named");
            else Set(PairFeature.OtherPerpetrator, 1, "other perpetrators named");
        }
        if (a.People.Count == 0 || b.People.Count == 0) return;
        if (SharedPeople() is not (> 0 and var shared))
        {
            Set(PairFeature.OtherPeople, 1, null);
            return;
        }
        Set(PairFeature.SharedPeople, Math.Min(3, Math.Log2(1 + shared)), $"both name {string.Join(", ", a.People.Intersect(b.People).Take(3))}");
    }

    /// <summary>Names in both, each once. Without memory of its own.</summary>
    private int SharedPeople()
    {
        var shared = 0;
        for (var i = 0; i < a.People.Count; i++)
            if (Has(b.People, a.People[i], b.People.Count) && !Has(a.People, a.People[i], i)) shared++;
        return shared;
    }

    private static bool Has(IReadOnlyList<string> names, string name, int first)
    {
        for (var i = 0; i < first; i++)
            if (names[i] == name) return true;
        return false;
    }

    /// <summary>Whether two short lists have something in common. Without memory of its own, as most pairs have nothing.</summary>
    public static bool Share<T>(IReadOnlyList<T> one, IReadOnlyList<T> two)
        where T : IEquatable<T>
    {
        for (var i = 0; i < one.Count; i++)
            for (var j = 0; j < two.Count; j++)
                if (one[i].Equals(two[j])) return true;
        return false;
    }

    private void Texts()
    {
        if (a.Terms.Count == 0 || b.Terms.Count == 0) return;
        var (telling, all) = Shared(a.Terms, b.Terms);
        Set(PairFeature.SharedTelling, telling, telling >= 0.3 && reasons is not null ? string.Create(CultureInfo.InvariantCulture, $"{telling:0%} of the telling words in both") : null);
        Set(PairFeature.SharedTerms, all, null);
    }

    /// <summary>
    /// Words of the shorter list that the other has, too, of the most telling and of all; a few words more in the divisor, so that two
    /// of three say little. Without memory of its own: it is the inner loop of linking.
    /// </summary>
    private static (double Telling, double All) Shared(IReadOnlyList<int> one, IReadOnlyList<int> two)
    {
        var first = AsSpan(one);
        var second = AsSpan(two);
        Span<int> slots = stackalloc int[Slots];
        Span<byte> places = stackalloc byte[Slots];
        places.Clear();
        var (count, other) = (Math.Min(first.Length, MostTerms), Math.Min(second.Length, MostTerms));
        for (var i = 0; i < other; i++)
        {
            var slot = second[i] & (Slots - 1);
            while (places[slot] != 0) slot = (slot + 1) & (Slots - 1);
            (slots[slot], places[slot]) = (second[i], (byte)(i + 1));
        }
        var (telling, all) = (0, 0);
        for (var i = 0; i < count; i++)
        {
            var slot = first[i] & (Slots - 1);
            while (places[slot] != 0 && slots[slot] != first[i]) slot = (slot + 1) & (Slots - 1);
            if (places[slot] == 0) continue;
            all++;
            if (i < Telling && places[slot] <= Telling) telling++;
        }
        var less = Math.Min(count, other);
        return (telling / (Math.Min(less, Telling) + 5.0), all / (less + 5.0));
    }

    private static ReadOnlySpan<int> AsSpan(IReadOnlyList<int> terms) => terms as int[] ?? [.. terms];

    /// <summary>A sentence that is only written when somebody reads it: comparing is the inner loop of linking.</summary>
    [InterpolatedStringHandler]
    private ref struct Reason
    {
        private DefaultInterpolatedStringHandler text;

        public Reason(int literalLength, int formattedCount, PairEvidence evidence, out bool isWanted)
        {
            isWanted = evidence.reasons is not null;
            if (isWanted) text = new DefaultInterpolatedStringHandler(literalLength, formattedCount, CultureInfo.InvariantCulture);
        }

        public void AppendLiteral(string value) => text.AppendLiteral(value);

        public void AppendFormatted<T>(T value, string? format = null) => text.AppendFormatted(value, format);

        public string ToStringAndClear() => text.ToStringAndClear();
    }
}
