using MassTransit;

namespace Platform.Bus;

/// <summary>
/// Cuts what a consumer throws to a size that fits into headers: the error transport copies message and stack there, and past
/// the frame size the broker closes the connection, again at every redelivery.
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
        catch (Exception e) when (e.Message.Length > Longest || e.StackTrace?.Length > Longest)
        {
            throw new ConsumeFailedException(e);
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("short-exceptions");

    internal static string Cut(string? text) => text is null || text.Length <= Longest ? text ?? "" : text[..Longest] + " …";
}

/// <summary>A consumer failed; type, message and stack of what it threw, cut to 4,000 characters each.</summary>
public sealed class ConsumeFailedException(Exception thrown) : Exception($"{thrown.GetType().FullName}: {ShortExceptions.Cut(thrown.Message)}")
{
    /// <inheritdoc/>
    public override string StackTrace { get; } = ShortExceptions.Cut(thrown.StackTrace);
}
