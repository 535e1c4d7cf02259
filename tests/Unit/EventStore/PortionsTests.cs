using Platform.EventStore;

namespace Platform.Tests.Unit.EventStore;

public class PortionsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("1 1 1", "1+1+1")]
    [InlineData("4 4 1", "4+4 1")]
    [InlineData("3 4 3 9 1", "3+4 3 9 1")]
    [InlineData("9 0 8 0", "9 0+8+0")]
    public void What_is_made_at_once_stays_within_the_bound_in_order_and_nothing_is_left_out(string megabytes, string expected) =>
        string.Join(' ', Portions.Of(megabytes.Split(' ', StringSplitOptions.RemoveEmptyEntries), m => long.Parse(m) * 1_000_000).Select(p => string.Join("+", p.ToArray()))).ShouldBe(expected);
}
