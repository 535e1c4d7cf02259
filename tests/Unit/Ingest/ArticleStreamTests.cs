using System.Text.Json.Nodes;
using Platform.Contracts;
using Platform.Ingest;

namespace Platform.Tests.Unit.Ingest;

public class ArticleStreamTests
{
    private static readonly ArticleInput Input = new() { Text = "Two rockets hit the base.", Source = "feed", Outlet = "Wire", Tags = ["x"], ExternalId = "1" };
    private static readonly Actor Person = new() { Kind = ActorKind.Person, Name = "Ann" };

    [Fact]
    public void A_request_to_read_it_again_moves_the_stream_and_not_the_revision()
    {
        var article = Article.Apply(null, Article.Decide(null, Input, Rules.Now)!);

        var requested = article.RequestExtraction(Guid.NewGuid(), Person, "new rules", Rules.Now);
        var after = Article.Apply(article, requested);

        requested.Revision.ShouldBe(1);
        (after.Version, after.Revision).ShouldBe((2, 1));
        Article.Decide(after, Input, Rules.Now.AddDays(1)).ShouldBeNull();
        var revised = Article.Decide(after, Input with { Text = "Three rockets hit the base." }, Rules.Now).ShouldBeOfType<ArticleRevised>();
        revised.Article.Revision.ShouldBe(2);
        (Article.Apply(after, revised).Version, Article.Apply(after, revised).Revision).ShouldBe((3, 2));
    }

    [Fact]
    public void A_request_cannot_come_before_the_article()
    {
        var article = Article.Apply(null, Article.Decide(null, Input, Rules.Now)!);

        Should.Throw<InvalidOperationException>(() => Article.Apply(null, article.RequestExtraction(Guid.NewGuid(), Person, "r", Rules.Now)));
    }

    [Fact]
    public void A_snapshot_is_read_as_it_was_written()
    {
        var article = Article.Apply(null, Article.Decide(null, Input, Rules.Now)!);

        var read = Article.Read(1, System.Text.Encoding.UTF8.GetBytes(article.ToSnapshot().Json));

        (read with { Labels = null }).ShouldBe(article with { Labels = null });
        read.Labels!.Tags.ShouldBe(["x"]);
        (read.Labels with { Tags = [] }).ShouldBe(article.Labels! with { Tags = [] });
    }

    [Fact]
    public void A_snapshot_written_before_versions_and_labels_were_kept_is_read_with_the_version_of_its_row()
    {
        var article = Article.Apply(null, Article.Decide(null, Input, Rules.Now)!);
        var old = JsonNode.Parse(article.ToSnapshot().Json)!.AsObject();
        old.Remove("version");
        old.Remove("labels");

        Article.Read(4, System.Text.Encoding.UTF8.GetBytes(old.ToJsonString())).ShouldBe(article with { Version = 4, Labels = null });
    }
}
