using System.Text;
using Platform.Bus;
using RabbitMQ.Client;

namespace Platform.Tests.Unit.Bus;

public sealed class AmqpFrameTests
{
    private const int Room = 10_000;

    [Theory]
    [InlineData("a", 255)]
    [InlineData("\uFFFD", 85 * 3)]
    [InlineData("é", 254)]
    [InlineData("😀", 252)]
    public void A_short_string_is_cut_to_255_bytes_between_two_characters(string character, int bytes)
    {
        var text = AmqpFrame.Short(string.Concat(Enumerable.Repeat(character, 255)));

        Encoding.UTF8.GetByteCount(text).ShouldBe(bytes);
        text.Replace(character, "", StringComparison.Ordinal).ShouldBeEmpty();
        AmqpFrame.Short(text).ShouldBeSameAs(text);
    }

    [Fact]
    public void Whatever_grew_past_255_bytes_can_be_written_when_it_is_cut()
    {
        var grown = new string('\uFFFD', 255);
        var properties = new BasicProperties
        {
            ContentType = grown, ContentEncoding = grown, CorrelationId = grown, ReplyTo = grown, MessageId = grown, Type = grown, AppId = grown, ClusterId = grown,
            Headers = new Dictionary<string, object?> { [grown] = "x", ["list"] = new List<object?> { new Dictionary<string, object?> { [grown] = 1L } } },
        };
        AmqpFrame.Objection(properties, Room).ShouldNotBeNull();

        AmqpFrame.CutShorts(properties);

        AmqpFrame.Objection(properties, Room).ShouldBeNull();
    }

    [Fact]
    public void Of_headers_that_do_not_fit_the_largest_make_room_and_those_that_tell_of_the_message_stay()
    {
        foreach (var value in new object[] { new string('é', Room), new byte[Room], Enumerable.Repeat<object?>("x", Room).ToList(), new Dictionary<string, object?> { ["x"] = new string('x', Room) } })
        {
            var headers = new Dictionary<string, object?> { ["large"] = value, ["MT-MessageType"] = "type", ["small"] = 7L, [DeadLetterHeaders.Reason] = new string('r', 500) };
            var properties = new BasicProperties { MessageId = "m", Headers = headers };

            AmqpFrame.Fit(properties, Room);

            AmqpFrame.Objection(properties, Room).ShouldBeNull();
            (headers["MT-MessageType"], headers["small"], headers[DeadLetterHeaders.Reason]).ShouldBe(("type", 7L, new string('r', 500)));
            ((string)headers[DeadLetterHeaders.LeftOut]!).ShouldContain(value is string or byte[] ? "large: cut from " : "large: dropped, ");
        }
    }

    [Fact]
    public void Headers_that_fit_stay_as_they_are()
    {
        var properties = new BasicProperties { Headers = new Dictionary<string, object?> { ["x"] = new string('x', 5000) } };

        AmqpFrame.Fit(properties, AmqpFrame.Size(properties));

        properties.Headers.ShouldHaveSingleItem().Value.ShouldBe(new string('x', 5000));
    }
}
