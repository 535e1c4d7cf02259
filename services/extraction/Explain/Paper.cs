using Spectre.Console;

namespace Platform.Extraction;

/// <summary>What the words of an explanation are; each has a colour.</summary>
internal enum Ink
{
    /// <summary>Plain words.</summary>
    Plain,

    /// <summary>Words of little weight.</summary>
    Faint,

    /// <summary>A heading.</summary>
    Head,

    /// <summary>Words that tell an event.</summary>
    Event,

    /// <summary>Weapons.</summary>
    Weapon,

    /// <summary>Harm and damage.</summary>
    Harm,

    /// <summary>Places.</summary>
    Place,

    /// <summary>Dates.</summary>
    Date,

    /// <summary>Who did it, who says so.</summary>
    Actor,

    /// <summary>Numbers.</summary>
    Number,

    /// <summary>Other words of a lexicon.</summary>
    Known,
}

/// <summary>Lines of inked words, kept until they are printed.</summary>
internal sealed class Paper
{
    private readonly List<(string Words, Ink Ink)> parts = [];

    /// <summary>Adds words. Control characters become spaces, so that a text cannot steer the terminal.</summary>
    public Paper Add(string words, Ink ink = Ink.Plain)
    {
        parts.Add((string.Create(words.Length, words, (to, from) =>
        {
            for (var i = 0; i < to.Length; i++) to[i] = char.IsControl(from[i]) ? ' ' : from[i];
        }), ink));
        return this;
    }

    /// <summary>Ends the line.</summary>
    public Paper Line()
    {
        parts.Add(("\n", Ink.Plain));
        return this;
    }

    /// <summary>A line with a label in front.</summary>
    public Paper Entry(string label, string words, Ink ink = Ink.Plain) => Add($"    {label,-10} ", Ink.Faint).Add(words, ink).Line();

    /// <summary>Prints everything.</summary>
    public void Write(IAnsiConsole console)
    {
        var line = new Paragraph();
        foreach (var (words, ink) in parts)
        {
            if (words == "\n")
            {
                console.Write(line);
                console.WriteLine();
                line = new Paragraph();
            }
            else line.Append(words, StyleOf(ink));
        }
    }

    private static Style StyleOf(Ink ink) => ink switch
    {
        Ink.Plain => Style.Plain,
        Ink.Faint => new Style(Color.Grey),
        Ink.Head => new Style(decoration: Decoration.Bold),
        Ink.Event => new Style(Color.Red, decoration: Decoration.Bold),
        Ink.Weapon => new Style(Color.Fuchsia),
        Ink.Harm => new Style(Color.Olive),
        Ink.Place => new Style(Color.Green),
        Ink.Date => new Style(Color.Aqua),
        Ink.Actor => new Style(Color.Blue),
        Ink.Number => new Style(Color.Yellow),
        _ => new Style(decoration: Decoration.Underline),
    };
}
