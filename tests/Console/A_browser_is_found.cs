using Platform.Tests.Harness;

namespace Platform.Tests.WebConsole;

/// <summary>Distributions put Chromium in several places; one that is elsewhere is named.</summary>
public sealed class A_browser_is_found
{
    [Theory]
    [InlineData(null, "/snap/bin/chromium", "/snap/bin/chromium")]
    [InlineData(null, "/usr/bin/google-chrome", "/usr/bin/google-chrome")]
    [InlineData("", "/usr/bin/chromium-browser", "/usr/bin/chromium-browser")]
    [InlineData("/opt/chrome", "/opt/chrome", "/opt/chrome")]
    [InlineData("/opt/chrome", "/usr/bin/chromium", null)]
    [InlineData(null, "/opt/chrome", null)]
    public void Where_packages_put_it_or_where_it_is_said_to_be(string? named, string there, string? found) => Chromium.Find(named, path => path == there).ShouldBe(found);

    [Fact]
    public void The_script_that_installs_one_looks_in_the_same_places() =>
        File.ReadAllText(Path.Combine(Repository.Root, "deploy", "local", "install")).ShouldContain("${CHROMIUM:-" + string.Join(' ', Chromium.Places) + "}");
}
