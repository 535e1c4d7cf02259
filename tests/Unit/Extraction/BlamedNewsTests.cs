using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Who is said to have done it, in the ways news says it, and which of the attacks told is meant.</summary>
public sealed class BlamedNewsTests
{
    [Theory]
    [InlineData("A truck bomb killed 40 people in Mogadishu on Monday. A bomb killed 150 people there in March 2018. Al-Shabaab claimed responsibility for the attack.")]
    [InlineData("A truck bomb killed 40 people in Mogadishu on Monday. A bomb killed 150 people there in March 2018. The government blamed Al-Shabaab for the latest bombing.")]
    [InlineData("A truck bomb killed 40 people in Mogadishu on Monday. Al-Shabaab, which killed 67 people in Nairobi in 2013, claimed responsibility for the attack.")]
    public void A_claim_is_of_the_news_and_not_of_what_it_recalls(string text) =>
        Reading.MainOf(text).Perpetrators.ShouldHaveSingleItem().Name.ShouldBe("al-Shabaab");

    [Theory]
    [InlineData("A truck bomb killed 40 people in Mogadishu on Monday. Gunmen from Al-Shabaab killed 67 people in Nairobi in September 2013. The group claimed responsibility for the attack on the mall.")]
    [InlineData("A truck bomb killed 40 people in Mogadishu on Monday. No group has claimed it. A bomb killed 150 people there in March 2018, which Al-Shabaab claimed.")]
    public void What_is_said_of_the_old_attack_stays_with_it(string text) => Reading.MainOf(text).Perpetrators.ShouldBeEmpty();

    [Theory]
    [InlineData("A bomb killed nine people in Kabul on Monday. The ministry said the Haqqani network had carried out the attack.", "Haqqani network", Stance.Accused)]
    [InlineData("A bomb killed nine people in Kabul on Monday. Police said the Taliban planted it.", "Taliban", Stance.Accused)]
    [InlineData("A rocket hit a base in Taji on Monday. It was fired by Kataib Hezbollah, the ministry said.", "Kata'ib Hezbollah", Stance.Accused)]
    [InlineData("A rocket hit a farm near Metula on Monday. The army said it was launched by Hezbollah.", "Hezbollah", Stance.Accused)]
    [InlineData("A rocket hit a farm near Metula on Monday. The army said Hezbollah had launched it.", "Hezbollah", Stance.Accused)]
    [InlineData("A bomb killed nine people in Quetta on Monday. The attack bears the hallmarks of the Islamic State.", "Islamic State", Stance.Suspected)]
    [InlineData("A bomb killed nine people in Kabul on Monday. Suspicion fell on the Taliban.", "Taliban", Stance.Suspected)]
    public void Who_is_said_to_have_done_it_is_accused_or_suspected(string text, string name, Stance stance)
    {
        var doer = Reading.MainOf(text).Perpetrators.ShouldHaveSingleItem();
        (doer.Name, doer.Stance).ShouldBe((name, stance));
    }

    [Theory]
    [InlineData("Defence Minister Ana Lind said US forces carried out a strike on a camp near Deir ez-Zor on Monday.")]
    [InlineData("The Pentagon said the United States bombed a depot near Hodeidah on Monday.")]
    [InlineData("A spokesman said the Taliban attacked a post in Kunduz on Monday, killing six soldiers.")]
    public void Who_may_speak_for_the_doer_accuses_nobody(string text) => Reading.MainOf(text).Perpetrators.ShouldAllBe(one => one.Stance != Stance.Accused);

    [Theory]
    [InlineData("A rocket hit a base in Erbil on Monday. The drone was an old one; the army said Iran had used it for years.")]
    [InlineData("Six rockets hit Baghdad on Monday, the Iraqi military says, in an attack targeting the US embassy.")]
    [InlineData("A bomb killed nine people in Kabul on Monday. The ministry said the Taliban had condemned it.")]
    [InlineData("A rocket hit a farm near Metula on Monday. The army said Hezbollah had not launched it.")]
    [InlineData("A bomb killed nine people in Kabul on Monday. The ministry said the army had removed it.")]
    public void Who_only_tells_or_removes_it_is_none(string text) => Reading.MainOf(text).Perpetrators.ShouldAllBe(one => one.Stance == Stance.Denied);
}
