using System.Text.Json;

namespace Platform.Projection.Api;

/// <summary>Writes JSON that is stored as it is sent, without reading it into objects first.</summary>
internal sealed class RawJson(Action<Utf8JsonWriter> write) : IResult
{
    /// <summary>An incident as it is stored, or the chosen properties of it.</summary>
    public static void WriteIncident(Utf8JsonWriter writer, byte[] json, FieldSelection? fields)
    {
        if (fields is null)
        {
            writer.WriteRawValue(json, skipInputValidation: true);
            return;
        }
        var reader = new Utf8JsonReader(json);
        reader.Read();
        fields.Write(ref reader, writer);
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        await using var writer = new Utf8JsonWriter(httpContext.Response.BodyWriter);
        write(writer);
        await writer.FlushAsync(httpContext.RequestAborted);
    }
}
