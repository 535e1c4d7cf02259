using MassTransit;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Platform.Bus;
using Platform.Extraction;
using Platform.Extraction.Engine;
using Platform.Telemetry;

if (args is ["extract", .. var rest])
    return ExtractCommand.Run(rest);

var builder = WebApplication.CreateBuilder(args);
builder.AddTelemetry(Names.Services.Extraction);
builder.AddRequestLimits();
builder.Services.AddSingleton<ExtractionEngine>();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddPublishBus(builder.Configuration, Names.Services.Extraction);
builder.Services.AddConsumeBus(
    builder.Configuration, Names.Services.Extraction,
    consumers => consumers.AddConsumer<ArticleConsumer>(),
    (context, bus) => bus.Endpoint(
        Topology.Queues.ArticleReceived, Topology.Exchanges.ArticleReceived, "fanout", prefetch: Environment.ProcessorCount * 16,
        endpoint =>
        {
            // The engine takes a core per article; a few more are waiting for confirms meanwhile.
            endpoint.ConcurrentMessageLimit = Environment.ProcessorCount * 8;
            endpoint.ConfigureConsumer<ArticleConsumer>(context);
        },
        suspects => suspects.ConfigureConsumer<ArticleConsumer>(context)));
builder.Services.AddHealthChecks().AddBusCheck(HealthStatus.Unhealthy);

var app = builder.Build();
app.UseHttpSpans();
app.UseRequestLimits();
app.MapHealth();
app.Run();
return Environment.ExitCode; // the watchdog's, when it was that which ended the service
