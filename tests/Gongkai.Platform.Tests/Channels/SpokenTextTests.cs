using Gongkai.Platform.Channels.Printing;
using Gongkai.Platform.Publishing;

namespace Gongkai.Platform.Tests.Channels;

public sealed class SpokenTextTests
{
    [Theory]
    [InlineData("2026年3月1日起", "二零二六年三月一日起")]
    [InlineData("2026-03-01", "二零二六年三月一日")]
    [InlineData("上午9:30到12:00", "上午九点三十分到十二点整")]
    [InlineData("8:05开始", "八点零五分开始")]
    [InlineData("补助10元", "补助十元")]
    [InlineData("共1,234.5万元", "共一千二百三十四点五万元")]
    [InlineData("102人、110人、1010户", "一百零二人、一百一十人、一千零一十户")]
    [InlineData("20000元和1000001元", "二万元和一百万零一元")]
    [InlineData("120000005平方米", "一亿二千万零五平方米")]
    [InlineData("增长12.5%", "增长百分之十二点五")]
    [InlineData("死亡率3‰", "死亡率千分之三")]
    [InlineData("电话0791-85551234", "电话零七九幺八五五五幺二三四")]
    [InlineData("拨打13800138000", "拨打幺三八零零幺三八零零零")]
    [InlineData("拨打12345", "拨打幺二三四五")]
    [InlineData("每户3-5人", "每户三到五人")]
    [InlineData("云政规〔2026〕12号", "云政规二零二六年十二号")]
    [InlineData("80㎡、12km、-5℃", "八十平方米、十二公里、负五摄氏度")]
    [InlineData("《水库管理办法》", "水库管理办法")]
    [InlineData("见https://www.example.cn/a", "见网址请见本公告的网页")]
    [InlineData("0.5", "零点五")]
    public void Numbers_dates_and_signs_are_written_as_they_are_read(string written, string read) => SpokenText.Of(written).ShouldBe(read);

    [Fact]
    public void A_table_is_read_as_sentences_and_the_length_is_told()
    {
        var script = BroadcastScript.Of(Printed("<p>发放如下：</p><table><thead><tr><th>姓名</th><th>金额</th></tr></thead><tbody><tr><td>周强</td><td>300元</td></tr><tr><td>李明</td><td>250元</td></tr></tbody></table><ol><li>先登记</li><li>再领取</li></ol>"));

        script.Lines.ShouldContain("周强；金额，三百元。");
        script.Lines.ShouldContain("李明；金额，二百五十元。");
        script.Lines.ShouldContain("第一，先登记");
        script.Minutes.ShouldBe(1);
        script.Text.ShouldContain("约 1 分钟");
        using var word = new MemoryStream();
        script.Write(word);
        word.ToArray()[..2].ShouldBe("PK"u8.ToArray());
    }

    [Fact]
    public void A_long_text_takes_more_minutes() =>
        BroadcastScript.Of(Printed(string.Concat(Enumerable.Repeat("<p>全县各乡镇要抓好春耕备耕和防汛抗旱工作。</p>", 100)))).Minutes.ShouldBeInRange(9, 12);

    private static PrintedDocument Printed(string body) => new(
        new Publication { DocumentId = 1, IndexNumber = "JG00001/2026-00001", Title = "补助发放公告", Issuer = "云溪县水利局", Body = body, Kind = Gongkai.Law.Publishing.DocumentKind.Notice, PublishedAt = new DateTimeOffset(2026, 1, 12, 0, 0, 0, TimeSpan.Zero) }, "云溪县水利局");
}
