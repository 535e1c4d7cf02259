using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Platform.Tests.Benchmarks.Pipeline;

/// <summary>An article as the plain version takes it.</summary>
public sealed record PlainArticle(string ExternalId, string Source, string? Outlet, string? PublishedAt, string? Title, string Text);

/// <summary>A report as the plain version gives it.</summary>
public sealed record PlainReport(Guid ArticleId, string Title, string EventType, string Country, DateTime Date, string Evidence);

/// <summary>
/// The baseline: the same way through three processes as one writes it at first. One MassTransit message, one transaction a message,
/// default settings but for quorum queues; a trivial extraction; no event store, no outbox, no inbox, no linking, no search.
/// </summary>
public static class Plain
{
    /// <summary>The three processes.</summary>
    public static readonly string[] Roles = ["api", "extraction", "projection"];

    /// <summary>SQL of the table it fills.</summary>
    public const string Table = "create table plain (id bigint generated always as identity primary key, article_id uuid not null, title text, event_type text, country text, date timestamptz, evidence text)";

    /// <summary>Runs one of <see cref="Roles"/> until it is told to stop.</summary>
    public static async Task RunAsync(string role)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        if (role == "projection")
            builder.Services.AddSingleton(NpgsqlDataSource.Create(builder.Configuration.GetConnectionString("Postgres")!));
        builder.Services.AddMassTransit(x =>
        {
            x.DisableUsageTelemetry();
            if (role == "extraction") x.AddConsumer<Extracting>();
            if (role == "projection") x.AddConsumer<Projecting>();
            x.AddConfigureEndpointsCallback((_, endpoint) => ((IRabbitMqReceiveEndpointConfigurator)endpoint).SetQuorumQueue());
            x.UsingRabbitMq((context, bus) =>
            {
                bus.Host(new Uri(builder.Configuration.GetConnectionString("RabbitMq")!));
                bus.ConfigureEndpoints(context);
            });
        });
        var app = builder.Build();
        app.MapGet("/health/ready", (IBusControl bus) => bus.CheckHealth().Status == BusHealthStatus.Healthy ? Results.Ok() : Results.StatusCode(503));
        if (role == "api")
            app.MapPost("/articles", async (PlainArticle article, IPublishEndpoint bus) =>
            {
                await bus.Publish(article);
                return Results.Accepted();
            });
        await app.RunAsync();
    }

    /// <summary>Gives every article one report.</summary>
    public sealed class Extracting : IConsumer<PlainArticle>
    {
        /// <inheritdoc/>
        public Task Consume(ConsumeContext<PlainArticle> context) => context.Publish(new PlainReport(
            context.MessageId!.Value, context.Message.Title ?? "", "bombing", "IQ", DateTime.UtcNow, context.Message.Text[..40]));
    }

    /// <summary>Gives every report a row.</summary>
    public sealed class Projecting(NpgsqlDataSource database) : IConsumer<PlainReport>
    {
        /// <inheritdoc/>
        public async Task Consume(ConsumeContext<PlainReport> context)
        {
            var report = context.Message;
            await using var command = database.CreateCommand("insert into plain (article_id, title, event_type, country, date, evidence) values ($1, $2, $3, $4, $5, $6)");
            foreach (var value in new object[] { report.ArticleId, report.Title, report.EventType, report.Country, report.Date, report.Evidence })
                command.Parameters.Add(new() { Value = value });
            await command.ExecuteNonQueryAsync(context.CancellationToken);
        }
    }
}
