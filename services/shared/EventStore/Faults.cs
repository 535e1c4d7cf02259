using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Platform.EventStore;

/// <summary>Tells faults that pass from faults that stay.</summary>
public static class Faults
{
    /// <summary>True when the database is away, starting, stopping, full or overloaded: the same work can succeed later.</summary>
    public static bool IsOutage(Exception e) => e switch
    {
        StoreUnavailableException => true,
        BadHttpRequestException => false, // an IOException too, but the caller's doing: a body that broke off or is wrongly framed
        // 57P: operator intervention; 53: insufficient resources, disk full among them; 08: connection; 25006: a standby answered;
        // 40: serialisation and deadlock; 55P03: lock not available; 57014: statement timeout; 25P03: the process stood still in a transaction.
        // 28: login refused, 3D000: no such database, 42501: rights not granted (yet). An operator's doing, who is at it: no message is at fault.
        PostgresException p => p.IsTransient || p.SqlState is "25006" or "57014" or "25P03" or "3D000" or "42501" || p.SqlState[..2] is "57" or "53" or "08" or "40" or "58" or "28",
        NpgsqlException => true,
        TimeoutException or SocketException or IOException => true,
        AggregateException a => a.InnerExceptions.Any(IsOutage),
        _ => e.InnerException is { } inner && IsOutage(inner),
    };

    /// <summary>
    /// What everybody may be told of a fault. Messages of database and driver name addresses and roles, which are nobody else's business: they
    /// belong into the log.
    /// </summary>
    public static string Told(Exception e) => e switch
    {
        UnknownEventException => e.Message,
        PostgresException p => $"The database refuses what this service asks for (SQLSTATE {p.SqlState}). The log of this service says more.",
        StoreUnavailableException { InnerException: { } inner } => Told(inner),
        _ when IsOutage(e) => "The database cannot be reached, or does not answer in time. See that it runs; the log of this service says more.",
        _ => $"It failed with {e.GetType().Name} and is tried again. The log of this service says more.",
    };
}
