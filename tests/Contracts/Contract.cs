using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Platform.Contracts;
using Platform.Tests.Contracts.Json;

namespace Platform.Tests.Contracts;

/// <summary>The contracts as the code has them (through the source-generated metadata) and as the schema files have them.</summary>
internal static class Contract
{
    /// <summary>What all schema addresses begin with.</summary>
    public const string SchemaBase = "https://platform.example/schemas/";

    /// <summary>The records that are whole messages, stored events or answers; each has golden bodies of its own.</summary>
    public static IReadOnlyList<Type> Messages { get; } =
    [
        typeof(ArticleReceived), typeof(ArticleRevised), typeof(ArticleExtracted), typeof(IncidentDetected), typeof(NoIncidentDetected),
        typeof(IncidentOpened), typeof(ReportLinked), typeof(ReportUnlinked), typeof(ReportDated),
        typeof(IncidentCorrected), typeof(IncidentConfirmed), typeof(IncidentRejected), typeof(IncidentReopened),
        typeof(IncidentsMerged), typeof(IncidentSplit), typeof(IncidentsKeptApart), typeof(ExtractionRequested), typeof(ReportDifference),
        typeof(IncidentChanged), typeof(IncidentDelivery),
    ];

    /// <summary>All schema files, by file name.</summary>
    public static IReadOnlyDictionary<string, JsonElement> SchemaFiles { get; } =
        Directory.EnumerateFiles(Repository.Schemas).ToDictionary(path => Path.GetFileName(path), Repository.ReadJson);

    /// <summary>The schema files, loaded.</summary>
    public static JsonSchemas Schemas { get; } = new(SchemaFiles.Values);

    /// <summary>Every record of the contracts: those the serializer knows by name, and all they are made of.</summary>
    public static IReadOnlyList<Type> Records { get; } = FindRecords();

    /// <summary>Every enumeration of the contracts.</summary>
    public static IReadOnlyList<Type> Enumerations { get; } =
        [.. typeof(ArticleReceived).Assembly.GetExportedTypes().Where(type => type.IsEnum)];

    /// <summary>Name of a contract in file names and exchanges, without version: <c>incident-detected</c>.</summary>
    public static string NameOf(Type type) => JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name);

    /// <summary>Name of a contract's schema file.</summary>
    public static string SchemaFileOf(Type type) => $"{NameOf(type)}.v1.json";

    /// <summary>How a type is written and read.</summary>
    public static JsonTypeInfo Metadata(Type type) =>
        ContractJson.Default.GetTypeInfo(type) ?? throw new InvalidOperationException($"{type} is not in ContractJson.");

    /// <summary>The properties of a record that appear in JSON.</summary>
    public static IEnumerable<JsonPropertyInfo> PropertiesOf(Type record) =>
        Metadata(record).Properties.Where(property => property.Get is not null && property.Set is not null);

    /// <summary>True when a property is written even when it is null, since its null means something.</summary>
    public static bool NullIsWritten(JsonPropertyInfo property) =>
        property.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), false) is [JsonIgnoreAttribute { Condition: JsonIgnoreCondition.Never }];

    /// <summary>The type itself, or that of the items of a list, or that within a nullable.</summary>
    public static Type Inner(Type type) =>
        Nullable.GetUnderlyingType(type) ?? (IsList(type) ? type.GetGenericArguments()[0] : type);

    /// <summary>True for the one kind of list that contracts use.</summary>
    public static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);

    /// <summary>True for a record of the contracts.</summary>
    public static bool IsRecord(Type type) => type is { IsClass: true } && type.Assembly == typeof(ArticleReceived).Assembly;

    private static List<Type> FindRecords()
    {
        var named = typeof(ContractJson).GetCustomAttributesData()
            .Where(attribute => attribute.AttributeType == typeof(JsonSerializableAttribute))
            .Select(attribute => Inner((Type)attribute.ConstructorArguments[0].Value!));
        var found = new List<Type>();
        var open = new Queue<Type>(named);
        while (open.TryDequeue(out var type))
        {
            if (!IsRecord(type) || found.Contains(type)) continue;
            found.Add(type);
            foreach (var property in PropertiesOf(type)) open.Enqueue(Inner(property.PropertyType));
        }
        return found;
    }
}
