namespace Gongkai.Platform.Screening.Texts;

/// <summary>Everything that is looked for, with its law.</summary>
public static class ScreeningRules
{
    private const string Privacy = "《政府信息公开条例》第十五条；《个人信息保护法》第二十五条、第三十四条";
    private const string Sensitive = "《个人信息保护法》第二十八条；《政府信息公开条例》第十五条";
    private const string Minors = "《未成年人保护法》第四条、第七十三条；《个人信息保护法》第三十一条";
    private const string Aid = "《社会救助暂行办法》第六十一条；《个人信息保护法》第二十八条";
    private const string Secret = "《政府信息公开条例》第十四条、第十七条；《保守国家秘密法》第三十五条";
    private const string Right = "《政府信息公开条例》第六条（准确公开）";
    private const string Site = "《政府网站发展指引》（国办发〔2017〕47号）";
    private const string Paper = "《党政机关公文格式》（GB/T 9704）";
    private const string Digits = "《出版物上数字用法》（GB/T 15835）";
    private const string Marks = "《标点符号用法》（GB/T 15834）";
    private const string Words = "《国家通用语言文字法》第九条、第十一条";
    private const string Catalog = "《政府信息公开条例》第十二条";

    public static readonly ScreeningRule IdNumber = new("pii.idNumber", "身份证号", Sensitive);
    public static readonly ScreeningRule Mobile = new("pii.mobile", "手机号", Privacy);
    public static readonly ScreeningRule HomePhone = new("pii.homePhone", "住宅电话", Privacy);
    public static readonly ScreeningRule OfficePhone = new("pii.officePhone", "公布的电话", Privacy);
    public static readonly ScreeningRule BankCard = new("pii.bankCard", "银行卡号", Sensitive);
    public static readonly ScreeningRule Address = new("pii.address", "家庭住址", Privacy);
    public static readonly ScreeningRule BirthDate = new("pii.birthDate", "出生日期", Privacy);
    public static readonly ScreeningRule MinorAge = new("minor.age", "未成年人的姓名和年龄", Minors);
    public static readonly ScreeningRule MinorStudent = new("minor.student", "学生姓名", Minors);
    public static readonly ScreeningRule AidColumn = new("aid.column", "名单里不该公开的栏目", Aid);
    public static readonly ScreeningRule AidStory = new("aid.story", "救助对象的病情和家境", Aid);
    public static readonly ScreeningRule SecretMark = new("secrecy.mark", "密级标志", Secret);
    public static readonly ScreeningRule Internal = new("secrecy.internal", "内部字样", Secret);
    public static readonly ScreeningRule NotPublic = new("secrecy.attribute", "与公开属性矛盾的标注", Secret);
    public static readonly ScreeningRule GraveWord = new("grave.word", "机关、职务名称的严重错误", Right);
    public static readonly ScreeningRule WrongWord = new("word.wrong", "错别字", Words);
    public static readonly ScreeningRule LocalWord = new("word.local", "本地提醒的词", Right);
    public static readonly ScreeningRule Repeated = new("word.repeated", "重复的字词", Words);
    public static readonly ScreeningRule OldAgency = new("name.agency", "过时的机关名称", Right);
    public static readonly ScreeningRule OldLaw = new("name.law", "过时的法规名称", Right);
    public static readonly ScreeningRule Weekday = new("date.weekday", "星期与日期不符", Right);
    public static readonly ScreeningRule ImpossibleDate = new("date.impossible", "没有这一天", Right);
    public static readonly ScreeningRule Backwards = new("date.backwards", "起止日期颠倒", Right);
    public static readonly ScreeningRule Amount = new("number.amount", "大写与小写金额不符", Digits);
    public static readonly ScreeningRule Share = new("number.share", "占比超过百分之百", Right);
    public static readonly ScreeningRule Total = new("number.total", "合计与各项之和不符", Right);
    public static readonly ScreeningRule Numbering = new("form.numbering", "序号跳号或重号", Paper);
    public static readonly ScreeningRule DocumentNumber = new("form.documentNumber", "发文字号的写法", Paper);
    public static readonly ScreeningRule Punctuation = new("form.punctuation", "标点", Marks);
    public static readonly ScreeningRule Brackets = new("form.brackets", "括号、书名号不成对", Marks);
    public static readonly ScreeningRule BrokenLink = new("link.broken", "打不开的链接", Site);
    public static readonly ScreeningRule ExternalLink = new("link.external", "站外链接", Site);
    public static readonly ScreeningRule PictureText = new("link.pictureText", "图片没有文字说明", "《无障碍环境建设法》第三十二条");
    public static readonly ScreeningRule TableHeader = new("link.tableHeader", "表格没有表头", "《无障碍环境建设法》第三十二条");
    public static readonly ScreeningRule HiddenText = new("link.hiddenText", "网页里看不见的文字", Site);
    public static readonly ScreeningRule Title = new("meta.title", "标题", Catalog);
    public static readonly ScreeningRule Dates = new("meta.dates", "日期", Catalog);
    public static readonly ScreeningRule Source = new("meta.source", "信息来源", Site);
    public static readonly ScreeningRule Attribute = new("meta.attribute", "公开属性", "《政府信息公开条例》第十三条；国办发〔2016〕80号");
    public static readonly ScreeningRule Summary = new("meta.summary", "概述和关键词", Catalog);
    public static readonly ScreeningRule Body = new("meta.body", "正文", Catalog);
    public static readonly ScreeningRule HiddenInFile = new("file.hidden", "附件里隐藏的内容", Privacy);
    public static readonly ScreeningRule FileProperty = new("file.property", "附件属性", Privacy);
    public static readonly ScreeningRule Covered = new("file.covered", "色块下面的文字", Sensitive);
    public static readonly ScreeningRule PicturePosition = new("file.position", "照片里的拍摄位置和设备", Privacy);
    public static readonly ScreeningRule Unreadable = new("file.unreadable", "没有检查的附件", Secret);

    public static IReadOnlyList<ScreeningRule> All { get; } =
    [
        IdNumber, Mobile, HomePhone, OfficePhone, BankCard, Address, BirthDate, MinorAge, MinorStudent, AidColumn, AidStory, SecretMark, Internal, NotPublic,
        GraveWord, WrongWord, LocalWord, Repeated, OldAgency, OldLaw, Weekday, ImpossibleDate, Backwards, Amount, Share, Total, Numbering, DocumentNumber, Punctuation, Brackets,
        BrokenLink, ExternalLink, PictureText, TableHeader, HiddenText, Title, Dates, Source, Attribute, Summary, Body,
        HiddenInFile, FileProperty, Covered, PicturePosition, Unreadable,
    ];

    /// <summary>The rule with this id; null where there is none any more.</summary>
    public static ScreeningRule? Find(string id) => All.FirstOrDefault(rule => rule.Id == id);

    public static string Of(ScreeningSeverity severity) => severity switch
    {
        ScreeningSeverity.Hint => "提示",
        ScreeningSeverity.Warning => "警告",
        ScreeningSeverity.Grave => "严重",
    };
}
