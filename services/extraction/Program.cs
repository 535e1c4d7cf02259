using MassTransit;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Platform.Access;
using Platform.Bus;
using Platform.Extraction;
using Platform.Telemetry;

if (args is ["extract", .. var rest])
    return ExtractCommand.Run(rest);

var builder = WebApplication.CreateBuilder(args);
builder.AddTelemetry(Names.Services.Extraction);
builder.AddAccess();
builder.AddRequestLimits();
builder.Services.AddSingleton(Extractor.Named(builder.Configuration[Extractor.Setting]));
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddPublishBus(builder.Configuration, Names.Services.Extraction);
builder.Services.AddTraceExport();
builder.Services.AddConsumeBus(
    builder.Configuration, Names.Services.Extraction,
    consumers => consumers.AddConsumer<ArticleConsumer>(),
    (context, bus) => bus.Endpoint(
        Topology.Queues.ArticleReceived, Topology.Exchanges.ArticleReceived, "fanout", prefetch: Environment.ProcessorCount * 64,
        endpoint =>
        {
            // The engine takes a core per article; many more are waiting for confirms meanwhile, some milliseconds each.
            endpoint.ConcurrentMessageLimit = Environment.ProcessorCount * 32;
            endpoint.ConfigureConsumer<ArticleConsumer>(context);
        },
        suspects => suspects.ConfigureConsumer<ArticleConsumer>(context)));
builder.Services.AddHealthChecks().AddBusCheck(HealthStatus.Unhealthy);

var app = builder.Build();
app.UseHttpSpans();
app.UseAccess();
app.UseRequestLimits();
app.MapHealth();
if (app.Services.GetRequiredService<Extractor>() is { Version: FixedEngine.Version })
    app.Logger.LogWarning("Engine is 'fixed': articles are not read, their reports are made up. This is for benchmarks only.");
app.Run();
return Environment.ExitCode; // the watchdog's, when it was that which ended the service
