using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Platform.Access;

namespace Platform.Tests.Unit.Access;

public sealed class AccessOptionsTests
{
    private const string Hash = "c90a0dcb9289198d6e1ced018c9c197de331cfd94550635d2ca769710ebd5bca";

    [Theory]
    [InlineData(Hash, "read", null)]
    [InlineData(Hash, "read,analyst", null)]
    [InlineData(Hash, "read analyst", null)]
    [InlineData(Hash, "", "Access:Keys:ann:Scopes")]
    [InlineData(Hash, "read,all", "Access:Keys:ann:Scopes")]
    [InlineData("ipk_a-key-that-was-pasted-in", "read", "Access:Keys:ann:Hash")]
    public void A_key_that_is_configured_wrongly_is_named_and_its_value_never(string hash, string scopes, string? fault)
    {
        var options = new AccessOptions { Keys = { ["ann"] = new KeyOptions { Hash = hash, Scopes = scopes } } };

        var found = options.Validate(new ValidationContext(options)).Select(r => r.ErrorMessage!).ToList();

        if (fault is null)
            found.ShouldBeEmpty();
        else
            found.ShouldHaveSingleItem().ShouldStartWith(fault);
        found.ShouldAllBe(message => !message.Contains(hash));
    }

    [Fact]
    public void One_key_for_two_holders_is_refused()
    {
        var options = new AccessOptions { Keys = { ["ann"] = new() { Hash = Hash, Scopes = "read" }, ["bob"] = new() { Hash = Hash.ToUpperInvariant(), Scopes = "ingest" } } };

        options.Validate(new ValidationContext(options)).ShouldHaveSingleItem().ErrorMessage!.ShouldContain("twice");
    }

    [Theory]
    [InlineData("scope", "read analyst")]
    [InlineData("scp", "read analyst")]
    [InlineData("scp", "read", "analyst")]
    public void The_scopes_of_a_token_are_read_in_every_form_issuers_write(string claim, params string[] values)
    {
        var caller = Caller.OfToken(new ClaimsPrincipal(new ClaimsIdentity(values.Select(v => new Claim(claim, v)))));

        caller.FindAll("scope").Select(c => c.Value).ShouldBe(["read", "analyst"]);
    }

    [Theory]
    [InlineData("Ann", "42", "Ann (42)")]
    [InlineData(null, "42", "42")]
    [InlineData("Ann\r\nBob", "42", "AnnBob (42)")]
    public void The_actor_of_a_token_shows_the_subject_that_its_owner_cannot_change(string? name, string subject, string actor)
    {
        var claims = new List<Claim> { new("sub", subject) };
        if (name is not null)
            claims.Add(new Claim("name", name));

        Caller.OfToken(new ClaimsPrincipal(new ClaimsIdentity(claims, "x"))).CallerName().ShouldBe(actor);
    }
}
