namespace Platform.Tests.Harness;

/// <summary>Where things lie in the checkout the tests were built from.</summary>
public static class Repository
{
    /// <summary>The folder of Platform.sln.</summary>
    public static readonly string Root = FindRoot();

    /// <summary>Debug or Release, as these tests were built.</summary>
    public static readonly string Configuration =
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";

    /// <summary>The built service.</summary>
    public static string Service(string name) =>
        Path.Combine(Root, "services", name, "bin", Configuration, "net10.0", char.ToUpperInvariant(name[0]) + name[1..] + ".dll");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Platform.sln")))
                return folder.FullName;
        throw new InvalidOperationException("The tests must lie inside the checkout: no Platform.sln above " + AppContext.BaseDirectory);
    }
}
