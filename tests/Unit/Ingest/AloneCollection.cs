namespace Platform.Tests.Unit.Ingest;

/// <summary>Tests that measure the memory of the process, or need its cores, run when no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class AloneCollection
{
    public const string Name = "alone";
}
