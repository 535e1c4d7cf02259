using Platform.Bus;
using Platform.EventStore;

namespace Platform.Tests.Unit.Bus;

public sealed class ShortExceptionsTests
{
    [Fact]
    public void A_long_message_is_cut_to_what_fits_into_headers()
    {
        var thrown = new InvalidOperationException(new string('x', 200_000));

        ShortExceptions.IsTooLong(thrown).ShouldBeTrue();
        new ConsumeFailedException(thrown).Message.Length.ShouldBeLessThan(4200);
    }

    [Fact]
    public void A_long_message_inside_a_short_one_is_seen() =>
        ShortExceptions.IsTooLong(new InvalidOperationException("short", new FormatException(new string('x', 200_000)))).ShouldBeTrue();

    [Fact]
    public void A_short_one_is_left_as_it_is() => ShortExceptions.IsTooLong(new InvalidOperationException("short")).ShouldBeFalse();

    [Fact]
    public void An_outage_stays_recognisable_however_long_it_is()
    {
        var outage = new StoreUnavailableException(new TimeoutException(new string('x', 200_000)));

        ShortExceptions.IsTooLong(outage).ShouldBeFalse();
        EndpointSetup.IsOutage(outage).ShouldBeTrue();
    }
}
