namespace Gongkai.Reports.Tests.Checking;

/// <summary>
/// Sentences of the shapes that reports really have, with what they say. An address ends in <c>?</c> where the sentence leaves a
/// doubt; nothing at all where it says nothing of a single cell. Sentences that start with （二） stand in the block of requests.
/// </summary>
public static class TextWordings
{
    private const string In = "（二）依申请公开。";

    public static TheoryData<string, string> All => new()
    {
        // 新收、收到、受理
        { "2024年，我镇共收到政府信息公开申请5件。", "requests.received.total=5" },
        { "全年收到依申请公开 12 件，均按规定答复。", "requests.received.total=12" },
        { "本机关2024年新收政府信息公开申请１２件。", "requests.received.total=12" },
        { "全年共接收政府信息公开申请十二件。", "requests.received.total=12" },
        { "收到信息公开申请两件，已答复。", "requests.received.total=2" },
        { "2024年度收到公民、法人和其他组织提出的政府信息公开申请1,203件。", "requests.received.total=1203" },
        { "全年受理政府信息公开申请5件。", "requests.received.total=5?" },
        { "青禾镇人民政府共受理政府信息公开申请5件，依法办结4件，结转下一年办理1件。", "requests.received.total=5? requests.concluded.total=4 requests.carriedOut.total=1" },
        { "我镇收到依申请公开的信息申请 1 条，受理依申请公开 1 件、办结 1 件。", "requests.received.total=1 requests.received.total=1? requests.concluded.total=1" },
        { "新收政府信息公开申请数量为0。", "requests.received.total=0" },
        { In + "全年共收到申请3宗，已全部办结。", "requests.received.total=3" },
        { In + "全年收到3份，办结3份。", "requests.received.total=3 requests.concluded.total=3" },
        { "全镇共收到政府信息公开申请7件。", "requests.received.total=7" },
        { "截至2024年12月31日，共收到政府信息公开申请8件。", "requests.received.total=8" },
        { "2024年累计收到政府信息公开申请8件。", "requests.received.total=8?" },

        // 办理、办结、答复
        { "全年共办理依申请公开0件。", "requests.concluded.total=0?" },
        { "收到政府信息公开申请6件，办结6件。", "requests.received.total=6 requests.concluded.total=6" },
        { "收到政府信息公开申请6件，按期办结5件。", "requests.received.total=6 requests.concluded.total=5?" },
        { "收到政府信息公开申请6件，已办理完毕6件。", "requests.received.total=6 requests.concluded.total=6" },
        { "共收到政府信息公开申请6件，答复5件。", "requests.received.total=6 requests.concluded.total=5?" },
        { "收到政府信息公开申请6件，其中延期答复2件。", "requests.received.total=6" },

        // 结转
        { "上年结转政府信息公开申请2件，本年新收3件。", "requests.carriedIn.total=2 requests.received.total=3" },
        { "2023年结转政府信息公开申请2件，本年收到3件。", "requests.carriedIn.total=2 requests.received.total=3" },
        { "收到政府信息公开申请9件，其中1件结转至下年度办理。", "requests.received.total=9 requests.carriedOut.total=1" },
        { "收到政府信息公开申请9件，办结8件，结转2025年继续办理1件。", "requests.received.total=9 requests.concluded.total=8 requests.carriedOut.total=1" },
        { "收到政府信息公开申请9件，另有2件顺延到下年度答复。", "requests.received.total=9 requests.carriedOut.total=2" },
        { "共收到政府信息公开申请7件（含上年结转2件）。", "requests.carriedIn.total=2" },
        { "共收到政府信息公开申请（含上年结转）7件。", "" },
        { "办结政府信息公开申请（含上年结转）7件。", "requests.concluded.total=7" },
        { "答复政府信息公开申请7件（含上年度结转申请2件，另有1件申请顺延到下年度答复）。", "requests.concluded.total=7? requests.carriedIn.total=2 requests.carriedOut.total=1" },
        { "办结政府信息公开申请7件，结转1件。", "requests.concluded.total=7 requests.carriedOut.total=1?" },

        // 结果
        { "办结政府信息公开申请10件，其中予以公开3件、部分公开2件、不予公开1件、无法提供4件。", "requests.concluded.total=10 requests.granted.total=3 requests.partlyGranted.total=2" },
        { "办结政府信息公开申请10件，其中3件予以公开，2件部分公开，1件不予公开。", "requests.concluded.total=10 requests.granted.total=3 requests.partlyGranted.total=2" },
        { "答复政府信息公开申请10件。予以公开及部分公开4件，不予公开6件。", "requests.concluded.total=10?" },
        { "收到政府信息公开申请4件，予以公开4件。", "requests.received.total=4 requests.granted.total=4?" },
        { "办结政府信息公开申请6件，因本机关不掌握相关政府信息无法提供2件。", "requests.concluded.total=6 requests.unavailable.notHeld.total=2?" },
        { "办结政府信息公开申请6件，其中主动公开6件。", "requests.concluded.total=6" },

        // 申请人
        { "收到政府信息公开申请5件，其中自然人4件、法人或其他组织1件。", "requests.received.total=5 requests.received.natural=4?" },
        { "收到政府信息公开申请5件，其中4件为自然人申请，1件为商业企业申请。", "requests.received.total=5 requests.received.natural=4? requests.received.commercial=1?" },

        { "收到公民王某提交的政府信息公开申请1件，已答复。", "requests.received.total=1?" },
        { "收到政府信息公开申请21件（自然人20件、商业企业1件）。", "requests.received.total=21 requests.received.natural=20? requests.received.commercial=1?" },
        { "收到政府信息公开申请5件，其中自然人4件，其中予以公开3件。", "requests.received.total=5 requests.received.natural=4? requests.granted.total=3?" },
        { In + "全年共收到政府信息公开申请32件，上年度结转1件，办结31件，结转下年度2件。从申请人看，自然人申请30件，占93.8%。", "requests.received.total=32 requests.carriedIn.total=1 requests.concluded.total=31 requests.carriedOut.total=2 requests.received.natural=30?" },

        // 复议、诉讼
        { "因政府信息公开被申请行政复议1件，被提起行政诉讼0件。", "disputes.reconsideration.total=1" },
        { "政府信息公开行政复议3件，其中维持2件，纠正1件。", "disputes.reconsideration.total=3 disputes.reconsideration.upheld=2 disputes.reconsideration.corrected=1" },
        { "政府信息公开类行政复议3件，尚未审结1件。", "disputes.reconsideration.total=3 disputes.reconsideration.pending=1" },
        { "未经复议直接提起的政府信息公开行政诉讼1件，复议后起诉的行政诉讼2件。", "disputes.litigationDirect.total=1 disputes.litigationAfterReconsideration.total=2" },
        { "全年办理行政复议案件30件，审结28件。", "" },
        { "作为行政复议机关，受理政府信息公开行政复议12件。", "" },

        // 规范性文件
        { "全年制发行政规范性文件3件，废止2件，现行有效15件。", "proactive.normativeDocuments.issued=3 proactive.normativeDocuments.repealed=2? proactive.normativeDocuments.inForce=15?" },
        { "我镇现行有效的行政规范性文件15件。", "proactive.normativeDocuments.inForce=15" },
        { "制定规范性文件2件。", "proactive.normativeDocuments.issued=2?" },
        { "公开行政规范性文件3件，解读3件。", "" },
        { "清理行政规范性文件20件。", "" },
        { "截至目前，镇政府共制定行政规范性文件30件。", "" },
        { "以镇政府名义制发行政规范性文件2件，以镇政府办公室名义制发行政规范性文件1件。", "" },

        // 不是申请
        { "政府网站收到留言25条，办结25条。", "" },
        { "受理群众来信30件，接听咨询电话200次。", "" },
        { "办理12345热线工单160件，办结率100%。", "" },
        { "办理人大建议5件、政协提案8件。", "" },
        { "主动公开政府信息1200条。", "" },
        { "全年发布信息22条，收到点赞30个。", "" },
        { "发放依申请公开指南200份。", "" },
        { "接待依申请公开咨询20人次。", "" },
        { "更新依申请公开目录3条。", "" },
        { "推进高效办成一件事，受理事项15件。", "" },
        { "根据《条例》第二十条第（一）项和国办公开办函〔2021〕30号编制。", "" },
        { "收到政府信息公开申请2件，均已办结。全年开展培训3次，办理民生实事10件。", "requests.received.total=2" },
        { "收到政府信息公开申请2件，收到网站留言9条，办结9条。", "requests.received.total=2" },

        // 别的年份、部分时间、比较
        { "收到政府信息公开申请5件，较上年增加2件。", "requests.received.total=5" },
        { "收到政府信息公开申请5件，同比减少3件，下降37.5%。", "requests.received.total=5" },
        { "2023年收到政府信息公开申请8件，2024年收到5件。", "requests.received.total=5" },
        { "自2008年《条例》施行以来，共收到政府信息公开申请320件。", "" },
        { "今年以来，共收到政府信息公开申请4件，办结4件。", "requests.received.total=4 requests.concluded.total=4" },
        { "2024年以来，共收到政府信息公开申请4件。", "requests.received.total=4" },
        { "收到政府信息公开申请9件（2023年12件）。", "requests.received.total=9" },
        { "上半年收到政府信息公开申请4件。", "" },
        { "近三年收到政府信息公开申请40件。", "" },
        { "去年收到政府信息公开申请8件。", "" },

        // 别的范围、其中一部分
        { "全县共收到政府信息公开申请120件。", "" },
        { "县公安局收到政府信息公开申请20件，其中予以公开6件。", "" },
        { "其中，网上受理政府信息公开申请3件，当面受理2件。", "" },
        { "通过信函收到政府信息公开申请2件。", "" },
        { "收到政府信息公开申请5件，其中上级转办2件。", "requests.received.total=5" },
        { "收到政府信息公开申请5件，另收到转交申请1件。", "requests.received.total=5" },
        { "收到政府信息公开申请约5件。", "" },
        { "收到政府信息公开申请10余件。", "" },
        { "收到政府信息公开申请超过10件。", "" },

        { "收到政府信息公开申请12件（其中网上申请9件，信函申请3件），办结12件。", "requests.received.total=12 requests.concluded.total=12" },
        { "本机关共收到政府信息公开申请8件，已办结7件，1件结转至2025年办理。", "requests.received.total=8 requests.concluded.total=7 requests.carriedOut.total=1" },
        { "收到政府信息公开申请6件，按规定答复。全年受理行政许可申请1200件，办结1198件。", "requests.received.total=6" },

        // 断行、空格、繁体、全角
        { "2024年我镇共收到政府信息公开申\n请5件，全部为自然人提出。", "requests.received.total=5" },
        { "收 到 政 府 信 息 公 开 申 请 5 件。", "requests.received.total=5" },
        { "全年共收到政府信息公開申請5件，辦結5件。", "requests.received.total=5 requests.concluded.total=5" },
        { "收到政府信息公开申请（含信函、网络等渠道）5件。", "" },
        { "依申请公开情况：收到5件，办结5件。", "requests.received.total=5 requests.concluded.total=5" },
        { "一是规范依申请公开。2024年收到5件，办结5件。", "requests.received.total=5 requests.concluded.total=5" },
        { "出具依申请公开答复书5份。", "" },
        { "发出补正通知书3份，征求第三方意见2件。", "" },
    };
}
