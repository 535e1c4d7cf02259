using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Platform.Projection.Subscribers;

namespace Platform.Tests.Unit.Projection.Subscribers;

public class ConnectionCutterTests
{
    private readonly Lifetime lifetime = new();

    [Fact]
    public void A_slow_subscriber_is_cut_off()
    {
        new ConnectionCutter(Request()).Execute();

        lifetime.Aborts.ShouldBe(1);
    }

    [Fact]
    public void Once_its_request_has_ended_nothing_is_cut_off()
    {
        var cutter = new ConnectionCutter(Request());
        cutter.Dispose();
        cutter.Execute();

        lifetime.Aborts.ShouldBe(0);
    }

    private DefaultHttpContext Request()
    {
        var http = new DefaultHttpContext();
        http.Features.Set<IHttpRequestLifetimeFeature>(lifetime);
        return http;
    }

    private sealed class Lifetime : IHttpRequestLifetimeFeature
    {
        public int Aborts { get; private set; }

        public CancellationToken RequestAborted { get; set; }

        public void Abort() => Aborts++;
    }
}
