using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Platform.Telemetry;

namespace Platform.Tests.Unit.Telemetry;

public sealed class HealthEndpointsTests
{
    /// <summary>Else quick probes would make the median of all requests, and a service that waits for its database would answer one request in twenty with 5xx.</summary>
    [Fact]
    public async Task Probes_are_not_among_the_measured_requests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddHealthChecks().AddCheck("any", () => HealthCheckResult.Healthy(), [HealthEndpoints.Serving]);
        await using var app = builder.Build();

        app.MapHealth();

        var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).ToList();
        endpoints.Count.ShouldBe(3);
        endpoints.ShouldAllBe(endpoint => endpoint.Metadata.GetMetadata<IDisableHttpMetricsMetadata>() != null);
    }
}
