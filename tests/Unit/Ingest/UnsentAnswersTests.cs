using Platform.Ingest;

namespace Platform.Tests.Unit.Ingest;

public class UnsentAnswersTests
{
    [Fact]
    public void Past_what_all_may_hold_a_batch_waits_for_its_own_client_and_for_no_other()
    {
        var all = new UnsentAnswers(100);
        using var one = all.Open();
        using var other = all.Open();
        one.Add(60);
        one.RoomAsync().IsCompleted.ShouldBeTrue("there is room");
        other.Add(50);
        var (oneMay, otherMay) = (one.RoomAsync(), other.RoomAsync());
        (oneMay.IsCompleted, otherMay.IsCompleted).ShouldBe((false, false), "both hold answers, together too many");
        using var third = all.Open();
        third.RoomAsync().IsCompleted.ShouldBeTrue("nothing of it waits");

        one.Sent(59);
        oneMay.IsCompleted.ShouldBeFalse("a byte is left");
        one.Sent(1);
        (oneMay.IsCompleted, otherMay.IsCompleted).ShouldBe((true, false));
        other.RoomAsync().IsCompleted.ShouldBeTrue("there is room again");
    }

    [Fact]
    public void What_a_client_that_is_gone_left_unread_counts_no_longer_and_nobody_waits_for_it()
    {
        var all = new UnsentAnswers(100);
        using var stays = all.Open();
        stays.Add(10);
        var gone = all.Open();
        gone.Add(200);
        var waiting = gone.RoomAsync();
        stays.RoomAsync().IsCompleted.ShouldBeFalse();
        gone.Dispose();
        waiting.IsCompleted.ShouldBeTrue();
        gone.Add(500);
        gone.Sent(500);
        gone.RoomAsync().IsCompleted.ShouldBeTrue();
        stays.RoomAsync().IsCompleted.ShouldBeTrue("only its ten bytes are left");
    }
}
