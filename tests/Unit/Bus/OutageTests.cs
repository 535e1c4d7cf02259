using Npgsql;
using Platform.Bus;

namespace Platform.Tests.Unit.Bus;

public class OutageTests
{
    [Theory]
    [InlineData("28P01")] // a password that was changed
    [InlineData("28000")]
    [InlineData("3D000")] // a database that is being put in the place of another
    [InlineData("42501")] // rights that were not granted yet
    [InlineData("25P03")] // a transaction that stood still
    [InlineData("57P01")]
    [InlineData("53100")]
    public void What_an_operator_did_to_the_database_makes_no_message_bad(string state) => EndpointSetup.IsOutage(Refusal(state)).ShouldBeTrue();

    [Fact]
    public void The_end_of_a_process_makes_no_message_bad()
    {
        EndpointSetup.IsOutage(new ObjectDisposedException("IServiceProvider")).ShouldBeTrue();
        EndpointSetup.IsOutage(new InvalidOperationException("no scope", new ObjectDisposedException("IServiceProvider"))).ShouldBeTrue();
        EndpointSetup.IsOutage(new InvalidOperationException("bad")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("22P05")]
    [InlineData("23514")]
    [InlineData("42703")]
    public void A_value_that_is_refused_is_no_outage(string state) => EndpointSetup.IsOutage(Refusal(state)).ShouldBeFalse();

    [Theory]
    [InlineData("amqp://u:p@broker/v", 5672)]
    [InlineData("amqps://u:p@broker/v", 5671)]
    [InlineData("amqps://u:p@broker:5673/v", 5673)]
    public void The_broker_is_asked_at_the_port_its_scheme_stands_for(string address, int port) => new BrokerProbe(new Uri(address)).Port.ShouldBe(port);

    private static PostgresException Refusal(string state) => new("refused", "ERROR", "ERROR", state);
}
