using Platform.Ingest.Reextraction;

namespace Platform.Tests.Unit.Ingest;

public class TurnsTests
{
    [Theory]
    [InlineData(-24)]
    [InlineData(24)]
    public void A_wall_clock_that_is_set_neither_stalls_nor_hurries_articles_that_are_read_again(int hours)
    {
        var clock = new Clock();
        var turns = new Turns(clock);
        var id = Guid.NewGuid();
        turns.IsDue(id).ShouldBeTrue();
        turns.Had(id, clock.GetTimestamp(), TimeSpan.FromSeconds(2));
        clock.Wall += TimeSpan.FromHours(hours);
        clock.Passed += TimeSpan.FromSeconds(1);
        turns.IsDue(id).ShouldBeFalse();
        turns.Next.ShouldBe(TimeSpan.FromSeconds(1));
        clock.Passed += TimeSpan.FromSeconds(1);
        turns.IsDue(id).ShouldBeTrue();
        turns.Next.ShouldBe(TimeSpan.Zero);
        turns.Keep([]);
        turns.Next.ShouldBeNull();
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Wall { get; set; } = Rules.Now;

        public TimeSpan Passed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Wall + Passed;

        public override long GetTimestamp() => Passed.Ticks;
    }
}
