using System.Globalization;
using Platform.Tests.Harness;
using Platform.Tests.Scale;

// dotnet run -c Release --project tests/Scale [-- [--keep DIR] [--seed N] [--skip rebuild|link|read|console]… [INCIDENTS]…]
const string Usage = """
    [--keep DIR] [--seed N] [--skip rebuild|link|read|console]… [INCIDENTS]…
      INCIDENTS    sizes of the made-up logs; 10000 100000 1000000 when none is given (a million takes 27 GB of disk and most of an hour)
      --keep DIR   leaves the databases there, and goes on with those that are there: a log is made once, a rebuild is measured each time
      --seed N     what the linked reports tell, as an earlier run printed it; a new one each time when it is not given, as a kept database knows the old
      --skip WHAT  leaves out a part of the table
    """;
if (args is ["--help" or "-h"])
{
    Console.WriteLine(Usage);
    return 0;
}
var (sizes, skipped, keep, seed) = (new List<int>(), new HashSet<string>(), (string?)null, Random.Shared.Next(1_000_000));
for (var i = 0; i < args.Length; i++)
    if (args[i] == "--keep" && i + 1 < args.Length)
        keep = Path.GetFullPath(args[++i]);
    else if (args[i] == "--seed" && i + 1 < args.Length && int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var given))
        (seed, i) = (given, i + 1);
    else if (args[i] == "--skip" && i + 1 < args.Length && args[i + 1] is "rebuild" or "link" or "read" or "console")
        skipped.Add(args[++i]);
    else if (int.TryParse(args[i], NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0)
        sizes.Add(size);
    else
    {
        await Console.Error.WriteLineAsync($"'{args[i]}' is not understood.\n{Usage}");
        return 2;
    }
var table = new CostTable();
await Console.Error.WriteLineAsync($"--seed {seed}");
await using var infrastructure = keep is null ? new Infrastructure() : Infrastructure.In(keep);
await infrastructure.InitializeAsync();
foreach (var size in sizes.Count > 0 ? [.. sizes] : (int[])[10_000, 100_000, 1_000_000])
    await Measuring.RunAsync(infrastructure, size, skipped, seed, table);
table.Write(Console.Out);
return 0;
