using Gongkai.Law.Publishing;
using Gongkai.Platform.Participation.Consultations;
using Gongkai.Platform.Participation.Letters;
using Gongkai.Platform.Participation.Questionnaires;
using Gongkai.Platform.Participation.ReadingPoints;

namespace Gongkai.Platform.Participation;

/// <summary>What people read of consultations, letters, questionnaires and reading points.</summary>
public static class ParticipationWords
{
    public static string Of(ReleaseStage stage) => stage switch
    {
        ReleaseStage.Draft => "起草",
        ReleaseStage.Waiting => "等待审核发布",
        ReleaseStage.Released => "已发布",
        ReleaseStage.Withdrawn => "已撤回",
    };

    public static string Of(ConsultationBasis basis) => basis switch
    {
        ConsultationBasis.MajorDecision => "重大行政决策草案",
        ConsultationBasis.MarketRules => "与市场主体生产经营活动密切相关的规范性文件",
        ConsultationBasis.LandAcquisition => "征地补偿安置方案",
        ConsultationBasis.HousingExpropriation => "房屋征收补偿方案",
        ConsultationBasis.Other => "其他",
    };

    public static string Of(CommentVerdict verdict) => verdict switch
    {
        CommentVerdict.Adopted => "采纳",
        CommentVerdict.PartlyAdopted => "部分采纳",
        CommentVerdict.NotAdopted => "不采纳",
        CommentVerdict.OffTopic => "与草案无关",
    };

    public static string Of(LetterKind kind) => kind switch
    {
        LetterKind.Question => "政策咨询",
        LetterKind.Suggestion => "意见建议",
        LetterKind.Complaint => "投诉",
    };

    public static string Of(LetterStepKind step) => step switch
    {
        LetterStepKind.Received => "收到",
        LetterStepKind.Transferred => "转交办理",
        LetterStepKind.Assigned => "交办",
        LetterStepKind.Answered => "答复",
        LetterStepKind.AnsweredAgain => "更正或者补充答复",
    };

    public static string Of(QuestionKind kind) => kind switch
    {
        QuestionKind.One => "单选",
        QuestionKind.Several => "多选",
        QuestionKind.Scale => "满意度（五档）",
        QuestionKind.Text => "文字回答",
    };

    public static string Of(ReadingPointKind kind) => kind switch
    {
        ReadingPointKind.Archive => "国家档案馆",
        ReadingPointKind.Library => "公共图书馆",
        ReadingPointKind.ServiceHall => "政务服务场所",
        ReadingPointKind.ReadingRoom => "公共查阅室、资料索取点",
        ReadingPointKind.NoticeBoard => "信息公告栏、电子信息屏",
    };

    public static string Sentence(ParticipationRefusal refusal) => refusal switch
    {
        ParticipationRefusal.NotFound => "没有找到，或者您没有查看的权限。请刷新列表再试。",
        ParticipationRefusal.NotAllowed => "您的岗位不能做这一步，请联系本机关负责人。",
        ParticipationRefusal.OwnWork => "起草的人不能自己发布，请另一位有发布权限的人审核发布。",
        ParticipationRefusal.WrongState => "它的状态已经变了，现在不能做这一步。请看最新的情况。",
        ParticipationRefusal.ChangedMeanwhile => "别人刚刚改过，您写的没有覆盖上去。请把您写的内容复制出来，刷新后再改。",
        ParticipationRefusal.TitleMissing => "请填写标题。",
        ParticipationRefusal.TextMissing => "请把必填的内容写上。",
        ParticipationRefusal.TextTooLong => "内容太长，请缩短后再提交。",
        ParticipationRefusal.ContactMissing => "请填写其他提意见的方式，例如电话、信箱和地址。",
        ParticipationRefusal.ContactWrong => "电子邮箱写得不完整，例如 name@example.com。",
        ParticipationRefusal.ReasonMissing => "请写明理由。",
        ParticipationRefusal.DateOutOfRange => "日期不对：最后一天不能早于第一天，也不能超过一年。",
        ParticipationRefusal.FirstDayPassed => "第一天（或者截止日）已经过了，请先改日期，保证公众有足够的天数。",
        ParticipationRefusal.TooShort => "依法不少于30天；确需缩短的，请写明理由，理由会一并公布。",
        ParticipationRefusal.NotLonger => "新的截止日要晚于现在的截止日，总共不超过一年。",
        ParticipationRefusal.NoSuchDocument => "没有找到这份文件，请重新选择。",
        ParticipationRefusal.NoSuchAgency => "这个机关现在不收来信，请重新选择。",
        ParticipationRefusal.NoSuchReceiver => "没有找到要转给的机关，请按全称填写。",
        ParticipationRefusal.NoSuchHandler => "请选择本机关办理来信的在岗人员。",
        ParticipationRefusal.FileRefused => "附件没有收下：只收 PDF、Word、Excel、图片和文本文件，每个不超过 20 MB，而且要通过病毒检查。",
        ParticipationRefusal.TooManyFiles => "附件太多，请合并后再上传。",
        ParticipationRefusal.ScreeningHits => "机器校对发现严重问题。请退回修改；核对无误要保留的，写明理由再发布。",
        ParticipationRefusal.PersonalData => "里面有不能公开的个人信息（身份证号、手机号、银行卡号等），请退回修改，删除或者遮盖以后再发布。",
        ParticipationRefusal.NotOpen => "现在不在征集（调查）的时间内，没有收下。",
        ParticipationRefusal.NotClosed => "还没有截止，截止以后才能公布结果。",
        ParticipationRefusal.Unjudged => "还有意见没有标明是否采纳，请先逐条标明。",
        ParticipationRefusal.TooMany => "次数或者件数太多，没有收下。请按公布的其他方式联系。",
        ParticipationRefusal.NotWished => "来信人不同意公开，不能公开答复。",
        ParticipationRefusal.AnsweredBefore => "您已经参加过这次调查，每个浏览器只能参加一次。",
        ParticipationRefusal.QuestionsWrong => "题目不完整：每题要有题目；单选、多选至少两个不同的选项，最多 20 个。",
        ParticipationRefusal.AnswersWrong => "有题目没有答，或者答得不对，请看下面标出的题目。",
        ParticipationRefusal.PositionWrong => "经纬度不对：经度在 73.4 到 135.1 之间，纬度在 3.4 到 53.6 之间，两个都填。",
        ParticipationRefusal.HoursWrong => "开放时间不对：开始要早于结束，两个都填；休息日开放的，工作日的时间也要填。",
    };
}
