using Microsoft.Extensions.Options;

namespace Platform.Projection.Api;

/// <summary>Settings of exports, section <c>Exports</c>.</summary>
public sealed class ExportOptions
{
    /// <summary><see cref="AtOnce"/> where nothing is configured.</summary>
    public const int DefaultAtOnce = 8;

    /// <summary>Exports at once, 1 or more; one more is answered 503. Each holds one of the connections to the database that linking, commands and health need too.</summary>
    public int AtOnce { get; set; } = DefaultAtOnce;

    /// <summary>Seconds one statement of an export may take, 1 or more.</summary>
    public int Seconds { get; set; } = 60;
}

/// <summary>The places for exports.</summary>
internal sealed class ExportPlaces(IOptions<ExportOptions> options) : IDisposable
{
    private const string RetryAfterSeconds = "10";

    private readonly SemaphoreSlim places = new(options.Value.AtOnce);

    /// <summary>The settings.</summary>
    public ExportOptions Options => options.Value;

    /// <summary>Answers while it holds a place; nobody waits for one.</summary>
    public async Task<IResult> TakeAsync(HttpContext http, Func<Task<IResult>> answer)
    {
        if (!places.Wait(TimeSpan.Zero))
        {
            http.Response.Headers.RetryAfter = RetryAfterSeconds;
            return Problems.TooManyExports(Options.AtOnce);
        }
        try
        {
            return await answer();
        }
        finally
        {
            places.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => places.Dispose();
}
