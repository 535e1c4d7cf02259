using Platform.Contracts;
using Platform.Projection.Linking;

namespace Platform.Tests.Unit.Projection.Linking;

/// <summary>What makes two reports one incident, and what does not.</summary>
public sealed class PairRulesTests
{
    [Fact]
    public void The_same_attack_in_two_articles_is_one_incident() =>
        Told.Arrange(Told.Of(1).Rockets(4).Wounded(2), Told.Of(2).Rockets(4).Wounded(2)).ShouldBe("1 2");

    [Fact]
    public void Two_attacks_on_one_base_a_week_apart_stay_two() =>
        Told.Arrange(Told.Of(1).Rockets(4).Wounded(2), Told.Of(2, "2031-05-11").Rockets(4).Wounded(2)).ShouldBe("1|2");

    [Fact]
    public void Place_and_kind_alone_never_merge()
    {
        Told.Arrange(Told.Of(1), Told.Of(2, day: null)).ShouldBe("1|2");
        Told.Arrange(Told.Of(1), Told.Of(2).On("2031-05-01", "2031-05-31", DatePrecision.Month)).ShouldBe("1|2");
    }

    [Fact]
    public void Background_of_a_month_links_by_its_specific_counts()
    {
        var news = Told.Of(1).Rockets(8).Wounded(4);
        var background = Told.Of(2) with { IsMain = false };
        background = background.On("2031-05-01", "2031-05-31", DatePrecision.Month);

        Told.Arrange(news, background.Rockets(8).Wounded(4)).ShouldBe("1 2");
        Told.Arrange(news, background.Rockets(3).Wounded(1)).ShouldBe("1|2");
    }

    [Fact]
    public void Without_a_date_one_number_is_not_enough_but_two_are()
    {
        Told.Arrange(Told.Of(1).Rockets(8).Wounded(4), Told.Of(2, day: null).Wounded(4)).ShouldBe("1|2");
        Told.Arrange(Told.Of(1).Rockets(8).Wounded(4), Told.Of(2, day: null).Rockets(8).Wounded(4)).ShouldBe("1 2");
    }

    [Fact]
    public void The_evening_of_one_day_and_the_next_day_can_be_one_attack()
    {
        var evening = Told.Of(1).Wounded(3).Rockets(4) with { TimeOfDay = "evening" };

        Told.Arrange(evening, Told.Of(2, "2031-05-05").Wounded(3).Rockets(4)).ShouldBe("1 2");
    }

    [Fact]
    public void A_name_both_tell_links_over_a_day()
    {
        var shooting = Told.Of(1, type: EventType.Shooting).Killed(1).Naming("ilse marek");

        Told.Arrange(shooting, Told.Of(2, "2031-05-05", type: EventType.Shooting).Killed(1).Naming("ilse marek")).ShouldBe("1 2");
        Told.Arrange(shooting, Told.Of(2, "2031-05-05", type: EventType.Shooting).Killed(1).Naming("jon petri")).ShouldBe("1|2");
    }

    [Fact]
    public void Two_reports_of_one_article_are_two_incidents()
    {
        var one = Told.Of(1).Rockets(4).Wounded(2);

        Told.Arrange(one, Told.Of(2).Rockets(4).Wounded(2) with { ArticleId = one.ArticleId }).ShouldBe("1|2");
    }

    [Fact]
    public void A_third_article_does_not_bring_two_reports_of_one_article_together()
    {
        var one = Told.Of(1).Rockets(4).Wounded(2);

        var clusters = Told.Arrange(one, Told.Of(2).Rockets(4).Wounded(2) with { ArticleId = one.ArticleId }, Told.Of(3).Rockets(4).Wounded(2));

        clusters.ShouldBeOneOf("1 3|2", "1|2 3");
    }

    [Fact]
    public void Other_countries_are_other_incidents() =>
        Told.Arrange(Told.Of(1).Killed(3), Told.Of(2).Killed(3) with { Country = "SY" }).ShouldBe("1|2");

    [Fact]
    public void Many_dead_here_and_none_there_speaks_against_one_event() =>
        PairScore.Of(Told.Of(1).Killed(40), Told.Of(2).Killed(0)).Value.ShouldBeLessThan(PairScore.Of(Told.Of(1).Killed(40), Told.Of(2)).Value - 0.2);

    [Fact]
    public void A_toll_that_grew_is_no_veto() =>
        Told.Arrange(Told.Of(1).Killed(3).Wounded(12).Naming("ilse marek"), Told.Of(2).Killed(5).Wounded(12).Naming("ilse marek")).ShouldBe("1 2");

    [Fact]
    public void Kinds_told_for_one_another_link_and_unrelated_ones_do_not()
    {
        Told.Arrange(Told.Of(1).Wounded(3), Told.Of(2, type: EventType.MissileAttack).Wounded(3)).ShouldBe("1 2");
        PairScore.Of(Told.Of(1), Told.Of(2, type: EventType.Kidnapping)).Value.ShouldBeLessThan(Linker.MergeThreshold);
    }

    [Fact]
    public void A_score_does_not_depend_on_who_is_asked_first()
    {
        var (one, two) = (Told.Of(1).Killed(3).Naming("ilse marek"), Told.Of(2, "2031-05-05").Killed(5));

        PairScore.Of(one, two).ShouldBe(PairScore.Of(two, one));
        PairScore.Reasons(one, two).ShouldBe(PairScore.Reasons(two, one));
    }

    [Fact]
    public void Reasons_say_what_both_tell()
    {
        var reasons = PairScore.Reasons(Told.Of(1).Killed(3).Naming("ilse marek"), Told.Of(2).Killed(3).Naming("ilse marek"));

        reasons.ShouldContain("same day, 2031-05-04");
        reasons.ShouldContain("same place, Camp Orla");
        reasons.ShouldContain("3 killed in both");
        reasons.ShouldContain("both name ilse marek");
    }
}
