using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Aggregation;
using Npgsql;
using Polly;
using Weasel.Core;

namespace Platform.EventStore.Marten;

/// <summary>Marten, set up so that it reads and writes a service's schema as the other adapter does.</summary>
public static class MartenStore
{
    private static readonly MethodInfo AddOf = typeof(MartenStore).GetMethod(nameof(Add), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>Opens it; nothing is read or written yet. Dispose it; the pool stays the caller's.</summary>
    /// <param name="database">The pool.</param>
    /// <param name="schema">The schema. Its own script makes the tables; Marten adds its functions at the first use.</param>
    public static DocumentStore Open(NpgsqlDataSource database, StoreSchema schema) => DocumentStore.For(options =>
    {
        options.Connection(database);
        options.DatabaseSchemaName = options.Events.DatabaseSchemaName = schema.Name;
        options.AutoCreateSchemaObjects = AutoCreate.CreateOrUpdate;
        // The transaction is the caller's: after an error another try in it, to read or to write, can only fail anew, and hide the reason.
        options.ConfigurePolly(_ => { });
        options.ConfigureWritePolly(writes => writes.AddStrategy(_ => new OwnSavesOnly(), new OwnSavesOptions()));
        options.Listeners.Add(new NoTombstones());
        options.Events.StreamIdentity = StreamIdentity.AsGuid;
        // Sequence numbers, versions and time are then the writer's, as everywhere.
        options.Events.AppendMode = EventAppendMode.Rich;
        options.Events.MetadataConfig.CorrelationIdEnabled = true;
        options.Events.MetadataConfig.CausationIdEnabled = true;
        options.Events.MetadataConfig.HeadersEnabled = true;
        options.UseSystemTextJsonForSerialization(EnumStorage.AsString, Casing.CamelCase, json =>
        {
            foreach (var type in schema.Aggregates.SelectMany(a => a.Events.Json.Append(a.Json)))
                json.Converters.Insert(0, (JsonConverter)Activator.CreateInstance(typeof(AsDeclared<>).MakeGenericType(type.Type), type)!);
        });
        foreach (var aggregate in schema.Aggregates)
        {
            options.Events.AddEventTypes(aggregate.Events.Json.Select(e => e.Type));
            AddOf.MakeGenericMethod(aggregate.Json.Type).Invoke(null, [aggregate, options]);
        }
    });

    private static void Add<T>(AggregateType<T> aggregate, StoreOptions options)
        where T : class
    {
        options.Schema.For<T>().DocumentAlias(aggregate.Name);
        options.Projections.Add(new Fold<T>(aggregate), ProjectionLifecycle.Inline);
    }

    /// <summary>Snapshots by the aggregate's own <c>Apply</c>.</summary>
    private sealed class Fold<T> : SingleStreamProjection<T, Guid>
        where T : class
    {
        private readonly AggregateType<T> aggregate;

        public Fold(AggregateType<T> aggregate)
        {
            this.aggregate = aggregate;
            foreach (var type in aggregate.Events.Json)
                IncludeType(type.Type);
        }

        /// <summary>Marten would refuse a fold beside aggregates that have methods called <c>Apply</c>: here the one calls the other.</summary>
        public override void AssembleAndAssertValidity()
        {
        }

        public override T? Evolve(T? snapshot, Guid id, IEvent e) => aggregate.Apply(snapshot, e.Data);
    }

    /// <summary>Saves what a session holds; only what is saved so reaches the database.</summary>
    public static async Task SaveAsync(IDocumentSession session, CancellationToken cancellationToken)
    {
        Saving.Value = new Save();
        try
        {
            await session.SaveChangesAsync(cancellationToken);
        }
        finally
        {
            Saving.Value = null;
        }
    }

    /// <summary>
    /// After a save that failed Marten writes events called tombstone, outside of the transaction, for the numbers it had drawn: its daemon
    /// need not wait for those. In our log they would be events that no reader knows. It makes them of the streams it has on record; a save
    /// that fails before those are cleared, while the snapshots are loaded, is refused the write.
    /// </summary>
    private sealed class NoTombstones : DocumentSessionListenerBase
    {
        public override Task BeforeSaveChangesAsync(IDocumentSession session, CancellationToken token)
        {
            session.PendingChanges.Streams().Clear();
            if (Saving.Value is { } save)
                save.IsPrepared = true;
            return Task.CompletedTask;
        }
    }

    private static readonly AsyncLocal<Save?> Saving = new();

    private sealed class Save
    {
        public bool IsPrepared { get; set; }
    }

    /// <summary>Lets Marten write what a prepared save of ours holds, once and nothing else.</summary>
    private sealed class OwnSavesOnly : ResilienceStrategy
    {
        protected override ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
            Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state) =>
            Saving.Value is { IsPrepared: true }
                ? callback(context, state)
                : ValueTask.FromResult(Outcome.FromException<TResult>(new InvalidOperationException("Only the store writes events, in its own transaction.")));
    }

    private sealed class OwnSavesOptions : ResilienceStrategyOptions
    {
    }

    /// <summary>JSON with the options its context was declared with, whatever Marten's are.</summary>
    private sealed class AsDeclared<T>(JsonTypeInfo<T> declared) : JsonConverter<T>
    {
        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonSerializer.Deserialize(ref reader, declared);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, declared);
    }
}
