using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Platform.Tests.Contracts;

/// <summary>Two builds that are not the same do not have the same number.</summary>
public sealed class VersionTests
{
    [Fact]
    public void What_has_changed_since_a_release_does_not_bear_its_number()
    {
        var version = XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("Version").Single().Value;
        var headings = Regex.Split(File.ReadAllText(Path.Combine(Repository.Root, "CHANGELOG.md")), "(?m)^## ")[1..].Select(part => (Name: part.Split('\n')[0].Split(' ')[0], Changes: Regex.Count(part, "(?m)^- "))).ToList();
        var released = headings.Where(h => h.Name != "Unreleased").Select(h => h.Name).ToList();

        released.ShouldContain("0.1.0");
        if (headings.Single(h => h.Name == "Unreleased").Changes > 0)
            released.ShouldNotContain(version);
        else
            released[0].ShouldBe(version);
    }
}
