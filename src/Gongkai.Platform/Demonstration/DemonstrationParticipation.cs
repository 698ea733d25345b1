using Gongkai.Law.Publishing;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Participation;
using Gongkai.Platform.Participation.Consultations;
using Gongkai.Platform.Participation.Letters;
using Gongkai.Platform.Participation.Questionnaires;
using Gongkai.Platform.Participation.ReadingPoints;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Demonstration;

/// <summary>What the invented county asks its people and is asked by them.</summary>
internal static class DemonstrationParticipation
{
    public static async Task AddAsync(GongkaiDb db, IReadOnlyList<Agency> agencies, TimeProvider time, CancellationToken cancellation)
    {
        var (county, town) = (agencies[0], agencies.Single(agency => agency.ShortName == "云溪镇"));
        var writer = await db.Users.Where(account => account.UserName == "chen").Select(account => account.Id).SingleAsync(cancellation);
        var (today, now) = (time.Today(), time.GetUtcNow());
        db.Consultations.Add(ConsultationOf(county, "青禾县城乡供水管理办法（征求意见稿）", today.AddDays(-6), today.AddDays(28), [], now));
        var closed = ConsultationOf(town, "云溪镇集镇停车管理办法（征求意见稿）", today.AddDays(-50), today.AddDays(-12), [writer], now);
        db.Consultations.Add(closed);
        var letter = LetterOf(town, "老年人高龄津贴怎么办理", "我母亲今年满八十岁，高龄津贴到哪里办，带什么材料？", today.AddDays(-20), now);
        letter.Answer = "到云溪镇便民服务中心一楼3号窗口办理，带身份证、户口簿和银行卡，十个工作日内办结。";
        letter.AnsweredOn = today.AddDays(-17);
        var open = LetterOf(town, "建议增加赶集日的公交班次", "赶集的日子早上车上人很多，建议早上六点到八点加两班。", today.AddDays(-3), now);
        db.Letters.AddRange(letter, open);
        db.Questionnaires.Add(QuestionnaireOf(county, today));
        db.ReadingPoints.Add(new ReadingPoint
        {
            AgencyId = county.Id, Kind = ReadingPointKind.Library, Name = "青禾县图书馆政府信息查阅点", Address = "青禾县和顺路3号二楼", Telephone = "000-5550133", Hours = "工作日 8:30—17:30，休息日 9:00—16:00",
            WorkdayFrom = new TimeOnly(8, 30), WorkdayTo = new TimeOnly(17, 30), RestDayFrom = new TimeOnly(9, 0), RestDayTo = new TimeOnly(16, 0), Offers = "县政府公报、文件汇编、查询电脑、申请表",
            Longitude = 110.123456m, Latitude = 30.654321m, FormKey = Guid.CreateVersion7(now), ChangedAt = now, ChangedByName = "林晓梅",
        });
        await db.SaveChangesAsync(cancellation);
        db.ConsultationComments.AddRange(
            new ConsultationComment { ConsultationId = closed.Id, Number = 1, About = "第四条", Content = "建议集镇东头也划停车位。", SenderLabel = "匿名", FormKey = Guid.CreateVersion7(now), SentAt = At(today.AddDays(-30)) },
            new ConsultationComment { ConsultationId = closed.Id, Number = 2, About = "", Content = "赶集的日子停车时间可以放宽。", SenderLabel = "匿名", FormKey = Guid.CreateVersion7(now), SentAt = At(today.AddDays(-20)) });
        db.LetterSteps.AddRange(
            new LetterStep { LetterId = letter.Id, Step = LetterStepKind.Received, AgencyId = town.Id, At = letter.SentAt, ByName = "来信人" },
            new LetterStep { LetterId = letter.Id, Step = LetterStepKind.Answered, AgencyId = town.Id, Note = letter.Answer, At = At(letter.AnsweredOn.Value), ByName = "陈小禾" },
            new LetterStep { LetterId = open.Id, Step = LetterStepKind.Received, AgencyId = town.Id, At = open.SentAt, ByName = "来信人" });
        db.LetterPublications.Add(new LetterPublication
        {
            LetterId = letter.Id, AgencyId = town.Id, Kind = letter.Kind, Subject = letter.Subject, Question = "母亲今年满八十岁，高龄津贴到哪里办，带什么材料？", Answer = letter.Answer, SentOn = letter.CountedFrom, AnsweredOn = letter.AnsweredOn.Value,
            Stage = ReleaseStage.Released, Writers = [writer], Revision = 1, ChangedAt = now, ChangedByName = "何建", ReleasedAt = At(today.AddDays(-16)), ReleasedByName = "何建",
        });
        foreach (var number in Enumerable.Range(1, 2))
        {
            await db.NextNumberAsync(town.Id, RunningNumbers.Letters, letter.SentAt.InBeijing().Year, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
    }

    private static Consultation ConsultationOf(Agency agency, string title, DateOnly first, DateOnly last, Guid[] writers, DateTimeOffset now)
    {
        var text = new ConsultationText
        {
            Title = title, Basis = ConsultationBasis.MarketRules, FirstDay = first, LastDay = last, Note = "为了规范管理、方便群众，起草了这个办法。主要内容是管理职责、服务标准和监督办法，请重点看第二条和第四条。",
            Body = "<h2>第一章　总则</h2><p>第一条　为了规范管理，根据有关法律法规，制定本办法。</p><p>第二条　本办法适用于本行政区域。</p><h2>第二章　管理</h2><p>第三条　有关单位按照职责分工做好管理工作。</p><p>第四条　管理单位应当公布服务标准，接受监督。</p>",
            Contact = "电话：000-5550100\n地址：青禾县和顺路1号",
        };
        return new Consultation
        {
            AgencyId = agency.Id, Text = text, Name = title, FirstDay = first, LastDay = last, FormKey = Guid.CreateVersion7(now), Stage = ReleaseStage.Released, Writers = writers, Revision = 1,
            ChangedAt = At(first), ChangedByName = "何建", ReleasedAt = At(first), ReleasedByName = "何建",
        };
    }

    private static Letter LetterOf(Agency agency, string subject, string content, DateOnly on, DateTimeOffset now)
    {
        var isQuestion = subject.Contains("怎么", StringComparison.Ordinal);
        return new Letter
        {
            AgencyId = agency.Id, FirstAgencyId = agency.Id, Kind = isQuestion ? LetterKind.Question : LetterKind.Suggestion, Number = FormattableString.Invariant($"信{on.Year}-{(isQuestion ? 1 : 2):0000}"), Subject = subject, Content = content,
            SenderLabel = "匿名", WantsPublic = true, QueryHash = Requests.QueryCode.HashOf(Requests.QueryCode.New()), FormKey = Guid.CreateVersion7(now), SentAt = At(on), CountedFrom = on, DueOn = Law.Calendar.WorkingCalendar.Statutory.Add(on, isQuestion ? 5 : 15),
        };
    }

    private static Questionnaire QuestionnaireOf(Agency agency, DateOnly today) => new()
    {
        AgencyId = agency.Id, Name = "政务服务满意度调查", FirstDay = today.AddDays(-3), LastDay = today.AddDays(20), FormKey = Guid.CreateVersion7(At(today)), Stage = ReleaseStage.Released, Revision = 1,
        ChangedAt = At(today.AddDays(-3)), ChangedByName = "方启明", ReleasedAt = At(today.AddDays(-3)), ReleasedByName = "方启明",
        Text = new QuestionnaireText
        {
            Title = "政务服务满意度调查", Intro = "请说说您在政务服务大厅办事的感受，结果用来改进服务。", FirstDay = today.AddDays(-3), LastDay = today.AddDays(20),
            Questions =
            [
                new(QuestionKind.One, "您最近一年到大厅办过事吗？", ["办过", "没有"], true), new(QuestionKind.Several, "您办过哪些事？", ["户籍", "社保医保", "不动产", "其他"], false),
                new(QuestionKind.Scale, "您对服务满意吗？", [], true), new(QuestionKind.Text, "您还有什么建议？", [], false),
            ],
        },
    };

    private static DateTimeOffset At(DateOnly day) => new DateTimeOffset(day.ToDateTime(new TimeOnly(10, 0)), TimeSpan.FromHours(8)).ToUniversalTime();
}
