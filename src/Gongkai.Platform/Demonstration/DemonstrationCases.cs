using Gongkai.Law.Requests;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Intake;

namespace Gongkai.Platform.Demonstration;

/// <summary>The requests of the demonstration: who asked which agency for what, how long ago, and how far it is.</summary>
internal static class DemonstrationCases
{
    /// <summary>People and organizations that do not exist, with numbers that no office issues.</summary>
    public static IReadOnlyList<(ApplicantKind Kind, Applicant Applicant)> Applicants { get; } =
    [
        (ApplicantKind.Natural, Person("田守成", "99000019530412101")),
        (ApplicantKind.Natural, Person("季明芳", "99000019820719202")),
        (ApplicantKind.Natural, Person("苏一凡", "99000019950203303")),
        (ApplicantKind.Natural, Person("邵桂兰", "99000019661108404")),
        (ApplicantKind.Natural, Person("段文博", "99000019880527505")),
        (ApplicantKind.Natural, Person("耿小满", "99000019910615606")),
        (ApplicantKind.Commercial, Organization("青禾县顺田农资有限公司", "段文博")),
        (ApplicantKind.Commercial, Organization("青禾县清源水暖工程有限公司", "耿小满")),
        (ApplicantKind.Research, Organization("青禾乡土史研究所", "季明芳")),
        (ApplicantKind.PublicWelfare, Organization("青禾县河流守护协会", "苏一凡")),
        (ApplicantKind.LegalService, Organization("青禾和顺律师事务所", "邵桂兰")),
    ];

    /// <summary>The cases that are open or were closed of late. Working days are counted back from the day of the demonstration.</summary>
    public static IReadOnlyList<DemonstrationCase> Current { get; } =
    [
        new("云溪镇", 0, IntakeChannel.Online, 1, "云溪镇2025年危房改造补助对象名单和补助标准", DemonstrationWay.Unconfirmed),
        new("云溪镇", 1, IntakeChannel.Email, 2, "云溪镇文化站免费开放时间和年度活动经费安排", DemonstrationWay.Unconfirmed),
        new("云溪镇", 2, IntakeChannel.Counter, 0, "上埠村2024年征地补偿安置方案、补偿标准和发放明细", DemonstrationWay.Registered),
        new("云溪镇", 3, IntakeChannel.Counter, 3, "临溪村饮水管网改造工程的中标公告和施工合同", DemonstrationWay.Assigned),
        new("云溪镇", 4, IntakeChannel.SignedPost, 10, "关于村集体经济组织成员认定的全部文件", DemonstrationWay.Clarifying),
        new("云溪镇", 12, IntakeChannel.PlainPost, 4, "云溪镇卫生厕所改造验收表（补正后）", DemonstrationWay.Clarified),
        new("云溪镇", 17, IntakeChannel.SignedPost, 6, "云溪镇农资采购项目成交供应商的报价文件", DemonstrationWay.Consulting),
        new("云溪镇", 19, IntakeChannel.Counter, 5, "下埠村道路硬化工程的预算审核报告", DemonstrationWay.ExtensionProposed),
        new("云溪镇", 22, IntakeChannel.Online, 7, "集镇供水管网改造招标文件及评标结果", DemonstrationWay.Extended),
        new("云溪镇", 16, IntakeChannel.Counter, 8, "云溪镇1984年撤社建乡档案目录", DemonstrationWay.Drafted),
        new("云溪镇", 18, IntakeChannel.Online, 9, "云溪河采砂整治专项行动的执法情况统计", DemonstrationWay.InReview),
        new("云溪镇", 18, IntakeChannel.Counter, 1, "上埠村宅基地审批台账（2023年至2025年）", DemonstrationWay.Reviewed),
        new("云溪镇", 19, IntakeChannel.SignedPost, 2, "云溪镇政府2024年公务接待支出明细", DemonstrationWay.Reviewed),
        new("云溪镇", 15, IntakeChannel.Counter, 3, "临溪村低保对象年度审核公示材料", DemonstrationWay.Signed),
        new("云溪镇", 24, IntakeChannel.Online, 4, "云溪镇粮食直补资金分户清册", DemonstrationWay.Overdue),
        new("云溪镇", 21, IntakeChannel.Counter, 0, "上埠村2019年土地流转合同的备案材料", DemonstrationWay.Charged),
        new("云溪镇", 30, IntakeChannel.Online, 5, "云溪镇垃圾中转站选址的环境影响登记表", DemonstrationWay.Granted),
        new("云溪镇", 33, IntakeChannel.Counter, 10, "下埠村集体资产清产核资报告", DemonstrationWay.Partly),
        new("云溪镇", 36, IntakeChannel.SignedPost, 6, "云溪镇市场监管所与镇政府的往来函件", DemonstrationWay.Withheld),
        new("云溪镇", 40, IntakeChannel.Counter, 3, "云溪镇1962年的户籍底册", DemonstrationWay.NotHeld),
        new("云溪镇", 26, IntakeChannel.Counter, 2, "云溪镇幼儿园建设项目的立项批复", DemonstrationWay.Withdrawn),
        new("教育局", 1, IntakeChannel.Online, 2, "2025年秋季学期民办学校年检结果", DemonstrationWay.Unconfirmed),
        new("教育局", 5, IntakeChannel.Counter, 1, "县第二小学学区划分的依据和论证材料", DemonstrationWay.Assigned),
        new("教育局", 17, IntakeChannel.Email, 9, "校园塑胶跑道检测报告", DemonstrationWay.Assigned),
        new("教育局", 20, IntakeChannel.SignedPost, 10, "教师招聘面试评分细则和成绩汇总", DemonstrationWay.Reviewed),
        new("教育局", 28, IntakeChannel.Online, 8, "全县中小学校名变更的批复文件", DemonstrationWay.Granted),
        new("教育局", 34, IntakeChannel.Counter, 5, "县第一中学高中录取的全部答卷", DemonstrationWay.Withheld),
        new("鹤坪乡", 3, IntakeChannel.PlainPost, 0, "鹤坪乡林权证登记底档", DemonstrationWay.Registered),
        new("鹤坪乡", 11, IntakeChannel.Counter, 7, "鹤坪乡安全饮水工程竣工结算", DemonstrationWay.Assigned),
        new("鹤坪乡", 31, IntakeChannel.Counter, 4, "鹤坪乡防汛物资采购清单", DemonstrationWay.Granted),
        new("自然资源局", 6, IntakeChannel.Online, 6, "城南片区控制性详细规划图则", DemonstrationWay.Assigned),
        new("自然资源局", 25, IntakeChannel.SignedPost, 7, "青禾县2024年第三批次建设用地批复", DemonstrationWay.Overdue),
        new("自然资源局", 35, IntakeChannel.Counter, 0, "上埠村地块征收土地公告及张贴照片", DemonstrationWay.Partly),
        new("民政局", 8, IntakeChannel.Online, 3, "县福利院2024年财务收支情况", DemonstrationWay.Assigned),
        new("民政局", 29, IntakeChannel.Online, 9, "社会组织年检不合格名单", DemonstrationWay.Granted),
        new("县政府", 2, IntakeChannel.Online, 10, "县政府2025年规范性文件清理结果的讨论记录", DemonstrationWay.Registered),
        new("县政府", 14, IntakeChannel.Counter, 8, "青禾县志编纂经费的批复", DemonstrationWay.Assigned),
    ];

    /// <summary>What was asked for in the years before.</summary>
    public static IReadOnlyList<string> Earlier { get; } =
    [
        "农村公路养护资金分配方案", "高标准农田建设项目的招标结果", "老旧小区加装电梯的补贴办法", "河道保洁服务采购合同", "农机购置补贴发放名单", "村级小微权力清单",
        "秸秆综合利用项目验收材料", "义务教育阶段随迁子女入学政策", "小型水库除险加固方案", "公益性岗位招聘结果", "耕地地力保护补贴面积核实表", "重大动物疫病防控经费使用情况",
    ];

    private static Applicant Person(string name, string digits) => new()
    {
        Name = name, IdentityKind = IdentityCard.Kind, IdentityNumber = IdentityCard.Complete(digits), Telephone = "000-5550123", Address = "青禾县和顺路", Postcode = "000100",
    };

    private static Applicant Organization(string name, string contact) => new()
    {
        Name = name, IdentityKind = IdentityCard.OrganizationKind, IdentityNumber = "", Telephone = "000-5550456", Address = "青禾县和顺路", Contact = contact, Representative = contact,
    };
}

/// <summary>A request of the demonstration: received so many working days ago, from one of <see cref="DemonstrationCases.Applicants"/>.</summary>
internal sealed record DemonstrationCase(string Agency, int DaysAgo, IntakeChannel Channel, int Applicant, string Wanted, DemonstrationWay Way);

/// <summary>How far a request of the demonstration is.</summary>
internal enum DemonstrationWay
{
    Unconfirmed,
    Registered,
    Assigned,
    Clarifying,
    Clarified,
    Consulting,
    ExtensionProposed,
    Extended,
    Charged,
    Overdue,
    Drafted,
    InReview,
    Reviewed,
    Signed,
    Granted,
    Partly,
    Withheld,
    NotHeld,
    Withdrawn,
}
