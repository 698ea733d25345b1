using Gongkai.Reports;

namespace Gongkai.Bench;

/// <summary>Makes the sections of an invented report as long as those of published ones, with sentences that count nothing of the tables.</summary>
internal static class LongProse
{
    private static readonly string[] Sentences =
    [
        "坚持把政务公开放在全局工作中谋划，主要负责同志听取专题汇报2次，分管负责同志每季度调度一次进展。",
        "围绕重点项目、民生实事、财政预决算等群众关心的内容，及时更新栏目，全年调整栏目6个。",
        "完善信息发布前的保密审查，做到一事一审、先审后发，审查记录随文件归档备查。",
        "对照省、市考核指标逐条自查，对栏目更新不及时、链接失效等14个问题建立台账，限期整改到位。",
        "在便民服务大厅设置查阅点，配备查询设备和纸质资料，安排专人引导，方便老年人等群体查询。",
        "组织业务培训3期，参训人员86人次，重点讲解文件公开属性认定和答复文书的规范写法。",
        "政策解读采用图表、问答、短视频等形式，重要文件与解读材料同步起草、同步审签、同步发布。",
        "邀请群众代表、企业代表走进机关，围绕农村道路养护、小区改造等议题听取意见建议31条，采纳19条。",
        "加强政务新媒体内容管理，清理长期不更新的账号2个，保留的账号明确专人负责日常维护。",
        "健全工作机制，将公开工作纳入年度绩效考核，考核结果与评先评优挂钩，压实各科室责任。",
        "一是个别科室对公开工作重视不够，信息报送不够主动，内容以工作动态为主，政策性内容偏少。",
        "二是解读形式比较单一，文字解读占比偏高，通俗化、场景化的解读不多，群众的知晓面有待扩大。",
        "三是基层工作人员变动频繁，业务衔接不够顺畅，对条例的理解和运用还不够深入。",
        "下一步将细化任务分工，按月通报各科室信息报送情况，对长期零报送的予以提醒。",
        "继续拓宽公开渠道，用好村居公示栏、广播和微信群，把与群众生产生活相关的事项送到身边。",
    ];

    /// <summary>The report with so many sentences more in sections one and five.</summary>
    public static AnnualReport Of(AnnualReport report, Random random, int sentences) => report with
    {
        Sections =
        [
            .. report.Sections.Select(section => section.Number is 1 or 5
                ? section with { Text = section.Text + string.Concat(Enumerable.Range(0, sentences / 2).Select(index => (index % 4 == 0 ? "\n" : "") + Sentences[random.Next(Sentences.Length)])) }
                : section),
        ],
    };
}
