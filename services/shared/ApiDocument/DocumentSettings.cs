using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Platform.ApiDocument;

/// <summary>What a service needs to start for nothing but its OpenAPI document.</summary>
public static class DocumentSettings
{
    /// <summary>
    /// During a build the document generator runs a service's <c>Program.cs</c>, with a server that listens to nothing. Broker and
    /// database must not be needed then: their addresses lead nowhere, and nothing starts in the background that would look for them.
    /// Does nothing in a service that runs for real.
    /// </summary>
    public static WebApplicationBuilder AddDocumentSettings(this WebApplicationBuilder builder)
    {
        if (Assembly.GetEntryAssembly()?.GetName().Name == "GetDocument.Insider")
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["ConnectionStrings:Postgres"] = "Host=database.invalid",
                ["ConnectionStrings:RabbitMq"] = "amqp://broker.invalid/",
            });
            builder.Host.UseServiceProviderFactory(new NothingInTheBackground());
        }
        return builder;
    }

    /// <summary>A container without hosted services, but for the one that puts the endpoints together.</summary>
    private sealed class NothingInTheBackground : IServiceProviderFactory<IServiceCollection>
    {
        public IServiceCollection CreateBuilder(IServiceCollection services)
        {
            foreach (var background in services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Name != "GenericWebHostService").ToList())
                services.Remove(background);
            return services;
        }

        public IServiceProvider CreateServiceProvider(IServiceCollection services) => services.BuildServiceProvider();
    }
}
