using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Platform.ApiDocument;

/// <summary>What a service needs to start for nothing but its OpenAPI document.</summary>
public static class DocumentSettings
{
    /// <summary>
    /// During a build the generator runs a service's <c>Program.cs</c>, with a server that listens to nothing and without hosted
    /// services. Broker and database are not touched then, but their addresses must be readable: these lead nowhere.
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
        }
        return builder;
    }
}
