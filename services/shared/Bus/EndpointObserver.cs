using MassTransit;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client.Exceptions;

namespace Platform.Bus;

/// <summary>Says loudly, with the cure, why an endpoint does not start; MassTransit alone would try again in silence.</summary>
internal sealed class EndpointObserver(ILogger<EndpointObserver> log) : IReceiveEndpointObserver
{
    public Task Faulted(ReceiveEndpointFaulted faulted)
    {
        var path = faulted.InputAddress.AbsolutePath.Trim('/').Split('/');
        var (queue, virtualHost) = (path[^1], path.Length > 1 ? path[0] : "/");
        if (Refusal(faulted.Exception) is { } refusal)
            log.LogCritical(
                "The queue {Queue} exists with other arguments than this version declares: {Reason}. Drain it and delete it: rabbitmqctl -p {VirtualHost} delete_queue {Queue}. The service then declares it anew.",
                queue, refusal.ShutdownReason?.ReplyText, virtualHost, queue);
        else
            log.LogWarning("The endpoint {Queue} is not consuming: {Reason}", queue, faulted.Exception?.Message);
        return Task.CompletedTask;
    }

    public Task Ready(ReceiveEndpointReady ready) => Task.CompletedTask;

    public Task Stopping(ReceiveEndpointStopping stopping) => Task.CompletedTask;

    public Task Completed(ReceiveEndpointCompleted completed) => Task.CompletedTask;

    private static OperationInterruptedException? Refusal(Exception? e)
    {
        for (; e is not null; e = e.InnerException)
            if (e is OperationInterruptedException refusal && refusal.ShutdownReason?.ReplyCode == 406)
                return refusal;
        return null;
    }
}
