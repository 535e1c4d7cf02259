using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Platform.Contracts;

/// <summary>
/// JSON of every contract, on the bus, in the store and over HTTP: camelCase names, snake_case enumeration values,
/// absent for null. Unknown properties are ignored, so that a reader outlives additions. A list that is absent is empty:
/// generated code sets every init-only property, also one that is not in the JSON (dotnet/runtime issue 84484), so the
/// lists' own init accessors turn that null into an empty list.
/// </summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.Strict,
    RespectNullableAnnotations = true,
    Converters =
    [
        typeof(SnakeCaseEnum<EventType>), typeof(SnakeCaseEnum<DatePrecision>), typeof(SnakeCaseEnum<PlacePrecision>),
        typeof(SnakeCaseEnum<WeaponType>), typeof(SnakeCaseEnum<TargetKind>), typeof(SnakeCaseEnum<PerpetratorKind>),
        typeof(SnakeCaseEnum<Stance>), typeof(SnakeCaseEnum<IncidentStatus>),
        typeof(SnakeCaseEnum<ActorKind>),
    ])]
[JsonSerializable(typeof(ArticleReceived))]
[JsonSerializable(typeof(ArticleRevised))]
[JsonSerializable(typeof(ArticleExtracted))]
[JsonSerializable(typeof(IncidentDetected))]
[JsonSerializable(typeof(NoIncidentDetected))]
[JsonSerializable(typeof(IncidentOpened))]
[JsonSerializable(typeof(ReportLinked))]
[JsonSerializable(typeof(ReportUnlinked))]
[JsonSerializable(typeof(ReportDated))]
[JsonSerializable(typeof(IncidentCorrected))]
[JsonSerializable(typeof(IncidentConfirmed))]
[JsonSerializable(typeof(IncidentRejected))]
[JsonSerializable(typeof(IncidentReopened))]
[JsonSerializable(typeof(IncidentsMerged))]
[JsonSerializable(typeof(IncidentSplit))]
[JsonSerializable(typeof(IncidentsKeptApart))]
[JsonSerializable(typeof(ExtractionRequested))]
[JsonSerializable(typeof(ReportDifference))]
[JsonSerializable(typeof(IncidentChanged))]
[JsonSerializable(typeof(IncidentDelivery))]
[JsonSerializable(typeof(Incident))]
[JsonSerializable(typeof(IncidentReport))]
[JsonSerializable(typeof(IReadOnlyList<IncidentReport>))]
[JsonSerializable(typeof(IReadOnlyList<Aggregate>))]
public sealed partial class ContractJson : JsonSerializerContext
{
    /// <summary>Puts the contracts in front of whatever else the options can serialise.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.RespectNullableAnnotations = true;
        options.TypeInfoResolverChain.Insert(0, Default);
        if (!options.TypeInfoResolverChain.OfType<DefaultJsonTypeInfoResolver>().Any())
            options.TypeInfoResolverChain.Add(new DefaultJsonTypeInfoResolver());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
    }
}
