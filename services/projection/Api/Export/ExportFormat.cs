using System.Buffers;
using System.Text;
using System.Text.Json;
using Platform.Contracts;

namespace Platform.Projection.Api;

/// <summary>A way to write incidents one after the other.</summary>
/// <param name="name">Ending of the path, without the dot.</param>
/// <param name="contentType">Media type.</param>
internal abstract class ExportFormat(string name, string contentType)
{
    /// <summary>Ending of the path, without the dot.</summary>
    public string Name => name;

    /// <summary>Media type.</summary>
    public string ContentType => contentType;

    /// <summary>Writes what stands before the first incident.</summary>
    public virtual void Begin(IBufferWriter<byte> output)
    {
    }

    /// <summary>Writes one.</summary>
    public abstract void Write(IBufferWriter<byte> output, byte[] incident, FieldSelection? fields, bool first);

    /// <summary>Writes what stands after the last.</summary>
    public virtual void End(IBufferWriter<byte> output)
    {
    }

    /// <summary>Writes text as UTF-8.</summary>
    protected static void Text(IBufferWriter<byte> output, string text) => Encoding.UTF8.GetBytes(text, output);

    /// <summary>Writes JSON.</summary>
    protected static void Json(IBufferWriter<byte> output, Action<Utf8JsonWriter> write)
    {
        using var writer = new Utf8JsonWriter(output);
        write(writer);
    }
}

/// <summary>A JSON object a line.</summary>
internal sealed class NdjsonFormat() : ExportFormat("ndjson", "application/x-ndjson")
{
    public override void Write(IBufferWriter<byte> output, byte[] incident, FieldSelection? fields, bool first)
    {
        Json(output, writer => RawJson.WriteIncident(writer, incident, fields));
        Text(output, "\n");
    }
}

/// <summary>RFC 7946: a feature an incident, also those without a known place, whose geometry is null.</summary>
internal sealed class GeoJsonFormat() : ExportFormat("geojson", "application/geo+json")
{
    public override void Begin(IBufferWriter<byte> output) => Text(output, """{"type":"FeatureCollection","features":[""");

    public override void Write(IBufferWriter<byte> output, byte[] incident, FieldSelection? fields, bool first)
    {
        var place = JsonSerializer.Deserialize(incident, ContractJson.Default.Incident)!;
        Text(output, first ? "\n" : ",\n");
        Json(output, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("type", "Feature");
            writer.WriteString("id", place.Id);
            writer.WritePropertyName("geometry");
            if (place.Place is { Lat: { } lat, Lon: { } lon })
            {
                writer.WriteStartObject();
                writer.WriteString("type", "Point");
                writer.WriteStartArray("coordinates");
                writer.WriteNumberValue(lon);
                writer.WriteNumberValue(lat);
                writer.WriteEndArray();
                writer.WriteEndObject();
            }
            else
            {
                writer.WriteNullValue();
            }
            writer.WritePropertyName("properties");
            RawJson.WriteIncident(writer, incident, fields);
            writer.WriteEndObject();
        });
    }

    public override void End(IBufferWriter<byte> output) => Text(output, "\n]}\n");
}
