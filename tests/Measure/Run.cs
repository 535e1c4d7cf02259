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

    /// <summary>Writes an error list and prints it; of half b and of quarter b2, which are for checking, only when measured alone.</summary>
    public void List(string set, string half, IEnumerable<string> errors)
    {
        if (!ListErrors || (half is "b" or "b2" && Halves.Count > 1)) return;
        var lines = errors.ToList();
        File.WriteAllLines(Path.Combine(Out, $"errors-{set}{(Halves.Count > 1 ? "-" + half : "")}.txt"), lines);
        Console.WriteLine($"== {set}: {lines.Count}");
        foreach (var line in lines) Console.WriteLine(line);
    }
}

/// <summary>The halves of a set, and the quarters of the second half.</summary>
internal static class Halves
{
    /// <summary>The values of the option.</summary>
    public static readonly string[] Options = ["all", "a", "b", "b1", "b2", "both", "three"];

    /// <summary>The parts an option value stands for.</summary>
    public static IReadOnlyList<string> Of(string option) => option switch
    {
        "both" => ["a", "b"],
        "three" => ["a", "b1", "b2"],
        _ => [option],
    };

    /// <summary>Whether an id belongs to a part: a has the even, b the odd first bytes of the id's MD5; of b, b1 the even and b2 the odd second bytes.</summary>
    public static bool Has(string part, string id)
    {
        if (part == "all") return true;
#pragma warning disable CA5351 // no secret: an even split that every run and every tool makes alike
        var hash = MD5.HashData(Encoding.UTF8.GetBytes(id));
#pragma warning restore CA5351
        if ((hash[0] % 2 == 0) != (part == "a")) return false;
        return part.Length == 1 || (hash[1] % 2 == 0) == (part == "b1");
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
