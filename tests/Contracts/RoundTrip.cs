using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Platform.Contracts;

namespace Platform.Tests.Contracts;

public sealed class RoundTrip
{
    [Fact]
    public void Any_report_is_valid_when_written_and_the_same_when_read_again() =>
        Prop.ForAll(Arb.From(Reports), report =>
        {
            var written = JsonSerializer.SerializeToUtf8Bytes(report, ContractJson.Default.IncidentReport);

            using var body = JsonDocument.Parse(written);
            Contract.Schemas.Validate(Contract.SchemaBase + "incident-report.v1.json", body.RootElement).ShouldBeEmpty();
            JsonSerializer.Deserialize(written, ContractJson.Default.IncidentReport).ShouldBeEquivalentTo(report);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    // Every string UTF-8 can carry: no lone surrogates, but controls, quotes, combining marks and pairs.
    private static readonly Gen<string> Texts =
        from runes in Gen.NonEmptyListOf(Gen.OneOf(
            Gen.Choose(0, 0x7F), Gen.Choose(0x80, 0xD7FF), Gen.Choose(0xE000, 0x10FFFF), Gen.Elements('"', '\\', '<', 0x2028, 0x1F534)))
        select runes.Aggregate(new StringBuilder(), (text, rune) => text.Append(new Rune(rune))).ToString();

    private static readonly Gen<string?> MaybeTexts = Gen.OneOf(Gen.Constant<string?>(null), Texts.Select(text => (string?)text));

    private static readonly Gen<int?> Numbers = Gen.OneOf(Gen.Constant<int?>(null), Gen.Elements(0, 1, 2, int.MaxValue).Select(n => (int?)n));

    private static readonly Gen<Guid> Ids = Gen.ArrayOf(Gen.Choose(0, 255), 16).Select(bytes => new Guid([.. bytes.Select(b => (byte)b)]));

    private static readonly Gen<DateOnly> Days = Gen.Choose(0, DateOnly.MaxValue.DayNumber).Select(DateOnly.FromDayNumber);

    private static readonly Gen<EventDate> Dates =
        from start in Days
        from length in Gen.Choose(0, 366)
        let end = start.AddDays(Math.Min(length, DateOnly.MaxValue.DayNumber - start.DayNumber))
        from precision in Any<DatePrecision>()
        from time in Gen.Elements<string?>(null, "night", "morning", "afternoon", "evening", "00:00", "23:59")
        from text in Texts
        select new EventDate { Start = start, End = end, Precision = precision, TimeOfDay = time, Text = text };

    private static readonly Gen<Place> Places =
        from name in Texts
        from admin1 in MaybeTexts
        from country in Gen.Elements<string?>(null, "IQ", "US")
        from at in Gen.OneOf(Gen.Constant<(double?, double?)>((null, null)), Between(-90, 90).SelectMany(_ => Between(-180, 180), (lat, lon) => ((double?)lat, (double?)lon)))
        from precision in Any<PlacePrecision>()
        from relation in Gen.Elements<string?>(null, "at", "south_east_of")
        from distance in Gen.OneOf(Gen.Constant<double?>(null), Between(0, 20038).Select(km => (double?)km))
        from text in Texts
        select new Place { Name = name, Admin1 = admin1, Country = country, Lat = at.Item1, Lon = at.Item2, Precision = precision, Relation = relation, DistanceKm = distance, Text = text };

    private static readonly Gen<CasualtyCount?> Counts = Gen.OneOf(Gen.Constant<CasualtyCount?>(null),
        from min in Numbers
        from max in Numbers
        from text in Texts
        from groups in ListOf(
            from who in Texts
            from groupMin in Numbers
            from groupMax in Numbers
            from groupText in Texts
            select new CasualtyGroup { Who = who, Min = groupMin, Max = groupMax, Text = groupText })
        select (CasualtyCount?)new CasualtyCount { Min = min, Max = max, Text = text, Groups = groups });

    private static readonly Gen<Casualties?> Harmed = Gen.OneOf(Gen.Constant<Casualties?>(null),
        from killed in Counts
        from wounded in Counts
        from missing in Counts
        from kidnapped in Counts
        select (Casualties?)new Casualties { Killed = killed, Wounded = wounded, Missing = missing, Kidnapped = kidnapped });

    private static readonly Gen<Weapon> Arms =
        from type in Any<WeaponType>()
        from model in MaybeTexts
        from min in Numbers
        from max in Numbers
        from text in Texts
        select new Weapon { Type = type, Model = model, Min = min, Max = max, Text = text };

    private static readonly Gen<Perpetrator> Actors =
        from name in Texts
        from kind in Any<PerpetratorKind>()
        from stance in Any<Stance>()
        from accuser in MaybeTexts
        from text in Texts
        select new Perpetrator { Name = name, Kind = kind, Stance = stance, Accuser = accuser, Text = text };

    private static readonly Gen<Evidence> Quotes =
        from field in Gen.Elements("eventType", "weapons[0]", "casualties.killed.groups[10]")
        from start in Gen.Choose(0, int.MaxValue - 1)
        select new Evidence { Field = field, Start = start, End = start + 1 };

    private static readonly Gen<IncidentReport> Reports =
        from reportId in Ids
        from articleId in Ids
        from ordinal in Gen.Choose(0, int.MaxValue)
        from isMain in Gen.Elements(true, false)
        from eventType in Any<EventType>()
        from date in Gen.OneOf(Gen.Constant<EventDate?>(null), Dates.Select(value => (EventDate?)value))
        from place in Gen.OneOf(Gen.Constant<Place?>(null), Places.Select(value => (Place?)value))
        from weapons in ListOf(Arms)
        from targets in ListOf(from kind in Any<TargetKind>() from name in Texts select new Target { Name = name, Kind = kind, Text = name })
        from casualties in Harmed
        from damage in ListOf(from kind in Texts from text in Texts select new Damage { Kind = kind, Text = text })
        from perpetrators in ListOf(Actors)
        from sources in ListOf(from name in Texts from text in Texts select new CitedSource { Name = name, Text = text })
        from evidence in ListOf(Quotes)
        from confidence in Between(0, 1)
        from extractor in Texts
        select new IncidentReport
        {
            ReportId = reportId, ArticleId = articleId, Ordinal = ordinal, IsMain = isMain, EventType = eventType, Date = date, Place = place,
            Weapons = weapons, Targets = targets, Casualties = casualties, Damage = damage, Perpetrators = perpetrators, Sources = sources,
            Evidence = evidence, Confidence = confidence, Extractor = extractor,
        };

    private static Gen<T> Any<T>() where T : struct, Enum => Gen.Elements(Enum.GetValues<T>());

    private static Gen<IReadOnlyList<T>> ListOf<T>(Gen<T> items) => Gen.ListOf(items).Select(list => (IReadOnlyList<T>)list.Take(3).ToList());

    private static Gen<double> Between(double low, double high) =>
        Gen.Choose(0, int.MaxValue).Select(step => low + ((high - low) * step / int.MaxValue));
}
