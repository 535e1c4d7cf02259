using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Platform.Projection.Api;

namespace Platform.Tests.Unit.Projection;

public sealed class DifferenceQueryTests
{
    [Fact]
    public void All_but_what_stayed_the_same_is_listed_when_nothing_is_said()
    {
        var query = Parse().Query.ShouldNotBeNull();

        query.Changes.ShouldBe(["added", "gone", "changed"]);
        (query.Limit, query.After).ShouldBe((100, null));
    }

    [Fact]
    public void Changes_limit_and_cursor_are_read()
    {
        var (article, report) = (Guid.NewGuid(), Guid.NewGuid());

        var query = Parse(("change", "same,gone"), ("limit", "7"), ("cursor", DifferenceQuery.CursorAfter(article, report))).Query.ShouldNotBeNull();

        query.Changes.ShouldBe(["same", "gone"]);
        (query.Limit, query.After).ShouldBe((7, (article, report)));
    }

    [Theory]
    [InlineData("change", "lost")]
    [InlineData("limit", "0")]
    [InlineData("limit", "1001")]
    [InlineData("cursor", "7")]
    [InlineData("chnage", "gone")]
    public void A_wrong_parameter_is_named(string name, string value)
    {
        var (query, errors) = Parse((name, value));

        query.ShouldBeNull();
        errors.ShouldNotBeNull().Keys.ShouldBe([name]);
    }

    private static (DifferenceQuery? Query, Dictionary<string, string[]>? Errors) Parse(params (string Name, string Value)[] query) =>
        DifferenceQuery.Parse(new QueryCollection(query.ToDictionary(q => q.Name, q => new StringValues(q.Value))));
}
