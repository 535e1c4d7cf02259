using System.Text.Json;

namespace Platform.Tests.Contracts;

/// <summary>Files of the repository the tests read where they lie, so that nothing is tested but what is published.</summary>
internal static class Repository
{
    /// <summary>The nearest folder above the test binaries that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Folder of records, schemas, examples and documents.</summary>
    public static string Contracts { get; } = Path.Combine(Root, "contracts");

    /// <summary>Folder of the JSON Schemas.</summary>
    public static string Schemas { get; } = Path.Combine(Contracts, "schemas");

    /// <summary>Folder of the golden bodies.</summary>
    public static string Examples { get; } = Path.Combine(Contracts, "examples");

    /// <summary>Folder of the OpenAPI documents.</summary>
    public static string OpenApi { get; } = Path.Combine(Contracts, "openapi");

    /// <summary>A file read as JSON; comments and trailing commas are refused.</summary>
    public static JsonElement ReadJson(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.Clone();
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Platform.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"No Platform.sln in or above {AppContext.BaseDirectory}.");
    }
}
