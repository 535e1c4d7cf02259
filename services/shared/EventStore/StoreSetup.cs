using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Platform.EventStore;

/// <summary>The event store of a service.</summary>
public static class StoreSetup
{
    /// <summary>Pool, schema, and the adapter that writes.</summary>
    /// <param name="services">The service's container.</param>
    /// <param name="configuration">Has <c>ConnectionStrings:Postgres</c>.</param>
    /// <param name="service">The service's name.</param>
    /// <param name="schema">Its schema.</param>
    /// <typeparam name="TStore">The adapter; Adapter.props names the one that is built.</typeparam>
    public static IServiceCollection AddEventStore<TStore>(this IServiceCollection services, IConfiguration configuration, string service, StoreSchema schema)
        where TStore : GroupedEventStore
    {
        var connectionString = configuration.GetConnectionString("Postgres")
            ?? throw new InvalidOperationException("Set ConnectionStrings__Postgres to the database, Host=…;Port=…;Database=…;Username=…;Password=….");
        services.AddSingleton(schema);
        services.AddSingleton(s => Database.Open(connectionString, service, s.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton<SchemaMigration>();
        services.AddHostedService(s => s.GetRequiredService<SchemaMigration>());
        services.AddSingleton<IEventStore, TStore>();
        // One for all questions: it remembers what it said last.
        services.AddSingleton<DatabaseHealth>();
        services.AddSingleton(new LogReader(schema));
        return services;
    }

    /// <summary>A follower, hosted, and known to <see cref="FollowerHealth"/>.</summary>
    public static IServiceCollection AddFollower<T>(this IServiceCollection services)
        where T : LogFollower
    {
        services.AddSingleton<T>();
        services.AddSingleton<LogFollower>(s => s.GetRequiredService<T>());
        services.AddHostedService(s => s.GetRequiredService<T>());
        return services;
    }
}
