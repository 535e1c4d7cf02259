using System.Text;
using Platform.Ingest.Input;

namespace Platform.Tests.Unit.Ingest;

public class PlainTextArticleTests
{
    [Fact]
    public void The_body_is_the_text_to_the_character() =>
        PlainTextArticle.Read("  a\r\n\r\nb <p>\n"u8, null).Text.ShouldBe("  a\r\n\r\nb <p>\n");

    [Fact]
    public void A_byte_order_mark_is_dropped() => PlainTextArticle.Read([0xEF, 0xBB, 0xBF, (byte)'a'], null).Text.ShouldBe("a");

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("windows-1256")]
    [InlineData("iso-8859-6")]
    [InlineData("cp1256")]
    public void A_charset_the_runtime_knows_is_honoured(string charset)
    {
        Charsets.Register();
        PlainTextArticle.Read(Encoding.GetEncoding(charset).GetBytes("هجوم"), charset).Text.ShouldBe("هجوم");
    }

    [Fact]
    public void Latin_1_is_read_as_the_web_reads_it() => PlainTextArticle.Read([0x93, 0xE9, 0x94], "ISO-8859-1").Text.ShouldBe("“é”");

    [Theory]
    [InlineData("klingon")]
    [InlineData("utf-7")]
    public void A_charset_nobody_knows_is_a_415(string charset) =>
        Should.Throw<ProblemException>(() => PlainTextArticle.Read("a"u8, charset)).Problem.ShouldSatisfyAllConditions(
            p => p.Status.ShouldBe(415), p => p.Accepted!.ShouldContain("utf-8"));

    [Fact]
    public void Bytes_outside_their_charset_are_a_400_with_the_offset()
    {
        Should.Throw<ProblemException>(() => PlainTextArticle.Read([(byte)'a', 0xE9], null)).Problem.Detail.ShouldContain("offset 1 ");
        Should.Throw<ProblemException>(() => PlainTextArticle.Read([0x00, 0xD8, 0x41, 0x00], "utf-16")).Problem.Status.ShouldBe(400);
        Should.Throw<ProblemException>(() => PlainTextArticle.Read([(byte)'a', 0xE9], "us-ascii")).Problem.Status.ShouldBe(400);
    }

    [Fact]
    public void A_surrogate_in_UTF8_bytes_is_a_400() =>
        Should.Throw<ProblemException>(() => PlainTextArticle.Read([0xED, 0xA0, 0x80], null)).Problem.Status.ShouldBe(400);
}
