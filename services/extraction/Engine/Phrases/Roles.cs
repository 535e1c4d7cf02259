using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>
/// Who did what to whom around some words that tell an event, as indices of noun phrases: from the syntax alone;
/// what may fill a slot is for the readers to say.
/// </summary>
internal sealed class Roles
{
    /// <summary>Doers: the subject of an active verb, "by X" after a passive or a noun, "X's attack".</summary>
    public List<int> Agents { get; } = [];

    /// <summary>How the agents are told when not as plain fact: "accused of the attack".</summary>
    public Stance? Hedge { get; set; }

    /// <summary>What it was done to: object, subject of a passive verb, "the murder of X".</summary>
    public List<int> Patients { get; } = [];

    /// <summary>What it was done with: "with X", "using X".</summary>
    public List<int> Instruments { get; } = [];

    /// <summary>What it was aimed at or happened at: "on X", "against X", "in front of X".</summary>
    public List<int> Goals { get; } = [];

    /// <summary>The subject did nothing, it happened to them: "X disappeared".</summary>
    public void Suffer()
    {
        Patients.AddRange(Agents);
        Agents.Clear();
    }

    /// <summary>Empties all roles.</summary>
    public void Clear()
    {
        Hedge = null;
        Agents.Clear();
        Patients.Clear();
        Instruments.Clear();
        Goals.Clear();
    }
}
