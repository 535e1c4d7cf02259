namespace Platform.Tests.Unit.Extraction;

/// <summary>Shorthand of tests that count the victims of the one main report.</summary>
internal static class VictimNews
{
    /// <summary>A Monday; the Saturday before it is August 10.</summary>
    private const string Monday = "2019-08-12";

    public static void ShouldCount(string text, int? killed, int? wounded) => (Harm(text).Killed, Harm(text).Wounded).ShouldBe((killed, wounded));

    public static void ShouldCount(string text, int? killed) => Harm(text).Killed.ShouldBe(killed);

    private static (int? Killed, int? Wounded) Harm(string text)
    {
        var casualties = Reading.MainOf(text, Monday).Casualties;
        return (casualties?.Killed?.Min, casualties?.Wounded?.Min);
    }
}
