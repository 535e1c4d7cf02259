using System.ComponentModel.DataAnnotations;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Platform.Ingest.Endpoints;
using Platform.Ingest.Input;

namespace Platform.Ingest;

/// <summary>How much is taken in at once; configuration section <c>Admission</c>.</summary>
public sealed class AdmissionOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Admission";

    /// <summary>Most requests of <c>POST /articles</c> under way at once. A group commit holds no more, so further ones would only wait.</summary>
    [Range(1, 100_000)]
    public int Requests { get; set; } = 512;

    /// <summary>Most megabytes of the bodies of <c>POST /articles</c> in memory at once, the first 64 KiB of each not counted. A large one past it is refused while it comes.</summary>
    [Range(1, 100_000)]
    public int BodyMegabytes { get; set; } = 128;

    /// <summary>Most batches under way at once.</summary>
    [Range(1, 10_000)]
    public int Batches { get; set; } = 64;

    /// <summary>
    /// Most megabytes of answers that all batches hold for clients that do not take them. Past it a batch is read on only when its client has
    /// taken all that waits for it.
    /// </summary>
    [Range(1, 100_000)]
    public int AnswerMegabytes { get; set; } = 128;

    /// <summary>
    /// Places for the articles of all batches and feeds that wait for their commit. An article of a batch takes one for each begun 64 KiB, so
    /// 1,024 places are at most 64 MiB; one of a feed takes one, as the feed's body is counted already (<see cref="BodyMegabytes"/>).
    /// </summary>
    [Range(1, 1_000_000)]
    public int Places { get; set; } = 1_024;

    /// <summary>
    /// How long a refusal is held back. A sender has one request under way on a connection, so one that asks again at once is slowed to
    /// one refusal in this time, and the processor stays with what was accepted.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:30")]
    public TimeSpan RefusalDelay { get; set; } = TimeSpan.FromSeconds(1);
}

/// <summary>
/// Keeps what waits for the store bounded, so that under any load the accepted are answered soon: a request past capacity is refused
/// before its body is read; a batch or feed that was let in is slowed down instead, and none of its lines is refused for it.
/// </summary>
public sealed class Admission(IOptions<AdmissionOptions> options) : IDisposable
{
    private const string Articles = "articles", Batches = "batches", Bodies = "bodies";

    private readonly ConcurrencyLimiter places = new(new() { PermitLimit = options.Value.Places, QueueLimit = int.MaxValue, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });

    private long held;

    /// <summary>The answers of all batches on their way out.</summary>
    internal UnsentAnswers Answers { get; } = new(options.Value.AnswerMegabytes * 1_000_000L);

    /// <summary>Registers it, and ASP.NET Core's rate limiting with a policy each for requests and batches.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddOptions<AdmissionOptions>().BindConfiguration(AdmissionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Admission>();
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<Admission>((limits, admission) =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddPolicy(Articles, _ => RateLimitPartition.GetConcurrencyLimiter(Articles, _ => new() { PermitLimit = admission.Most.Requests, QueueLimit = 0 }));
            limits.AddPolicy(Batches, _ => RateLimitPartition.GetConcurrencyLimiter(Batches, _ => new() { PermitLimit = admission.Most.Batches, QueueLimit = 0 }));
            limits.OnRejected = (context, _) => admission.RefuseAsync(context.HttpContext);
        });
    }

    /// <summary>Refuses requests for an article past capacity.</summary>
    public static void LimitArticles(IEndpointConventionBuilder endpoint) => endpoint.RequireRateLimiting(Articles);

    /// <summary>Refuses new batches past capacity.</summary>
    public static void LimitBatches(IEndpointConventionBuilder endpoint) => endpoint.RequireRateLimiting(Batches);

    /// <summary>Waits for room for one article of many, in the order of the asking; dispose what it gives after the commit.</summary>
    /// <param name="size">Places it takes; more than there are count as all.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public ValueTask<RateLimitLease> WaitAsync(int size, CancellationToken cancellationToken) => places.AcquireAsync(Math.Min(size, Most.Places), cancellationToken);

    /// <summary>Counts what of a body is in memory, until its answer is done.</summary>
    internal HeldBody Hold(HttpContext http)
    {
        var body = new HeldBody(this, http);
        http.Response.RegisterForDispose(body);
        return body;
    }

    /// <summary>The headers of the IETF's draft RateLimit header fields (draft-ietf-httpapi-ratelimit-headers), for a limit of what is under way at once.</summary>
    /// <param name="name">Name of the policy.</param>
    /// <param name="most">The limit.</param>
    /// <param name="unit">What is limited: one of the draft's quota units.</param>
    /// <param name="seconds">When there may be room again.</param>
    internal static (string Policy, string State) Headers(string name, long most, int seconds, string unit = "concurrent-requests") =>
        (FormattableString.Invariant($"\"{name}\";q={most};qu=\"{unit}\""), FormattableString.Invariant($"\"{name}\";r=0;t={seconds}"));

    /// <summary>Bytes of one body in memory.</summary>
    internal sealed class HeldBody(Admission admission, HttpContext http) : IDisposable
    {
        private long bytes;

        /// <summary>So many more.</summary>
        /// <exception cref="ProblemException">429: all bodies together are as large as they may be.</exception>
        public void Add(int more)
        {
            bytes += more;
            var most = admission.Most.BodyMegabytes * 1_000_000L;
            if (Interlocked.Add(ref admission.held, more) > most) throw new ProblemException(Refusal(http, Bodies, most, "content-bytes"));
        }

        /// <inheritdoc/>
        public void Dispose() => Interlocked.Add(ref admission.held, -Interlocked.Exchange(ref bytes, 0));
    }

    private static Problem Refusal(HttpContext http, string name, long most, string unit)
    {
        // Not all at the same moment: they would meet at the door again.
        var seconds = Random.Shared.Next(1, 4);
        (http.Response.Headers["RateLimit-Policy"], http.Response.Headers["RateLimit"]) = Headers(name, most, seconds, unit);
        return Problems.OverCapacity(seconds);
    }

    private async ValueTask RefuseAsync(HttpContext http)
    {
        var (name, most) = http.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName == Batches
            ? (Batches, Most.Batches) : (Articles, Most.Requests);
        if (!await HoldBackAsync(http.RequestAborted))
            return;
        await ProblemAnswers.WriteAsync(http, Refusal(http, name, most, "concurrent-requests"));
    }

    /// <summary>False when the sender is gone.</summary>
    private async ValueTask<bool> HoldBackAsync(CancellationToken gone)
    {
        await Task.Delay(Most.RefusalDelay, gone).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !gone.IsCancellationRequested;
    }

    private AdmissionOptions Most => options.Value;

    /// <inheritdoc/>
    public void Dispose() => places.Dispose();
}
