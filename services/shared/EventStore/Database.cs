using Microsoft.Extensions.Logging;
using Npgsql;

namespace Platform.EventStore;

/// <summary>The pool of connections of one service.</summary>
public static class Database
{
    /// <summary>Opens a pool; no connection is made yet.</summary>
    /// <param name="connectionString">Npgsql connection string; several hosts, <c>Host=a:5432,b:5432</c>, for failover.</param>
    /// <param name="service">The service's name: application name at the server and name of the pool in telemetry.</param>
    /// <param name="logging">Where Npgsql logs.</param>
    public static NpgsqlDataSource Open(string connectionString, string service, ILoggerFactory logging)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = service,
            // A server that is away answers at once or never; a caller should know within seconds.
            Timeout = 5,
            CommandTimeout = 15,
            CancellationTimeout = 2000,
            KeepAlive = 10,
            AutoPrepareMinUsages = 2,
            MaxAutoPrepare = 64,
            // Whatever the server's default: an acknowledged commit is on disk.
            // A client that vanished must not keep the writer lock, or a leader's, until the server's TCP gives up after hours.
            // No compiling of plans: what is estimated to be dear here is short all the same, and compiling it takes some 20 to 80 ms each time.
            Options = string.Join(' ', new NpgsqlConnectionStringBuilder(connectionString).Options, "-c synchronous_commit=on -c jit=off",
                "-c idle_in_transaction_session_timeout=30s -c client_connection_check_interval=2s -c tcp_keepalives_idle=15 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3").Trim(),
        };
        // Of several hosts the one that takes writes; after a failover that is another.
        if (settings.Host?.Contains(',', StringComparison.Ordinal) == true)
            settings.TargetSessionAttributes ??= "read-write";
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString) { Name = service };
        builder.UseLoggerFactory(logging);
        builder.ConfigureTracing(tracing => tracing
            .ConfigureCommandSpanNameProvider(command => Verb(command.CommandText))
            .ConfigureBatchSpanNameProvider(_ => "store write")
            .ConfigureCommandFilter(_ => System.Diagnostics.Activity.Current is not null)
            .ConfigureBatchFilter(_ => System.Diagnostics.Activity.Current is not null));
        return builder.Build();
    }

    /// <summary>"select", "insert": a span's name has few values; the statement is an attribute.</summary>
    private static string Verb(string sql) => sql.AsSpan().Trim() is var text && text.IndexOfAny(' ', '\n') is > 0 and var end ? text[..end].ToString() : "sql";
}
