using System.Globalization;

namespace Platform.Extraction.Engine;

/// <summary>One line of a lexicon file.</summary>
/// <param name="kind">What the forms are.</param>
/// <param name="value">What they mean: an enumeration value, a canonical name, a number.</param>
/// <param name="attributes">key=value pairs with ; between.</param>
internal sealed class LexiconEntry(Kinds kind, string value, ReadOnlyMemory<char> attributes)
{
    private Facts? facts;

    public Kinds Kind { get; } = kind;

    public string Value { get; } = value;

    /// <summary>Attribute lat in degrees (WGS 84), or null.</summary>
    public double? Lat => Read().Lat;

    /// <summary>Attribute lon in degrees (WGS 84), or null.</summary>
    public double? Lon => Read().Lon;

    /// <summary>The value of an attribute, or null.</summary>
    public string? Attribute(string key)
    {
        foreach (ref readonly var pair in Read().Pairs.AsSpan())
            if (pair.Key == key) return pair.Value;
        return null;
    }

    /// <summary>Whether an attribute is there.</summary>
    public bool Has(string key) => Attribute(key) is not null;

    /// <summary>Read on demand: most of the gazetteer is never asked. Two threads may both read; the outcome is the same.</summary>
    private Facts Read() => facts ??= attributes.IsEmpty ? Facts.None : Facts.Parse(attributes.Span);

    private sealed record Facts(KeyValuePair<string, string>[] Pairs, double? Lat, double? Lon)
    {
        public static readonly Facts None = new([], null, null);

        public static Facts Parse(ReadOnlySpan<char> attributes)
        {
            var pairs = new List<KeyValuePair<string, string>>(4);
            double? lat = null, lon = null;
            foreach (var range in attributes.Split(';'))
            {
                var pair = attributes[range];
                var equals = pair.IndexOf('=');
                // The keys are few and the stages ask for them by literals: one string each makes the comparison one of references.
                var key = string.Intern(pair[..equals].ToString());
                var value = pair[(equals + 1)..];
                pairs.Add(new(key, value.ToString()));
                if (key == "lat") lat = Degrees(value);
                if (key == "lon") lon = Degrees(value);
            }
            return new Facts([.. pairs], lat, lon);
        }

        private static double? Degrees(ReadOnlySpan<char> written) =>
            double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;
    }
}
