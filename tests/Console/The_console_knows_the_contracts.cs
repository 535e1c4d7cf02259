using System.Text.Json;
using Platform.Contracts;
using Platform.Projection.Incidents;

namespace Platform.Tests.WebConsole;

[Collection(Collection.Name)]
public sealed class The_console_knows_the_contracts(Stage stage)
{
    [Fact]
    public async Task Its_lists_of_values_and_of_fields_to_correct_are_those_of_the_contracts()
    {
        await using var visitor = await stage.ArriveAsync("#/drop");
        var known = await visitor.Page.EvaluateAsync<JsonElement>("() => import('/console/js/vocabulary.js').then(v => ({ ...v, correctable: Object.keys(v.correctable) }))");
        void Same<T>(string name)
            where T : struct, Enum =>
            known.GetProperty(name).EnumerateArray().Select(v => v.GetString()).Order().ShouldBe(Enum.GetValues<T>().Select(v => JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString())).Order(), name);

        Same<EventType>("eventTypes");
        Same<DatePrecision>("datePrecisions");
        Same<PlacePrecision>("placePrecisions");
        Same<WeaponType>("weaponTypes");
        Same<TargetKind>("targetKinds");
        Same<PerpetratorKind>("perpetratorKinds");
        Same<Stance>("stances");
        Same<IncidentStatus>("statuses");
        known.GetProperty("correctable").EnumerateArray().Select(v => v.GetString()).ShouldBe(CorrectedField.All);
    }

    [Fact]
    public async Task Words_are_marked_where_their_evidence_stands_though_places_overlap()
    {
        await using var visitor = await stage.ArriveAsync("#/drop");

        var segments = await visitor.Page.EvaluateAsync<string>(
            "() => import('/console/js/evidence.js').then(e => JSON.stringify(e.segments('Three 💥 rockets hit', [{ field: 'weapons[0]', start: 0, end: 16 }, { field: 'eventType', start: 9, end: 20 }, { field: 'date', start: 5, end: 999 }]).map(s => [s.start, s.end, s.fields.join()])))");

        segments.ShouldBe("[[0,9,\"weapons[0]\"],[9,16,\"weapons[0],eventType\"],[16,20,\"eventType\"]]");
    }
}
