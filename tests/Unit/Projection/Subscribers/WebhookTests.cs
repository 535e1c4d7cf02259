using System.Net;
using Platform.Projection;
using Platform.Projection.Subscribers.Webhooks;

namespace Platform.Tests.Unit.Projection.Subscribers;

public sealed class WebhookTests
{
    [Fact]
    public void A_signature_is_that_of_the_reference_libraries() =>
        Signature.Sign(["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"], "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, """{"test": 2432232314}"""u8)
            .ShouldBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

    [Fact]
    public void Secrets_have_32_random_bytes()
    {
        var secret = Signature.NewSecret();

        secret.ShouldStartWith("whsec_");
        Convert.FromBase64String(secret["whsec_".Length..]).Length.ShouldBe(32);
        Signature.NewSecret().ShouldNotBe(secret);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("ff02::1", false)]
    public void Only_public_addresses_are_reached_and_they_only_with_TLS(string address, bool isPublic)
    {
        var policy = new AddressPolicy([], "Webhooks:AllowedNetworks");

        policy.Allows(IPAddress.Parse(address), tls: true).ShouldBe(isPublic);
        policy.Allows(IPAddress.Parse(address), tls: false).ShouldBeFalse();
    }

    [Fact]
    public void A_network_that_is_allowed_is_reached_with_and_without_TLS()
    {
        var policy = new AddressPolicy(["10.1.0.0/16", "fd00::/8"], "Webhooks:AllowedNetworks");

        foreach (var address in new[] { "10.1.2.3", "::ffff:10.1.2.3", "fd12::1" })
            policy.Allows(IPAddress.Parse(address), tls: false).ShouldBeTrue(address);
        policy.Allows(IPAddress.Parse("10.2.0.1"), tls: true).ShouldBeFalse();
    }

    [Fact]
    public void Attempts_are_spread_over_days_each_wait_longer_than_the_one_before()
    {
        var waits = new WebhookOptions().Retries;

        waits.ShouldBe(waits.Order().Distinct());
        waits[0].ShouldBeLessThanOrEqualTo(60, "a moment's trouble is soon over");
        TimeSpan.FromSeconds(waits.Sum()).ShouldBeGreaterThan(TimeSpan.FromDays(3));
        new WebhookOptions { RetrySeconds = [1, 2] }.Retries.ShouldBe([1, 2]);
    }
}
