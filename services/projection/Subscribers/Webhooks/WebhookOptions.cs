namespace Platform.Projection.Subscribers.Webhooks;

/// <summary>Settings of webhooks, section <c>Webhooks</c>.</summary>
public sealed class WebhookOptions
{
    /// <summary>
    /// Networks (CIDR, such as <c>10.1.0.0/16</c>) that receivers may be in although they are not public, and that may be reached without TLS.
    /// Empty: public addresses over https only.
    /// </summary>
    public string[] AllowedNetworks { get; set; } = [];

    /// <summary>Seconds a receiver has to answer.</summary>
    public double TimeoutSeconds { get; set; } = 15;

    /// <summary>
    /// Seconds to wait after each failed attempt, the first, the second …; when they are used up the delivery has failed and waits to be asked
    /// for again. The default is what Standard Webhooks suggests: ten attempts in a little more than three days.
    /// </summary>
    public double[] RetrySeconds { get; set; } = [];

    /// <summary>Deliveries under way to one receiver at once.</summary>
    public int InFlight { get; set; } = 32;

    /// <summary>Deliveries under way together, 1 or more; receivers share them alike. Beside these each receiver that has none under way gets one.</summary>
    public int MostInFlight { get; set; } = 1024;

    /// <summary>Megabytes of bodies in memory, 1 or more; that of a message counts once for all its receivers. Here too each receiver that has none under way gets one.</summary>
    public int MegabytesInFlight { get; set; } = 64;

    /// <summary>
    /// Keys that secrets are encrypted with in the database, each 32 bytes in base64 (<c>openssl rand -base64 32</c>): the first for all that is written, the
    /// others only to read what was encrypted before. Secrets that are there already are encrypted at the next start. Empty: they stand there as they are.
    /// </summary>
    public string[] SecretKeys { get; set; } = [];

    /// <summary>Webhooks that can be registered.</summary>
    public int Most { get; set; } = 1000;

    /// <summary>Days that the log of a finished delivery is kept.</summary>
    public int KeepDays { get; set; } = 30;

    /// <summary>The waits that hold: configuration adds to a list that is not empty, so the default stands here.</summary>
    internal double[] Retries => RetrySeconds is { Length: > 0 } given ? given : [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];
}
