using Gongkai.Reports.Form;
using Gongkai.Reports.Reading.Recognition;
using Gongkai.Reports.Reading.Text;

namespace Gongkai.Reports.Tests.Reading;

public sealed class RecognitionTests
{
    private const string DisputeHeader = """
        四、政府信息公开行政复议、行政诉讼情况
        行政复议 | 行政诉讼 |
        结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 |
        结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |

        """;

    private const string RequestRows = """
        松岗县河湾镇人民政府2023年政府信息公开工作年度报告
        一、总体情况
        全镇按要求公开政府信息。
        二、主动公开政府信息情况
        三、收到和处理政府信息公开申请情况
        自然人 | 法人或其他组织 | 总计 |
        商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |
        一、本年新收政府信息公开申请数量 | 2 | 1 | 0 | 0 | 0 | 0 | 3 |
        二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
        三、本年度办理结果 | （一）予以公开 | 2 | 1 | 0 | 0 | 0 | 0 | 3 |

        """;

    [Fact]
    public void A_pipe_after_every_cell_parts_off_no_cell()
    {
        var read = Read(RequestRows + DisputeHeader + "1 | 0 | 0 | 2 | 3 | 0 | 0 | 0 | 0 | 0 | 4 | 0 | 0 | 0 | 4 |\n");

        Disputes(read).ShouldBe([1, 0, 0, 2, 3, 0, 0, 0, 0, 0, 4, 0, 0, 0, 4]);
    }

    [Fact]
    public void Blanks_between_the_figures_of_table_four_keep_their_place()
    {
        var read = Read(RequestRows + DisputeHeader + "1 | | | 2 | 3 | 6 | | | | 6 | | | | | |\n");

        Disputes(read).ShouldBe([1, null, null, 2, 3, 6, null, null, null, 6, null, null, null, null, null]);
    }

    [Fact]
    public void A_total_that_is_not_in_its_place_leaves_table_four_unread()
    {
        var read = Read(RequestRows + DisputeHeader + "1 | 2 | 3 | | 6 | 6 | | | | | | | | | |\n");

        Disputes(read).ShouldAllBe(figure => figure == null);
    }

    [Fact]
    public void The_name_of_a_group_on_a_line_of_its_own_is_no_row()
    {
        var read = Read(RequestRows + """
            （六）其他处理 |
            1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 |
            5 |
            0 |
            0 |
            0 |
            0 |
            0 |
            5 | |
            """);

        read.Figures[NationalForm.Request(RequestRow.ClarificationOverdue, ApplicantColumn.Natural)].ValueOrNull.ShouldBe(5);
        read.Figures[NationalForm.Request(RequestRow.ClarificationOverdue, ApplicantColumn.Total)].ValueOrNull.ShouldBe(5);
    }

    [Fact]
    public void Blanks_keep_their_place_where_every_row_ends_in_its_total()
    {
        var read = Read(Blanks("四、结转下年度继续办理 | | 1 | | | | | 1 | ||"));

        Requests(read, RequestRow.Received).ShouldBe([2, null, null, 4, null, null, 6]);
        Requests(read, RequestRow.Granted).ShouldBe([2, null, null, 3, null, null, 5]);
        Requests(read, RequestRow.StateSecret).ShouldBe([null, 1, null, null, null, null, 1]);
        Requests(read, RequestRow.CarriedOut).ShouldBe([null, 1, null, null, null, null, 1]);
    }

    [Fact]
    public void A_row_whose_total_slid_makes_every_blank_uncertain()
    {
        var read = Read(Blanks("四、结转下年度继续办理 | 1 | 1 | | | | | | ||"));

        Requests(read, RequestRow.Received).ShouldAllBe(figure => figure == null);
        Requests(read, RequestRow.CarriedOut).ShouldAllBe(figure => figure == null);
    }

    [Theory]
    [InlineData("首页 > 信息公开年报 > 2023 > 街道办事处政府信息公开工作年度报告\n2023年河湾街道政府信息公开工作年度报告\n河湾街道办事处", "河湾街道办事处")]
    [InlineData("根据有关规定，现公布松岗县水务局2023年政府信息公开工作年度报告。", "松岗县水务局")]
    [InlineData("根据有关规定，现公布我局2023年政府信息公开工作年度报告。", null)]
    [InlineData("根据有关规定，编制本报告。松岗县水务局2023年工作报告另行公布。", null)]
    [InlineData("松岗县第10镇2023年政府信息公开工作年度报告", "松岗县第10镇")]
    [InlineData("松岗市110指挥中心2023年政府信息公开工作年度报告", "松岗市110指挥中心")]
    [InlineData("3.2023年政府信息公开工作年度报告", null)]
    [InlineData("附件2松岗县水务局2023年政府信息公开工作年度报告", null)]
    [InlineData("松岗县12月2023年政府信息公开工作年度报告", null)]
    public void The_agency_is_the_one_whose_report_it_is(string head, string? agency) =>
        Read(head + RequestRows[RequestRows.IndexOf('\n', StringComparison.Ordinal)..]).Agency.ShouldBe(agency);

    private static string Blanks(string lastRow) => $"""
        松岗县河湾镇人民政府2023年政府信息公开工作年度报告
        一、总体情况
        全镇按要求公开政府信息。
        二、主动公开政府信息情况
        三、收到和处理政府信息公开申请情况
        自然人 | 法人或其他组织 | 总计 | |||||||
        商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |||||
        一、本年新收政府信息公开申请数量 | 2 | | | 4 | | | 6 | ||
        三、本年度办理结果 | （一）予以公开 | 2 | | | 3 | | | 5 | |
        （三）不予公开 | 1.属于国家秘密 | | 1 | | | | | 1 | |
        {lastRow}
        """;

    private static decimal?[] Requests(AnnualReport report, RequestRow row) =>
        [.. Enum.GetValues<ApplicantColumn>().Select(column => report.Figures[NationalForm.Request(row, column)].ValueOrNull)];

    private static AnnualReport Read(string text) => ReportRecogniser.Recognise(PlainTextReader.Read(text));

    private static decimal?[] Disputes(AnnualReport report) =>
        [.. Enum.GetValues<DisputeGroup>().SelectMany(group => Enum.GetValues<DisputeResult>().Select(result => report.Figures[NationalForm.Dispute(group, result)].ValueOrNull))];
}
