using System.Text.Json;
using System.Text.Json.Serialization;

namespace Platform.Projection.Api.Commands;

/// <summary>JSON of the commands. What is not known is refused: a typing error in an optional property must not pass for its absence.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.Strict,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ConfirmCommand))]
[JsonSerializable(typeof(RejectCommand))]
[JsonSerializable(typeof(ReopenCommand))]
[JsonSerializable(typeof(CorrectCommand))]
[JsonSerializable(typeof(MergeCommand))]
[JsonSerializable(typeof(SplitCommand))]
[JsonSerializable(typeof(UnlinkCommand))]
[JsonSerializable(typeof(KeepApartCommand))]
[JsonSerializable(typeof(CommandList))]
[JsonSerializable(typeof(System.Text.Json.Nodes.JsonObject))]
[JsonSerializable(typeof(KeptAnswer))]
internal sealed partial class CommandJson : JsonSerializerContext;

/// <summary>What is kept of a command that was done, so that a repetition gets its answer.</summary>
/// <param name="Hash">SHA-256 of the request, in hexadecimal digits.</param>
/// <param name="IncidentId">The incident.</param>
/// <param name="Version">Its version in the answer.</param>
internal sealed record KeptAnswer(string Hash, Guid IncidentId, long Version);
