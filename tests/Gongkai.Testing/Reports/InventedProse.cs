using System.Collections.Immutable;
using System.Globalization;
using Gongkai.Reports.Form;

namespace Gongkai.Testing.Reports;

/// <summary>Writes the text of a made-up report; the figures it names are those of the tables.</summary>
internal sealed class InventedProse(Random random, string agency, int year, FigureSet figures)
{
    private static readonly string[] Openings =
    [
        "围绕群众办事需求推进政务公开，把公开要求落实到公文办理的每个环节。",
        "以方便群众查得到、看得懂为目标，逐项梳理公开事项，按时更新公开内容。",
        "坚持公开为常态，推动决策、执行、管理、服务、结果各环节公开。",
        "把群众最常来问的事项列成清单，先公开、后完善，让来办事的人少跑一趟。",
        "对照公开事项目录逐月自查，缺项当月补齐，错项当日更正。",
    ];

    private static readonly string[] Management =
    [
        "公文拟制时同步确定公开属性，发布前由科室初核、分管领导审定，全年未发生错发、漏发。",
        "对历年公开的信息逐条核对，更正失效链接，补齐缺少的索引号和成文日期。",
        "建立信息台账，对公开信息的来源、审核人和发布时间逐条登记。",
        "对到期文件及时标注失效，清理重复发布的信息，公文公开属性的确定和复核分由两人负责。",
    ];

    private static readonly string[] Platform =
    [
        "在便民服务大厅设置查阅点，配备自助终端和纸质目录，安排专人引导查阅。",
        "调整网站公开专栏的栏目设置，合并内容相近的栏目，方便公众检索。",
        "政务新媒体与网站同步发布，内容更新和留言回复由专人负责。",
        "在文化站和六个村的村务栏旁增设公开角，张贴惠农补贴、工程招标等信息，每旬更换一次。",
    ];

    private static readonly string[] Oversight =
    [
        "将政务公开纳入年度工作考核，按季度通报，组织社会评议一次，全年无责任追究情形。",
        "组织两次业务培训，对检查中发现的问题列出清单，逐项销号；年度工作考核为合格，社会评议满意，没有责任追究情形。",
    ];

    private static readonly string[] Problems =
    [
        "一是政策解读形式较为单一，图文和视频解读不多；二是部分栏目更新不够及时。",
        "一是各科室报送信息的主动性还不够；二是专栏信息的分类有待细化。",
        "部分文件的解读发布晚于文件本身，个别栏目点开后内容较少，群众查找不便。",
        "1.补正告知的说明不够清楚；\n2.重复申请的答复口径有待统一；\n3.其他。",
    ];

    private static readonly string[] Improvements =
    [
        "针对上述问题，将每月核对一次栏目更新情况，增加图解和问答两种解读形式，并为每个科室指定一名信息员。",
        "今后文件与解读一并送审、一并发布，把点击少的栏目并入相近栏目，并请群众代表试用后再定稿。",
        "下一步，将明确报送时限和责任人，细化分类目录，继续做好重点领域信息公开。",
    ];

    public string Preamble()
    {
        var period = random.Next(3) switch
        {
            0 => $"根据《中华人民共和国政府信息公开条例》有关规定，编制本报告。本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。",
            1 => $"本报告由{agency}编制，统计期限为{year}年1月1日至{year}年12月31日。",
            _ => $"现公布{agency}{year}年度政府信息公开工作年度报告，数据统计期限从{year}年1月1日到{year}年12月31日。",
        };
        return $"{period}\n公众如有疑问，可与{agency}联系（地址：和顺路18号，邮编：000100，电话：000-5550100，电子邮箱：gongkai@example.org）。";
    }

    public ImmutableArray<Section> Sections() =>
    [
        .. NationalForm.SectionHeadings.Select((heading, index) => new Section(index + 1, heading, index switch
        {
            0 => Overview(),
            3 => Disputes(),
            4 => $"（一）存在的主要问题\n{Any(Problems)}\n（二）改进情况\n{Any(Improvements)}",
            5 => Others(),
            _ => "",
        })),
    ];

    private string Overview()
    {
        var lines = new List<string> { $"{year}年，{agency}{Any(Openings)}" };
        string[] blocks = [Proactive(), OnRequest(), Any(Management), Any(Platform), Any(Oversight)];
        string[] titles = ["主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障"];
        var inline = random.Next(2) == 0;
        for (var index = 0; index < blocks.Length; index++)
        {
            var title = $"（{"一二三四五"[index]}）{titles[index]}";
            if (inline)
            {
                lines.Add($"{title}。{blocks[index]}");
            }
            else
            {
                lines.Add(title);
                lines.Add(blocks[index]);
            }
        }

        return string.Join('\n', lines);
    }

    private string Proactive()
    {
        var issued = Value("proactive.normativeDocuments.issued");
        var start = $"全年通过网站和新媒体发布信息{random.Next(80, 900)}条。";
        return issued is null ? start : $"{start}制发行政规范性文件{issued:0}件，均按规定公开并配发解读。";
    }

    private string OnRequest()
    {
        var received = Value("requests.received.total");
        if (received == 0 && Value("requests.carriedIn.total") == 0)
        {
            return $"{year}年未收到政府信息公开申请，无上年结转的申请。";
        }

        var sentence = "畅通网上、当面、信函三种申请渠道。";
        foreach (var (name, words) in new[]
        {
            ("requests.received.total", "本年新收政府信息公开申请"),
            ("requests.carriedIn.total", "上年结转"),
            ("requests.concluded.total", "办结"),
            ("requests.carriedOut.total", "结转下年度继续办理"),
        })
        {
            if (Value(name) is { } value)
            {
                sentence += $"{words}{value:0}件，";
            }
        }

        return sentence.TrimEnd('，') + "。" + Outcomes();
    }

    private string Outcomes()
    {
        (string Words, RequestRow From, RequestRow To)[] outcomes =
        [
            ("予以公开", RequestRow.Granted, RequestRow.Granted),
            ("部分公开", RequestRow.PartlyGranted, RequestRow.PartlyGranted),
            ("不予公开", RequestRow.StateSecret, RequestRow.AdministrativeInquiry),
            ("无法提供", RequestRow.NotHeld, RequestRow.StillUnclear),
            ("不予处理", RequestRow.Petition, RequestRow.Reissue),
        ];
        if (random.Next(2) == 0)
        {
            return "";
        }

        var parts = new List<string>();
        foreach (var (words, from, to) in outcomes)
        {
            var rows = Enum.GetValues<RequestRow>().Where(row => row >= from && row <= to).Select(row => figures[row, ApplicantColumn.Total]).ToList();
            if (rows.All(cell => cell.IsNumber))
            {
                parts.Add($"{words}{rows.Sum(cell => cell.Value):0}件");
            }
        }

        return parts.Count == 0 ? "" : $"其中，{string.Join("、", parts)}。";
    }

    private string Disputes()
    {
        var reconsideration = Value("disputes.reconsideration.total");
        var litigation = Value("disputes.litigationDirect.total") + Value("disputes.litigationAfterReconsideration.total");
        if (reconsideration is null || litigation is null || (reconsideration + litigation == 0 && random.Next(2) == 0))
        {
            return "";
        }

        return reconsideration + litigation == 0
            ? $"{year}年未发生因政府信息公开工作引起的行政复议、行政诉讼。"
            : $"{year}年，因政府信息公开工作被申请行政复议{reconsideration:0}件，被提起行政诉讼{litigation:0}件。";
    }

    private string Others() => Value("requests.otherwise.feeOverdue.total") > 0
        ? "本年度依规定发出信息处理费收费通知，申请人逾期没有缴纳，实际收取0元。没有其他需要报告的事项。"
        : random.Next(3) switch
        {
            0 => $"{year}年未收取信息处理费。除上述情况外，无其他需要报告的事项。",
            1 => "依据信息处理费管理的有关规定，本年度没有产生信息处理费。",
            _ => "（一）本年度未收取信息处理费。\n（二）本年度没有其他需要报告的事项。",
        };

    private decimal? Value(string name) => figures[FigureAddress.Parse(name, CultureInfo.InvariantCulture)].ValueOrNull;

    private string Any(string[] choices) => choices[random.Next(choices.Length)];
}
