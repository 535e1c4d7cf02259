using System.Globalization;

namespace Platform.Tests.Fuzz;

/// <summary>
/// Which inputs a run makes. PLATFORM_FUZZ sets how many of each kind, requests and messages (3,000 when unset; the 100,000 of
/// the promise: <c>PLATFORM_FUZZ=60000</c>), PLATFORM_FUZZ_SEED which ones, PLATFORM_FUZZ_FROM the number of the first: a fault
/// names seed and number, and with <c>PLATFORM_FUZZ=1</c> that one input is made again.
/// </summary>
internal static class Inputs
{
    public static readonly int Count = Setting("PLATFORM_FUZZ", 3_000);
    public static readonly int Seed = Setting("PLATFORM_FUZZ_SEED", 1);
    public static readonly int First = Setting("PLATFORM_FUZZ_FROM", 0);

    /// <summary>The numbers of the inputs.</summary>
    public static IEnumerable<int> Numbers => Enumerable.Range(First, Count);

    /// <summary>The dice of one input: the same in every run and process.</summary>
    public static Random Dice(int number)
    {
        var mixed = ((ulong)(uint)Seed << 32 | (uint)number) * 0x9E3779B97F4A7C15ul;
        return new Random((int)((mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9ul >> 33));
    }

    /// <summary>True once in a while.</summary>
    public static bool Hits(this Random dice, double chance) => dice.NextDouble() < chance;

    /// <summary>One of some.</summary>
    public static T Of<T>(this Random dice, IReadOnlyList<T> choices) => choices[dice.Next(choices.Count)];

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
