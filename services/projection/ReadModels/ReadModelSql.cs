namespace Platform.Projection.ReadModels;

/// <summary>The table scripts that lie beside the code that fills them.</summary>
internal static class ReadModelSql
{
    public static string Read(string name)
    {
        using var stream = typeof(ReadModelSql).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing from the build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
