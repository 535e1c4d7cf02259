using Platform.Projection.Incidents;
using Platform.Projection.Incidents.Analyst;

namespace Platform.Projection.Api.Commands;

/// <summary>What an analyst says of an incident. The bodies of the commands are this and what each needs beside.</summary>
public abstract record Command
{
    /// <summary>Name of the person, 1 to 200 characters. With a key or token it is its holder's and may be left out; where no keys are asked for it must be given.</summary>
    public string? Actor { get; init; }

    /// <summary>Why, in words for a person; 1 to 2000 characters, in as many lines as it takes.</summary>
    public required string Reason { get; init => field = Lines(value); }

    /// <summary>Other incidents it is about.</summary>
    internal virtual IEnumerable<Guid> Others() => [];

    /// <summary>True when what happened before decides it.</summary>
    internal virtual bool NeedsEvents() => false;

    /// <summary>Says what is wrong with it, by name of the property.</summary>
    internal virtual void Check(Guid incidentId, Dictionary<string, string[]> errors)
    {
        if (Actor is not null)
            CheckText("actor", Actor, 200, errors);
        CheckText("reason", Reason, 2000, errors, lines: true);
    }

    /// <summary>Who says it: the caller, or, when nobody knows who that is, whom the body names.</summary>
    /// <param name="caller">Name of who sent the request; null when nobody knows.</param>
    /// <param name="errors">Takes what is wrong with it.</param>
    internal string ActorOf(string? caller, Dictionary<string, string[]> errors) => ActorOf(Actor, caller, errors);

    /// <summary>The same for a body that is no command.</summary>
    internal static string ActorOf(string? given, string? caller, Dictionary<string, string[]> errors)
    {
        if (caller is null && given is null)
            errors["actor"] = ["is missing"];
        else if (caller is not null && given is not null && given.Trim() != caller)
            errors["actor"] = [$"must be left out, or be '{caller}', the holder of the key or token"];
        return caller ?? given?.Trim() ?? "";
    }

    /// <summary>Makes its events.</summary>
    /// <exception cref="RefusedException">It cannot be done as things stand.</exception>
    internal abstract void Decide(Desk desk);

    /// <summary>A text of several lines as it is kept: each ends alike, from whatever system it comes.</summary>
    internal static string Lines(string text) => text?.Replace("\r\n", "\n", StringComparison.Ordinal)!;

    /// <summary>Refuses a text that is blank, too long or no text.</summary>
    internal static void CheckText(string name, string text, int most, Dictionary<string, string[]> errors, bool lines = false)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > most || text.Any(c => char.IsControl(c) && !(lines && c == '\n')))
            errors[name] = [$"must be 1 to {most} characters, no control characters{(lines ? " but the ends of lines" : "")}"];
    }
}

/// <summary>An incident with the version it was looked at in.</summary>
/// <param name="Id">The incident's id.</param>
/// <param name="Version">Its version, the number in its ETag; 1 or more.</param>
public sealed record IncidentVersion(Guid Id, long Version);

/// <summary>What a decision has before it.</summary>
/// <param name="Commit">The states, and where the events go.</param>
/// <param name="Incident">The incident the command is sent to.</param>
/// <param name="Word">Who, why and when.</param>
/// <param name="Events">Events of the incident, of the others and of those it took in, by incident, when asked for.</param>
internal sealed record Desk(CommitBuilder Commit, Contracts.Incident Incident, Word Word, ILookup<Guid, object> Events);
