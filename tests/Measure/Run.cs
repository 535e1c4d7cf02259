using System.Security.Cryptography;
using System.Text;

namespace Platform.Tests.Measure;

/// <summary>What one run measures.</summary>
/// <param name="Shared">Folder of the shared data; may be missing.</param>
/// <param name="Out">Folder for outputs; exists.</param>
/// <param name="Halves">The parts to print, a column each.</param>
/// <param name="ListErrors">Whether to list errors.</param>
internal sealed record Run(string Shared, string Out, IReadOnlyList<string> Halves, bool ListErrors)
{
    /// <summary>Folder of the evaluation sets and their scorers.</summary>
    public string Eval => Path.Combine(Shared, "eval");

    /// <summary>Writes an error list and prints it; of the unseen half only when it is measured alone.</summary>
    public void List(string set, string half, IEnumerable<string> errors)
    {
        if (!ListErrors || (half == "b" && Halves.Count > 1)) return;
        var lines = errors.ToList();
        File.WriteAllLines(Path.Combine(Out, $"errors-{set}.txt"), lines);
        Console.WriteLine($"== {set}: {lines.Count}");
        foreach (var line in lines) Console.WriteLine(line);
    }
}

/// <summary>The halves of a set.</summary>
internal static class Halves
{
    /// <summary>The parts an option value stands for.</summary>
    public static IReadOnlyList<string> Of(string option) => option == "both" ? ["a", "b"] : [option];

    /// <summary>Whether an id belongs to a part: a has the even, b the odd first bytes of the id's MD5.</summary>
    public static bool Has(string half, string id)
    {
#pragma warning disable CA5351 // no secret: an even split that every run and every tool makes alike
        return half == "all" || (MD5.HashData(Encoding.UTF8.GetBytes(id))[0] % 2 == 0) == (half == "a");
#pragma warning restore CA5351
    }
}

/// <summary>Where things lie.</summary>
internal static class Folders
{
    /// <summary>The folder of the solution.</summary>
    public static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Platform.sln"))) folder = Path.GetDirectoryName(folder);
        return folder ?? Environment.CurrentDirectory;
    }
}
