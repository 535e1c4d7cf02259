using MassTransit;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Platform.Access;
using Platform.ApiDocument;
using Platform.Bus;
using Platform.Contracts;
using Platform.EventStore;
using Platform.Projection;
using Platform.Projection.Api;
using Platform.Projection.DeadLetters;
using Platform.Projection.Incidents;
using Platform.Projection.ReadModels;
using Platform.Projection.Repeating;
using Platform.Projection.Subscribers;
using Platform.Projection.Traces;
using Platform.Projection.WebConsole;
using Platform.Telemetry;

if (ReadModelCommands.Knows(args))
    return await ReadModelCommands.RunAsync(args);
if (MigrateCommand.Knows(args))
    return await MigrateCommand.RunAsync(Schema.Incidents, StoreAdapter.MigrateAsync);

var builder = WebApplication.CreateBuilder(args);
builder.AddTelemetry(Names.Services.Projection);
builder.AddAccess();
builder.AddRequestLimits();
builder.AddDocumentSettings();
builder.Services.AddEventStore<StoreAdapter>(builder.Configuration, Names.Services.Projection, Schema.Incidents);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddDeadLetters();
builder.Services.AddLateArticles(builder.Configuration);
builder.Services.AddSingleton<IncidentProjector>();
builder.Services.AddSingleton<DetectionGroup>();
builder.Services.AddSingleton<DetectionIntake>();
builder.Services.AddPublishBus(builder.Configuration, Names.Services.Projection);
builder.Services.AddTraceExport();
builder.Services.AddConsumeBus(builder.Configuration, Names.Services.Projection, DetectionEndpoints.Consumers, DetectionEndpoints.Map);
builder.Services.AddFollower<IncidentRelay>();
builder.Services.AddFollower<ArticleFollower>();
builder.Services.AddOutboxLag();
builder.Services.AddProjectionLag();
builder.Services.AddHostedService<SearchIndexUpkeep>();
builder.Services.AddTraceStore();
builder.Services.AddReadApi();
builder.Services.AddSubscribers(builder.Configuration);
builder.Services.AddWebConsole();
builder.Services.AddHealthChecks()
    .AddCheck<DatabaseHealth>("database", HealthStatus.Unhealthy, [HealthEndpoints.Ready, HealthEndpoints.Serving])
    .AddBusCheck(HealthStatus.Unhealthy)
    .AddCheck<FollowerHealth>("followers", HealthStatus.Degraded, [HealthEndpoints.Ready]);

var app = builder.Build();
app.UseHttpSpans();
app.UseAccess();
app.UseRequestLimits();
app.UseWebConsole();
app.MapHealth();
app.MapApiDocument();
app.MapReadApi();
app.MapSubscribers();
app.MapWebConsole();
app.Run();
return Environment.ExitCode; // the watchdog's, when it was that which ended the service
