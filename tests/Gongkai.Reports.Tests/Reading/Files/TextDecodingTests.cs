using System.Text;
using Gongkai.Reports.Reading.Files;

namespace Gongkai.Reports.Tests.Reading.Files;

public sealed class TextDecodingTests
{
    private const string Text = "青石镇人民政府2024年政府信息公开工作年度报告\n一、总体情况\n全年收到申请１２件。";

    static TextDecodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string> Encodings => new("utf-8", "utf-16", "utf-16BE", "GB18030", "gbk", "gb2312");

    [Theory]
    [MemberData(nameof(Encodings))]
    public void An_encoding_is_found_by_itself(string name) => TextDecoding.Decode(Encoding.GetEncoding(name).GetBytes(Text)).ShouldBe(Text);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_byte_order_mark_is_believed_and_left_out(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        TextDecoding.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]).ShouldBe(Text);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Chinese_without_a_single_ascii_character_is_still_seen_to_be_wide(string name) =>
        TextDecoding.Decode(Encoding.GetEncoding(name).GetBytes("政府信息公开工作年度报告总体情况主动公开")).ShouldBe("政府信息公开工作年度报告总体情况主动公开");

    [Fact]
    public void A_page_that_names_the_wrong_charset_is_read_by_its_bytes()
    {
        var html = "<meta charset=\"gb2312\"><p>" + Text;
        TextDecoding.Decode(Encoding.UTF8.GetBytes(html)).ShouldBe(html);
        var lie = "<meta charset=\"utf-8\"><p>" + Text;
        TextDecoding.Decode(Encoding.GetEncoding("gbk").GetBytes(lie)).ShouldBe(lie);
    }

    [Fact]
    public void Traditional_pages_in_big5_say_so()
    {
        var html = "<meta http-equiv=Content-Type content=\"text/html; charset=big5\"><p>政府資訊公開工作年度報告，總體情況";
        TextDecoding.Decode(Encoding.GetEncoding("big5").GetBytes(html)).ShouldBe(html);
    }

    [Fact]
    public void Utf_8_that_was_cut_in_a_character_is_still_utf_8() =>
        TextDecoding.Decode(Encoding.UTF8.GetBytes(Text).AsSpan()[..^1]).ShouldStartWith("青石镇人民政府2024年");

    [Fact]
    public void Any_bytes_give_text()
    {
        var random = new Random(7);
        for (var length = 0; length < 300; length++)
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            TextDecoding.Decode(bytes).ShouldNotBeNull();
        }
    }
}
