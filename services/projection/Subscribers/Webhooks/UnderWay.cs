namespace Platform.Projection.Subscribers.Webhooks;

/// <summary>Room for deliveries to one receiver.</summary>
/// <param name="Webhook">The receiver.</param>
/// <param name="Room">How many more it may get.</param>
/// <param name="IsIdle">Nothing is under way to it: it gets one whatever the others hold.</param>
internal readonly record struct Lane(Guid Webhook, int Room, bool IsIdle);

/// <summary>
/// What is under way of deliveries: how many to whom, and the body of each message once for all its receivers. Where there is not room for all, receivers share it
/// alike, and one that has nothing under way always gets one: however many never answer, the others go on. Its caller sees to it that one thread at a time is here.
/// </summary>
/// <param name="each">Most to one receiver.</param>
/// <param name="most">Most together, beside one for each receiver that has none.</param>
internal sealed class UnderWay(int each, int most)
{
    private readonly Dictionary<Guid, int> lanes = [];
    private readonly Dictionary<Guid, (byte[] Body, int Receivers)> bodies = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Room for those that something is due for, those with the fewest first; only where there is some.</summary>
    public IReadOnlyList<Lane> Room(IReadOnlyCollection<Guid> due)
    {
        var share = Math.Clamp(most / Math.Max(1, lanes.Keys.Union(due).Count()), 1, each);
        var left = most - Count;
        var found = new List<Lane>();
        foreach (var webhook in due.OrderBy(w => lanes.GetValueOrDefault(w)))
        {
            var has = lanes.GetValueOrDefault(webhook);
            var room = Math.Max(Math.Min(share - has, left), has == 0 ? 1 : 0);
            if (room <= 0)
                continue;
            left -= room;
            found.Add(new Lane(webhook, room, has == 0));
        }
        return found;
    }

    /// <summary>The bodies that are in memory, by message.</summary>
    public IReadOnlyDictionary<Guid, byte[]> Bodies() => bodies.ToDictionary(b => b.Key, b => b.Value.Body);

    /// <summary>One begins.</summary>
    public void Begin(Claimed delivery)
    {
        Count++;
        lanes[delivery.WebhookId] = lanes.GetValueOrDefault(delivery.WebhookId) + 1;
        bodies[delivery.MessageId] = (delivery.Body, bodies.GetValueOrDefault(delivery.MessageId).Receivers + 1);
    }

    /// <summary>One has ended.</summary>
    public void End(Claimed delivery)
    {
        Count--;
        if (--lanes[delivery.WebhookId] == 0)
            lanes.Remove(delivery.WebhookId);
        var (body, receivers) = bodies[delivery.MessageId];
        if (receivers == 1)
            bodies.Remove(delivery.MessageId);
        else
            bodies[delivery.MessageId] = (body, receivers - 1);
    }
}
