using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Platform.Access;

namespace Platform.Tests.Unit.Access;

public sealed class AccessCheckTests
{
    private static readonly Endpoint s_open = Endpoint("/health", new AllowAnonymousAttribute());
    private static readonly Endpoint s_guarded = Endpoint("/articles", new ScopeMetadata(Scopes.Ingest));
    private static readonly AccessOptions s_keyless = new() { Keyless = true };
    private static readonly AccessOptions s_keys = new() { Keys = { ["ann"] = new KeyOptions() } };

    [Fact]
    public void An_endpoint_with_neither_a_scope_nor_a_word_that_it_is_open_ends_the_start() =>
        Should.Throw<InvalidOperationException>(() => Check(s_keys, [], [s_open, s_guarded, Endpoint("/forgotten")])).Message.ShouldContain("/forgotten");

    [Fact]
    public void A_service_whose_callers_are_not_configured_does_not_start() =>
        Should.Throw<InvalidOperationException>(() => Check(new AccessOptions(), ["http://127.0.0.1:7101"], [s_open, s_guarded])).Message.ShouldContain("deploy/key");

    [Theory]
    [InlineData("http://0.0.0.0:80")]
    [InlineData("http://[::]:80")]
    [InlineData("http://+:80")]
    [InlineData("http://*:80")]
    [InlineData("http://192.0.2.7:80")]
    [InlineData("http://example.org:80")]
    public void Without_keys_a_service_listens_on_nothing_but_loopback(string address) =>
        Should.Throw<InvalidOperationException>(() => Check(s_keyless, ["http://127.0.0.1:7101", address], [s_guarded])).Message.ShouldContain(address);

    [Theory]
    [InlineData("http://127.0.0.1:80")]
    [InlineData("http://127.1.2.3:80")]
    [InlineData("http://[::1]:80")]
    [InlineData("http://localhost:80")]
    public void Without_keys_loopback_is_let_be(string address) => Should.NotThrow(() => Check(s_keyless, [address], [s_open, s_guarded]));

    [Fact]
    public void In_a_container_published_on_loopback_alone_it_may_listen_on_all_addresses() =>
        Should.NotThrow(() => Check(new AccessOptions { Keyless = true, PublishedOnLoopback = true }, ["http://[::]:8080"], [s_guarded]));

    [Fact]
    public void With_keys_or_tokens_a_service_may_listen_anywhere_and_one_with_open_endpoints_alone_needs_neither()
    {
        Should.NotThrow(() => Check(s_keys, ["http://0.0.0.0:80"], [s_guarded]));
        Should.NotThrow(() => AccessCheck.Check([s_guarded], ["http://0.0.0.0:80"], new AccessOptions(), tokens: true));
        Should.NotThrow(() => Check(new AccessOptions(), ["http://0.0.0.0:80"], [s_open]));
    }

    private static void Check(AccessOptions options, string[] addresses, Endpoint[] endpoints) => AccessCheck.Check(endpoints, addresses, options, tokens: false);

    private static RouteEndpoint Endpoint(string path, params object[] metadata) =>
        new(_ => Task.CompletedTask, RoutePatternFactory.Parse(path), 0, new EndpointMetadataCollection(metadata), path);
}
