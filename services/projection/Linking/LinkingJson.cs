using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization;
using Platform.Contracts;

namespace Platform.Projection.Linking;

/// <summary>JSON of what linking stores.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    // Not the defaults: a required property that is left out, the precision of a date to the day, cannot be read again.
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(SnakeCaseEnum<EventType>), typeof(SnakeCaseEnum<DatePrecision>), typeof(SnakeCaseEnum<PlacePrecision>), typeof(SnakeCaseEnum<WeaponType>)])]
[JsonSerializable(typeof(ReportFeatures))]
public sealed partial class LinkingJson : JsonSerializerContext;

/// <summary>Hashes as base64 of little-endian 32-bit integers: half the size of decimal numbers.</summary>
internal sealed class PackedHashes : JsonConverter<IReadOnlyList<int>>
{
    /// <inheritdoc/>
    public override IReadOnlyList<int> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var bytes = reader.GetBytesFromBase64();
        var hashes = new int[bytes.Length / sizeof(int)];
        for (var i = 0; i < hashes.Length; i++) hashes[i] = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(i * sizeof(int)));
        return hashes;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<int> value, JsonSerializerOptions options)
    {
        var bytes = new byte[value.Count * sizeof(int)];
        for (var i = 0; i < value.Count; i++) BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(i * sizeof(int)), value[i]);
        writer.WriteBase64StringValue(bytes);
    }
}
