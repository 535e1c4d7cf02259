using System.Text;
using Platform.Contracts;

namespace Platform.Tests.Harness.Generator;

/// <summary>A text in the making, which remembers where each value was told.</summary>
internal sealed class Telling
{
    private readonly StringBuilder text = new();
    private readonly List<Evidence> evidence = [];

    /// <summary>The text so far.</summary>
    public string Text => text.ToString();

    /// <summary>Where its values stand, those told since <see cref="Begin"/>.</summary>
    public IReadOnlyList<Evidence> Evidence => [.. evidence];

    /// <summary>From here on another incident is told.</summary>
    public void Begin() => evidence.Clear();

    /// <summary>Words that hold no value.</summary>
    public Telling Say(string words)
    {
        text.Append(words);
        return this;
    }

    /// <summary>The words of a value.</summary>
    /// <param name="field">Path of the value, as in <see cref="Contracts.Evidence.Field"/>.</param>
    /// <param name="words">The words.</param>
    public Telling Tell(string field, string words)
    {
        evidence.Add(new Evidence { Field = field, Start = text.Length, End = text.Length + words.Length });
        text.Append(words);
        return this;
    }
}
