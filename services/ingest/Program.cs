using Microsoft.Extensions.Diagnostics.HealthChecks;
using Platform.Access;
using Platform.ApiDocument;
using Platform.Bus;
using Platform.EventStore;
using Platform.Ingest;
using Platform.Ingest.Endpoints;
using Platform.Telemetry;

if (MigrateCommand.Knows(args))
    return await MigrateCommand.RunAsync(Article.Schema, StoreAdapter.MigrateAsync);

var builder = WebApplication.CreateBuilder(args);
builder.AddTelemetry(Names.Services.Ingest);
builder.AddAccess();
builder.AddRequestLimits();
builder.AddDocumentSettings();
builder.Services.AddEventStore<StoreAdapter>(builder.Configuration, Names.Services.Ingest, Article.Schema);
builder.Services.AddPublishBus(builder.Configuration, Names.Services.Ingest);
builder.Services.AddTraceExport();
builder.Services.AddFollower<ArticleRelay>();
builder.Services.AddOutboxLag();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<ArticleIntake>();
builder.Services.AddSingleton<AcceptArticles>(s => s.GetRequiredService<ArticleIntake>().AcceptAsync);
builder.Services.AddArticleEndpoints();
builder.Services.AddExtractionEndpoints();
builder.Services.AddHealthChecks()
    .AddCheck<DatabaseHealth>("database", HealthStatus.Unhealthy, [HealthEndpoints.Ready])
    // The broker may be away: articles are accepted all the same and go out when it is back.
    .AddBusCheck(HealthStatus.Degraded)
    .AddCheck<FollowerHealth>("relay", HealthStatus.Degraded, [HealthEndpoints.Ready]);

var app = builder.Build();
app.UseHttpSpans();
app.UseAccess();
app.UseRequestLimits();
app.MapHealth();
app.MapApiDocument();
app.MapArticleEndpoints();
app.MapExtractionEndpoints();
app.Run();
return Environment.ExitCode; // the watchdog's, when it was that which ended the service
