using Platform.Tests.Harness;

namespace Platform.Tests.Fuzz;

/// <summary>All tests here share one broker and one database server, one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Collection : ICollectionFixture<Infrastructure>
{
    /// <summary>Its name.</summary>
    public const string Name = "real broker and database";
}
