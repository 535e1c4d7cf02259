using MassTransit;

namespace Platform.Bus;

/// <summary>
/// Cuts what a consumer throws to a size that fits into headers: the error transport copies message and stack of the innermost
/// exception there, and past the frame size the broker closes the connection, again at every redelivery. An outage is left as it
/// is: it has to be recognised further out, and never reaches the error transport.
/// </summary>
internal sealed class ShortExceptions : IFilter<ConsumeContext>
{
    private const int Longest = 4000;

    public async Task Send(ConsumeContext context, IPipe<ConsumeContext> next)
    {
        try
        {
            await next.Send(context);
        }
        catch (Exception e) when (IsTooLong(e))
        {
            throw new ConsumeFailedException(e);
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("short-exceptions");

    /// <summary>True for one that the error transport could choke on.</summary>
    internal static bool IsTooLong(Exception e) => !EndpointSetup.IsOutage(e) && (Exceeds(e) || Exceeds(e.GetBaseException()));

    internal static string Cut(string? text) => text is null || text.Length <= Longest ? text ?? "" : text[..Longest] + " …";

    private static bool Exceeds(Exception e) => e.Message.Length > Longest || e.StackTrace?.Length > Longest;
}

/// <summary>A consumer failed; type, message and stack of what it threw, cut to 4,000 characters each. Without the inner exception on purpose.</summary>
public sealed class ConsumeFailedException(Exception thrown) : Exception($"{thrown.GetType().FullName}: {ShortExceptions.Cut(thrown.Message)}")
{
    /// <inheritdoc/>
    public override string StackTrace { get; } = ShortExceptions.Cut(thrown.StackTrace);
}
