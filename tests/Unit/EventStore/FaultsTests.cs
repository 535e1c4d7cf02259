using System.Net.Sockets;
using Npgsql;
using Platform.EventStore;

namespace Platform.Tests.Unit.EventStore;

public class FaultsTests
{
    public static TheoryData<Exception, string> Told => new()
    {
        { new PostgresException("password authentication failed for user \"platform_ingest\"", "FATAL", "FATAL", "28P01"), "SQLSTATE 28P01" },
        { new StoreUnavailableException(new PostgresException("role \"platform_ingest\" is gone", "FATAL", "FATAL", "28000")), "SQLSTATE 28000" },
        { new NpgsqlException("Failed to connect to 10.1.2.3:5432 as platform_ingest", new SocketException()), "cannot be reached" },
        { new TimeoutException("10.1.2.3:5432"), "does not answer in time" },
        { new InvalidOperationException("10.1.2.3:5432"), "InvalidOperationException" },
    };

    [Theory]
    [MemberData(nameof(Told))]
    public void Strangers_are_told_what_is_wrong_and_neither_addresses_nor_roles(Exception fault, string expected)
    {
        var told = Faults.Told(fault);
        told.ShouldContain(expected);
        told.ShouldNotContain("platform_ingest");
        told.ShouldNotContain("10.1.2.3");
        told.ShouldContain("log");
    }
}
