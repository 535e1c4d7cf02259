using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Platform.Contracts;

namespace Platform.Tests.Contracts;

public sealed class GoldenBodyTests
{
    private static readonly Dictionary<Type, HashSet<string>> s_used = UsedIn(_ => true);

    public static TheoryData<string> Files => [.. GoldenBody.All.Select(golden => golden.File)];
    public static TheoryData<Type> Messages => [.. Contract.Messages];
    public static TheoryData<Type> Records => [.. Contract.Records];
    public static TheoryData<Type> RecordsWithOptionalLists => [.. Contract.Records.Where(record => OptionalListsOf(record).Any())];

    [Theory, MemberData(nameof(Files))]
    public void A_golden_body_is_valid_against_its_schema(string file)
    {
        var golden = GoldenBody.Of(file);

        Contract.Schemas.Validate(golden.Schema, golden.Body).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Files))]
    public void A_golden_body_is_read_and_written_back_without_loss(string file)
    {
        var golden = GoldenBody.Of(file);

        var written = JsonSerializer.SerializeToElement(golden.Read(), Contract.Metadata(golden.Type));

        Difference(golden.Body, written, "").ShouldBeNull();
        Contract.Schemas.Validate(golden.Schema, written).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Files))]
    public void Options_that_take_the_contracts_in_read_and_write_the_same(string file)
    {
        var golden = GoldenBody.Of(file);
        var options = new JsonSerializerOptions();
        ContractJson.Configure(options);

        var written = JsonSerializer.SerializeToElement(golden.Body.Deserialize(golden.Type, options), golden.Type, options);

        JsonElement.DeepEquals(written, JsonSerializer.SerializeToElement(golden.Read(), Contract.Metadata(golden.Type))).ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Files))]
    public void What_a_later_version_adds_is_ignored_by_schema_and_reader(string file)
    {
        var golden = GoldenBody.Of(file);
        var body = JsonSerializer.SerializeToElement(WithAdditions(JsonNode.Parse(golden.Body.GetRawText())!));

        Contract.Schemas.Validate(golden.Schema, body).ShouldBeEmpty();
        var read = body.Deserialize(Contract.Metadata(golden.Type));
        JsonElement.DeepEquals(
            JsonSerializer.SerializeToElement(read, Contract.Metadata(golden.Type)),
            JsonSerializer.SerializeToElement(golden.Read(), Contract.Metadata(golden.Type))).ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Files))]
    public void A_body_without_a_required_property_is_refused_by_schema_and_reader(string file)
    {
        var golden = GoldenBody.Of(file);
        foreach (var property in Contract.PropertiesOf(golden.Type).Where(p => p.IsRequired))
        {
            var body = JsonNode.Parse(golden.Body.GetRawText())!.AsObject();
            body.Remove(property.Name).ShouldBeTrue();

            Contract.Schemas.Validate(golden.Schema, JsonSerializer.SerializeToElement(body)).ShouldNotBeEmpty();
            Should.Throw<JsonException>(() => body.Deserialize(Contract.Metadata(golden.Type)));
        }
    }

    [Theory, MemberData(nameof(Files))]
    public void Null_for_a_required_property_is_refused_by_schema_and_reader(string file)
    {
        var golden = GoldenBody.Of(file);
        foreach (var property in Contract.PropertiesOf(golden.Type).Where(p => p.IsRequired))
        {
            var body = JsonNode.Parse(golden.Body.GetRawText())!.AsObject();
            body[property.Name] = null;

            Contract.Schemas.Validate(golden.Schema, JsonSerializer.SerializeToElement(body)).ShouldNotBeEmpty();
            Should.Throw<JsonException>(() => body.Deserialize(Contract.Metadata(golden.Type)), property.Name);
        }
    }

    [Theory, MemberData(nameof(RecordsWithOptionalLists))]
    public void An_absent_list_is_read_as_an_empty_list(Type record)
    {
        var found = 0;
        foreach (var golden in GoldenBody.All)
            VisitBodies(golden.Body, golden.Type, (body, type) =>
            {
                if (type != record) return;
                var node = JsonNode.Parse(body.GetRawText())!.AsObject();
                foreach (var list in OptionalListsOf(record)) node.Remove(list.Name);
                var read = node.Deserialize(Contract.Metadata(record))!;
                foreach (var list in OptionalListsOf(record))
                    list.Get!(read).ShouldBeAssignableTo<IEnumerable>().ShouldNotBeNull($"{record.Name}.{list.Name}").Cast<object>().ShouldBeEmpty();
                found++;
            });
        found.ShouldBePositive();
    }

    [Theory, MemberData(nameof(Messages))]
    public void The_cases_of_a_message_use_every_property_of_it(Type type)
    {
        GoldenBody.All.ShouldContain(golden => golden.Type == type && golden.Case == "full");
        UsedIn(golden => golden.Type == type)[type].ShouldBe(Contract.PropertiesOf(type).Select(p => p.Name), ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Records))]
    public void The_golden_bodies_use_every_property_of_every_record(Type record) =>
        (s_used.GetValueOrDefault(record) ?? []).ShouldBe(Contract.PropertiesOf(record).Select(p => p.Name), ignoreOrder: true);

    [Theory, MemberData(nameof(Messages))]
    public void The_minimal_case_has_only_what_is_required(Type type) =>
        Visit(GoldenBody.Of($"{Contract.NameOf(type)}.v1.minimal.json").Body, type, (record, property) =>
            property.IsRequired.ShouldBeTrue($"{record.Name}.{property.Name} in the minimal case of {type.Name}"));

    [Fact]
    public void Casualties_of_every_kind_are_told_none_at_least_between_and_without_a_number()
    {
        var counts = GoldenBody.All.Where(golden => golden.Name == "incident-detected")
            .Select(golden => ((IncidentDetected)golden.Read()).Report.Casualties).OfType<Casualties>()
            .SelectMany(casualties => new[] { casualties.Killed, casualties.Wounded, casualties.Missing, casualties.Kidnapped })
            .OfType<CasualtyCount>().ToList();

        counts.ShouldContain(count => count.Min == 0 && count.Max == 0);
        counts.ShouldContain(count => count.Min > 0 && count.Max == null);
        counts.ShouldContain(count => count.Min > 0 && count.Max == count.Min);
        counts.ShouldContain(count => count.Min == null && count.Max == null);
    }

    private static JsonNode WithAdditions(JsonNode node)
    {
        switch (node)
        {
            case JsonObject body:
                foreach (var (name, value) in body)
                    if (value is not null && name != "value") WithAdditions(value); // any JSON, which is kept as it is
                body.Add("addedLater", new JsonObject { ["deep"] = new JsonArray(1, null, "x") });
                break;
            case JsonArray list:
                foreach (var item in list)
                    if (item is not null) WithAdditions(item);
                break;
        }
        return node;
    }

    private static Dictionary<Type, HashSet<string>> UsedIn(Func<GoldenBody, bool> which)
    {
        var used = new Dictionary<Type, HashSet<string>>();
        foreach (var golden in GoldenBody.All.Where(which))
            Visit(golden.Body, golden.Type, (record, property) =>
                (used.TryGetValue(record, out var names) ? names : used[record] = []).Add(property.Name));
        return used;
    }

    private static IEnumerable<JsonPropertyInfo> OptionalListsOf(Type record) =>
        Contract.PropertiesOf(record).Where(p => Contract.IsList(p.PropertyType) && !p.IsRequired);

    private static void Visit(JsonElement body, Type type, Action<Type, JsonPropertyInfo> found) => VisitBodies(body, type, (part, record) =>
    {
        foreach (var property in Contract.PropertiesOf(record))
            if (part.TryGetProperty(property.Name, out _)) found(record, property);
    });

    private static void VisitBodies(JsonElement body, Type type, Action<JsonElement, Type> found)
    {
        found(body, type);
        foreach (var property in Contract.PropertiesOf(type))
        {
            var inner = Contract.Inner(property.PropertyType);
            if (!Contract.IsRecord(inner) || !body.TryGetProperty(property.Name, out var value)) continue;
            foreach (var item in value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : new[] { value })
                VisitBodies(item, inner, found);
        }
    }

    // Where two bodies first differ, or null. A list that is absent means an empty list; nothing else may come or go.
    private static string? Difference(JsonElement golden, JsonElement written, string at)
    {
        if (golden.ValueKind == JsonValueKind.Object && written.ValueKind == JsonValueKind.Object)
        {
            foreach (var name in golden.EnumerateObject().Concat(written.EnumerateObject()).Select(p => p.Name).Distinct())
            {
                var here = golden.TryGetProperty(name, out var expected);
                if (!written.TryGetProperty(name, out var actual)) return $"{at}/{name} was lost";
                if (!here && !(actual.ValueKind == JsonValueKind.Array && actual.GetArrayLength() == 0)) return $"{at}/{name} was added";
                if (here && Difference(expected, actual, $"{at}/{name}") is { } difference) return difference;
            }
            return null;
        }
        if (golden.ValueKind == JsonValueKind.Array && written.ValueKind == JsonValueKind.Array && golden.GetArrayLength() == written.GetArrayLength())
            return golden.EnumerateArray().Zip(written.EnumerateArray(), (a, b) => (a, b))
                .Select((pair, index) => Difference(pair.a, pair.b, $"{at}/{index}")).FirstOrDefault(d => d is not null);
        return JsonElement.DeepEquals(golden, written) ? null : $"{at}: {golden} became {written}";
    }
}
