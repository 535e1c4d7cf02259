using MassTransit;
using Platform.Telemetry;

namespace Platform.Bus;

/// <summary>
/// Guards, counts and logs what goes into an error queue. What failed because broker or database were away does not belong
/// there: it is thrown on, which gives the message back to the broker.
/// </summary>
internal sealed class DeadLetterReport(string queue) : IFilter<ExceptionReceiveContext>
{
    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        if (EndpointSetup.IsOutage(context.Exception))
            throw context.Exception;
        await next.Send(context);
        Instruments.DeadLetters.Add(1, new KeyValuePair<string, object?>(Names.Attributes.Endpoint, queue));
        LogContext.Error?.Log("A message was put into {Queue}_error: {Reason}", queue, ShortExceptions.Cut(context.Exception.Message));
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("dead-letter-report");
}
