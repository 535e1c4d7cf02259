using System.Security.Claims;
using Platform.Access;
using Platform.Words;

namespace Platform.Tests.Unit.Access;

public class CallerTests
{
    [Theory]
    [InlineData(198)]
    [InlineData(199)]
    [InlineData(200)]
    public void A_long_name_is_cut_and_never_within_a_pair_of_surrogates(int before)
    {
        var name = new string('a', before) + "\U0001F680\U0001F680";
        var shown = Caller.OfToken(new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", name)]))).CallerName();
        shown.ShouldBe(name[..(before == 199 ? 199 : 200)]);
    }

    [Fact]
    public void What_is_short_enough_is_not_cut()
    {
        "\U0001F680".CutTo(2).ShouldBe("\U0001F680");
        "\U0001F680".CutTo(1).ShouldBe("");
        "ab".CutTo(1).ShouldBe("a");
    }
}
