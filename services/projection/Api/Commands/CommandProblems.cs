using Platform.Projection.Incidents.Analyst;

namespace Platform.Projection.Api.Commands;

/// <summary>Every problem a command is answered with beside those of the read API.</summary>
internal static class CommandProblems
{
    public static IResult PreconditionRequired() => Problems.Make(428, "precondition-required", "If-Match is required",
        "Send the ETag of the incident in If-Match, so that a decision is never made on a state nobody has seen.");

    public static IResult InvalidHeader(string name, string what) => Problems.Make(400, "invalid-header", "A header is not valid", $"{name}: {what}");

    public static IResult InvalidBody(Dictionary<string, string[]> errors) => Problems.Make(400, "invalid-body", "The body is not valid", "Correct the properties named in errors.", errors);

    public static IResult UnsupportedMediaType(string? given) => Problems.Make(415, "unsupported-media-type", "The body is not JSON", $"Send Content-Type: application/json instead of '{given}'.");

    public static IResult BodyTooLarge() => Problems.Make(413, "body-too-large", "The body is too large", $"Send at most {CommandBody.Largest} bytes.");

    public static IResult KeyReused() => Problems.Make(422, "idempotency-key-reused", "The idempotency key was used for another request",
        "Use a new key for a new command. To repeat one, send the same body to the same path.");

    /// <summary>The problem a refusal is told as.</summary>
    public static IResult Of(RefusedException e)
    {
        var (status, name, title) = e.Why switch
        {
            Refusal.Unknown => (404, "unknown-incident", "No such incident"),
            Refusal.Stale => (412, "stale-version", "The incident has changed"),
            Refusal.Merged => (409, "incident-merged", "The incident was merged into another one"),
            Refusal.Status => (409, "not-in-this-status", "The incident does not stand where the command needs it"),
            Refusal.Force => (409, "force-needed", "A person said otherwise before"),
            Refusal.Report => (409, "report-not-in-incident", "The report is not in the incident"),
            Refusal.Empty => (409, "no-report-left", "No report would be left"),
            _ => (409, "not-merged-here", "The incident was not merged into this one"),
        };
        var more = new Dictionary<string, object?> { ["incidentId"] = e.IncidentId };
        if (e.Version is { } version)
            more["version"] = version;
        return Problems.Make(status, name, title, e.Message, more: more);
    }

    /// <summary>The ETag of a version.</summary>
    public static string ETag(long version) => FormattableString.Invariant($"\"{version}\"");
}
