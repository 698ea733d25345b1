using Gongkai.Law.Publishing;
using Gongkai.Platform.Publishing;

namespace Gongkai.Platform.Demonstration;

/// <summary>What the documents of the demonstration say.</summary>
internal static class DemonstrationTexts
{
    public static IReadOnlyList<DemonstrationText> All(DateOnly today) =>
    [
        new("县政府", DocumentStage.Published, "规章、行政规范性文件", new DocumentContent { Kind = DocumentKind.NormativeDocument, Title = "青禾县农村宅基地审批管理办法", MadeOn = today.AddDays(-400), Body = "<h2>第一章　总则</h2><p>第一条　为规范农村宅基地审批，保障农村村民的居住权益，制定本办法。</p><p>第二条　本县行政区域内农村村民申请宅基地，适用本办法。</p><h2>第二章　申请和审批</h2><p>第三条　村民向村民小组提出申请，经村民会议讨论并公示五个工作日。</p><p>第四条　乡镇人民政府自收到材料之日起二十个工作日内作出决定。</p>", Number = $"青禾政规〔{today.AddDays(-400).Year}〕2号", EffectiveOn = today.AddDays(-370), ExpiresOn = today.AddDays(1400), Keywords = "宅基地;审批", Topic = "国土资源", Summary = "规定农村宅基地申请、公示和审批的办法和时限。" }),
        new("县政府", DocumentStage.Published, "规章、行政规范性文件", new DocumentContent { Kind = DocumentKind.NormativeDocument, Title = "青禾县农村宅基地管理暂行规定", MadeOn = today.AddDays(-1500), Body = "<p>第一条　本规定适用于本县农村宅基地的申请和审批。</p>", Number = $"青禾政规〔{today.AddDays(-1500).Year}〕5号", EffectiveOn = today.AddDays(-1490), Topic = "国土资源" }) { RepealedOn = today.AddDays(-370) },
        new("县政府", DocumentStage.Published, "规章、行政规范性文件", new DocumentContent { Kind = DocumentKind.NormativeDocument, Title = "青禾县公共停车场管理试行办法", MadeOn = today.AddDays(-760), Body = "<p>第一条　为方便群众停车，规范公共停车场的管理，制定本办法。</p><p>第二条　本办法试行二年。</p>", Number = $"青禾政规〔{today.AddDays(-760).Year}〕1号", EffectiveOn = today.AddDays(-745), ExpiresOn = today.AddDays(-15), Topic = "城乡建设" }),
        new("县政府", DocumentStage.Published, "", new DocumentContent { Kind = DocumentKind.Interpretation, Title = "《青禾县农村宅基地审批管理办法》解读", MadeOn = today.AddDays(-398), Body = "<h2>为什么制定</h2><p>原来的暂行规定施行多年，审批环节和时限已经不能适应需要。</p><h2>办起来有什么不同</h2><p>材料由五份减为三份，乡镇审批时限定为二十个工作日。</p><h2>到哪里咨询</h2><p>县政府办公室，电话 000-5550100。</p>", Category = CatalogCategory.Regulations, InterpretationForm = InterpretationForm.QuestionsAndAnswers }) { Interprets = "青禾县农村宅基地审批管理办法" },
        new("县政府", DocumentStage.Published, "", new DocumentContent { Kind = DocumentKind.Guide, Title = "青禾县政府信息公开指南", MadeOn = today.AddDays(-200), Body = "<h2>公开哪些信息</h2><p>本县各机关按照《中华人民共和国政府信息公开条例》主动公开政府信息，在公开目录里按类别查找。</p><h2>怎样申请</h2><p>没有公开的信息，可以在网上、当面或者邮寄申请，自收到之日起二十个工作日内答复。</p><h2>办理机构</h2><p>青禾县人民政府办公室，和顺路1号，工作日 9:00—12:00、14:00—17:30，电话 000-5550100。</p>", Category = CatalogCategory.Other }),
        new("县政府", DocumentStage.Published, "", new DocumentContent { Kind = DocumentKind.Regime, Title = "青禾县政府信息公开属性源头认定办法", MadeOn = today.AddDays(-300), Body = "<p>拟制公文时，由拟稿人提出公开属性，审核人核对，签发人确定；不主动公开的写明理由。</p>", Category = CatalogCategory.Other }),
        new("县政府", DocumentStage.Published, "", new DocumentContent { Kind = DocumentKind.News, Title = "全县政务公开工作推进会召开", MadeOn = today.AddDays(-9), Body = "<p>会议部署了年度报告编制、目录更新和不公开文件的重新审查。</p>" }),
        new("教育局", DocumentStage.Published, "招生入学", new DocumentContent { Kind = DocumentKind.Notice, Title = "青禾县义务教育招生入学工作安排", MadeOn = today.AddDays(-60), Body = "<h2>招生范围</h2><p>按户籍和居住地划分，见附表。</p><table><caption>报名时间</caption><thead><tr><th scope=\"col\">阶段</th><th scope=\"col\">时间</th></tr></thead><tbody><tr><td>网上登记</td><td>6月10日至15日</td></tr><tr><td>现场核对</td><td>6月20日至22日</td></tr></tbody></table>", Number = $"青禾教〔{today.AddDays(-60).Year}〕8号" }),
        new("云溪镇", DocumentStage.Published, "", new DocumentContent { Kind = DocumentKind.Guide, Title = "云溪镇政府信息公开指南", MadeOn = today.AddDays(-180), Body = "<p>云溪镇主动公开的信息在本页查找；申请公开请到云溪镇党政办，或者在网上提交。</p>", Category = CatalogCategory.Other }),
        new("云溪镇", DocumentStage.Published, "最低生活保障", new DocumentContent { Kind = DocumentKind.PublicNotice, Title = "云溪镇最低生活保障对象审核确认公示", MadeOn = today.AddDays(-3), Body = "<p>下列家庭经审核确认，现予公示。有意见的，请在公示期内向镇民政办反映。</p><table><caption>名单</caption><thead><tr><th scope=\"col\">村</th><th scope=\"col\">户主</th><th scope=\"col\">人数</th></tr></thead><tbody><tr><td>上埠村</td><td>李某</td><td>2</td></tr><tr><td>桥头村</td><td>周某</td><td>1</td></tr></tbody></table>", ShownUntil = today.AddDays(4) }),
        new("云溪镇", DocumentStage.InReview, "补贴发放", new DocumentContent { Kind = DocumentKind.Notice, Title = "云溪镇农业补贴发放情况通告", MadeOn = today.AddDays(-12), Body = "<p>本年度农业补贴已经发放到户，现将发放情况通告如下。</p>" }),
        new("云溪镇", DocumentStage.Drafting, "", new DocumentContent { Kind = DocumentKind.Notice, Title = "云溪镇农田水利工程维修安排", MadeOn = today.AddDays(-16), Body = "<p>为保障春灌，镇里安排对三处渠道进行维修。</p>", Category = CatalogCategory.Countryside }),
        new("云溪镇", DocumentStage.Ready, "", new DocumentContent { Kind = DocumentKind.Notice, Title = "云溪镇便民服务中心节日值班安排", MadeOn = today.AddDays(-2), Body = "<p>节日期间便民服务中心每天上午开放，电话 000-5550201。</p>", Category = CatalogCategory.Other }),
        new("云溪镇", DocumentStage.Kept, "", new DocumentContent { Kind = DocumentKind.PolicyDocument, Title = "云溪镇人民政府关于上埠村道路选线方案的请示", MadeOn = today.AddDays(-380), Body = "<p>现将上埠村道路选线方案报上，请审定。</p>", Attribute = DisclosureAttribute.Withheld, AttributeReason = "属于过程性信息，方案没有确定（《条例》第十六条第二款）。" }),
        new("鹤坪乡", DocumentStage.Published, "征地预公告和补偿安置", new DocumentContent { Kind = DocumentKind.Notice, Title = "鹤坪乡拟征收土地公告", MadeOn = today.AddDays(-25), Body = "<p>因建设需要，拟征收鹤坪乡柳树村集体土地，公告期三十日。</p>", Summary = "拟征收土地的范围、目的和补偿登记办法。" }),
    ];
}
