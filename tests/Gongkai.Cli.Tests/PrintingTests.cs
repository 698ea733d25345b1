using Gongkai.Cli.Printing;
using Gongkai.Cli.Running;

namespace Gongkai.Cli.Tests;

public sealed class PrintingTests
{
    [Theory]
    [InlineData("本年新收申请数量", 8, "本年新收", "申请数量")]
    [InlineData("共 12345 件", 6, "共 ", "12345 ", "件")]
    [InlineData("甲乙丙，丁", 6, "甲乙", "丙，丁")]
    [InlineData("abcdefgh", 4, "abcd", "efgh")]
    [InlineData("", 4, "")]
    public void Chinese_is_broken_anywhere_but_words_figures_and_stops_are_kept(string text, int width, params string[] lines) =>
        Paragraph.Broken(text, width).ShouldBe(lines);

    [Theory]
    [InlineData(1, 4)]
    [InlineData(7, 30)]
    public void No_line_is_wider_than_there_is_room_and_nothing_is_lost(int seed, int width)
    {
        var random = new Random(seed);
        var text = string.Concat(Enumerable.Range(0, 500).Select(_ => "一二三，。ab 1"[random.Next(9)]));

        var lines = Paragraph.Broken(text, width).ToList();

        string.Concat(lines).ShouldBe(text);
        lines.ShouldAllBe(line => DisplayWidth.Of(line) <= width);
    }

    [Theory]
    [InlineData("（三）不予公开", 14)]
    [InlineData("abc", 3)]
    [InlineData("表3", 3)]
    public void A_chinese_character_takes_two_columns(string text, int width) => DisplayWidth.Of(text).ShouldBe(width);

    [Fact]
    public void A_label_that_is_too_wide_is_cut() => DisplayWidth.Cut("要求行政机关确认", 9).ShouldBe("要求行…");

    [Fact]
    public void A_field_of_csv_is_quoted_where_it_must_be() =>
        Csv.Line("a", null, "b,c", "说“是”\"否\"", "d\ne").ShouldBe("a,,\"b,c\",\"说“是”\"\"否\"\"\",\"d\ne\"\r\n");

    [Fact]
    public void The_bar_knows_its_end_only_once_the_files_are_counted()
    {
        Progress.Line(50, null, TimeSpan.FromSeconds(3)).ShouldBe("已处理 50 个文件，用时 3 秒");
        Progress.Line(50, 100, TimeSpan.FromSeconds(3)).ShouldBe($"[{new string('#', 15)}{new string('.', 15)}] 50/100，用时 3 秒");
    }
}
