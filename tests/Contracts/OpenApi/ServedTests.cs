using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Platform.Ingest.Endpoints;
using Platform.Projection.Api;

namespace Platform.Tests.Contracts.OpenApi;

public sealed class ServedTests
{
    [Fact]
    public Task Ingest_serves_its_document_and_health_as_described() => ServesAsync<ArticleAnswer>(OpenApiDocument.All["ingest.json"]);

    [Fact]
    public Task The_read_API_serves_its_document_and_health_as_described() => ServesAsync<ArticleView>(OpenApiDocument.All["read-api.json"]);

    private static async Task ServesAsync<T>(OpenApiDocument document)
        where T : class
    {
        await using var service = new Service<T>();
        using var http = service.CreateClient();

        Difference.Between(document.Committed, await ReadAsync(http, "/openapi/v1.json")).ShouldBeEmpty();
        foreach (var path in new[] { "/health/live", "/health/ready" })
            document.Validate(document.Components.GetProperty("HealthAnswer"), await ReadAsync(http, path)).ShouldBeEmpty();
    }

    private static async Task<JsonElement> ReadAsync(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(path);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    /// <summary>A service in this process, without broker, database and whatever works in its background.</summary>
    private sealed class Service<T> : WebApplicationFactory<T>
        where T : class
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("ConnectionStrings:Postgres", "Host=127.0.0.1;Port=1;Timeout=1");
            builder.UseSetting("ConnectionStrings:RabbitMq", "amqp://127.0.0.1:1/");
            builder.ConfigureTestServices(services =>
            {
                foreach (var background in services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Name != "GenericWebHostService").ToList())
                    services.Remove(background);
            });
        }
    }
}
