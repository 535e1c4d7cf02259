using System.Text;
using Microsoft.Extensions.Options;
using Platform.Ingest.Input;

namespace Platform.Tests.Unit.Ingest;

/// <summary>Rules at a fixed time, and shorthand for reading.</summary>
internal static class Rules
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static ArticleRules With(Action<Limits>? change = null)
    {
        var limits = new Limits();
        change?.Invoke(limits);
        return new ArticleRules(Options.Create(limits), new FixedClock());
    }

    public static Reading Json(string json, Action<Limits>? change = null) => JsonArticle.Read(Encoding.UTF8.GetBytes(json), With(change));

    /// <summary>The messages of a field of a refused article.</summary>
    public static IReadOnlyList<string> Errors(this Reading reading, string field)
    {
        reading.Article.ShouldBeNull();
        reading.Problem.ShouldNotBeNull().Status.ShouldBe(422);
        reading.Problem.Errors.ShouldNotBeNull().Keys.ShouldContain(field);
        return reading.Problem.Errors[field];
    }

    public static Platform.Ingest.ArticleInput ShouldBeArticle(this Reading reading)
    {
        reading.Problem.ShouldBeNull(string.Join("; ", reading.Problem?.Errors?.Select(e => e.Key + " " + e.Value[0]) ?? []) + reading.Problem?.Detail);
        return reading.Article.ShouldNotBeNull();
    }

    internal sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
