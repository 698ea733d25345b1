using System.Collections.Immutable;
using System.Globalization;
using Gongkai.Reports.Form;

namespace Gongkai.Testing.Published;

/// <summary>Lays out the three tables of a report with the cells and spans of the form.</summary>
public static class FormSheets
{
    /// <summary>Table two.</summary>
    public static FormSheet Proactive(AnnualReport report, PrintStyle style) =>
        report.Edition == Edition.National2021 ? Proactive2021(report, style) : Proactive2019(report, style);

    /// <summary>Table three.</summary>
    public static FormSheet Requests(AnnualReport report, PrintStyle style)
    {
        var single = Identities.HasSingleOtherwiseRow(report.Figures);
        var rows = new List<FormRow>();
        if (style.Headers)
        {
            rows.AddRange(RequestHeader(style));
        }

        var labelWidth = style.NarrowLabels ? 2 : 3;
        FormCell Label(string text, int columns = 1, int rowSpan = 1) => new(style.Label(text), null, columns, rowSpan);
        FormRow Row(RequestRow row, params FormCell[] labels) =>
            new([.. labels, .. Enum.GetValues<ApplicantColumn>().Select(column => Figure(report, style, NationalForm.Request(row, column)))]);

        rows.Add(Row(RequestRow.Received, Label("一、本年新收政府信息公开申请数量", labelWidth)));
        rows.Add(Row(RequestRow.CarriedIn, Label("二、上年结转政府信息公开申请数量", labelWidth)));
        rows.Add(Row(RequestRow.Granted, Label("三、本年度办理结果", 1, single ? 20 : 22), Label("（一）予以公开", labelWidth - 1)));
        rows.Add(Row(RequestRow.PartlyGranted, Label("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", labelWidth - 1)));
        void Group(string group, RequestRow first, params string[] labels)
        {
            for (var index = 0; index < labels.Length; index++)
            {
                FormCell[] cells = index == 0 ? [Label(group, 1, labels.Length), Label(labels[0])] : [Label(labels[index])];
                rows.Add(Row(first + index, cells));
            }
        }

        Group("（三）不予公开", RequestRow.StateSecret, "1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益",
            "5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项");
        Group("（四）无法提供", RequestRow.NotHeld, "1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确");
        Group("（五）不予处理", RequestRow.Petition, "1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请",
            "5.要求行政机关确认或重新出具已获取信息");
        if (single)
        {
            rows.Add(Row(RequestRow.OtherwiseWhole, Label("（六）其他处理", labelWidth - 1)));
        }
        else
        {
            Group("（六）其他处理", RequestRow.ClarificationOverdue, "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
                "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "3.其他");
        }

        rows.Add(Row(RequestRow.Concluded, Label("（七）总计", labelWidth - 1)));
        rows.Add(Row(RequestRow.CarriedOut, Label("四、结转下年度继续办理", labelWidth)));
        return new FormSheet(FormTable.Requests, 10, [.. rows]);
    }

    /// <summary>Table four.</summary>
    public static FormSheet Disputes(AnnualReport report, PrintStyle style)
    {
        var rows = new List<FormRow>();
        var results = Enum.GetValues<DisputeResult>().Select(result => style.Label(Labels.Of(result).Label)).ToList();
        if (style.Headers)
        {
            rows.Add(new FormRow(new FormCell(style.Label("行政复议"), null, 5), new FormCell(style.Label("行政诉讼"), null, 10)));
            rows.Add(new FormRow([
                .. results.Select(result => new FormCell(result, null, 1, 2)),
                new FormCell(style.Label("未经复议直接起诉"), null, 5),
                new FormCell(style.Label("复议后起诉"), null, 5),
            ]));
            rows.Add(new FormRow([.. results.Concat(results).Select(result => new FormCell(result))]));
        }

        rows.Add(new FormRow([
            .. from disputeGroup in Enum.GetValues<DisputeGroup>()
               from result in Enum.GetValues<DisputeResult>()
               select Figure(report, style, NationalForm.Dispute(disputeGroup, result)),
        ]));
        return new FormSheet(FormTable.Disputes, 15, [.. rows]);
    }

    private static FormRow[] RequestHeader(PrintStyle style)
    {
        FormCell Label(string text, int columns = 1, int rows = 1) => new(style.Label(text), null, columns, rows);
        const string Corner = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";
        FormCell[] kinds = [Label("商业企业"), Label("科研机构"), Label("社会公益组织"), Label("法律服务机构"), Label("其他")];
        return style.NarrowLabels
            ?
            [
                new FormRow(Label(Corner, 2, 3), Label("申请人情况", 6), Label("总计", 1, 3)),
                new FormRow(Label("自然人", 1, 2), Label("法人或其他组织", 5)),
                new FormRow([.. kinds]),
            ]
            :
            [
                new FormRow(Label(Corner, 3, 3), Label("申请人情况", 7)),
                new FormRow(Label("自然人", 1, 2), Label("法人或其他组织", 5), Label("总计", 1, 2)),
                new FormRow([.. kinds]),
            ];
    }

    private static FormSheet Proactive2021(AnnualReport report, PrintStyle style)
    {
        var rows = new List<FormRow>();
        Block(rows, style, 4, "第二十条第（一）项", "信息内容", "本年制发件数", "本年废止件数", "现行有效件数");
        Line(rows, report, style, 4, "规章", "proactive.rules.issued", "proactive.rules.repealed", "proactive.rules.inForce");
        Line(rows, report, style, 4, "行政规范性文件",
            "proactive.normativeDocuments.issued", "proactive.normativeDocuments.repealed", "proactive.normativeDocuments.inForce");
        Block(rows, style, 4, "第二十条第（五）项", "信息内容", "本年处理决定数量");
        Line(rows, report, style, 4, "行政许可", "proactive.licences");
        Block(rows, style, 4, "第二十条第（六）项", "信息内容", "本年处理决定数量");
        Line(rows, report, style, 4, "行政处罚", "proactive.penalties");
        Line(rows, report, style, 4, "行政强制", "proactive.coercion");
        Block(rows, style, 4, "第二十条第（八）项", "信息内容", "本年收费金额（单位：万元）");
        Line(rows, report, style, 4, "行政事业性收费", "proactive.charges");
        return new FormSheet(FormTable.Proactive, 4, [.. rows]);
    }

    private static FormSheet Proactive2019(AnnualReport report, PrintStyle style)
    {
        var rows = new List<FormRow>();
        void Lines(params (string Label, string Key, string[] Columns)[] lines)
        {
            foreach (var (label, key, columns) in lines)
            {
                Line(rows, report, style, 4, label, [.. columns.Select(column => $"proactive2019.{key}.{column}")]);
            }
        }

        string[] documents = ["made", "published", "total"];
        string[] decisions = ["itemsLastYear", "change", "decisions"];
        Block(rows, style, 4, "第二十条第（一）项", "信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量");
        Lines(("规章", "rules", documents), ("规范性文件", "normativeDocuments", documents));
        Block(rows, style, 4, "第二十条第（五）项", "信息内容", "上一年项目数量", "本年增/减", "处理决定数量");
        Lines(("行政许可", "licences", decisions), ("其他对外管理服务事项", "otherServices", decisions));
        Block(rows, style, 4, "第二十条第（六）项", "信息内容", "上一年项目数量", "本年增/减", "处理决定数量");
        Lines(("行政处罚", "penalties", decisions), ("行政强制", "coercion", decisions));
        Block(rows, style, 4, "第二十条第（八）项", "信息内容", "上一年项目数量", "本年增/减");
        Lines(("行政事业性收费", "charges", decisions[..2]));
        Block(rows, style, 4, "第二十条第（九）项", "信息内容", "采购项目数量", "采购总金额");
        Lines(("政府集中采购", "procurement", ["items", "amount"]));
        return new FormSheet(FormTable.Proactive2019, 4, [.. rows]);
    }

    private static void Block(List<FormRow> rows, PrintStyle style, int width, string article, params string[] columns)
    {
        if (!style.Headers)
        {
            return;
        }

        rows.Add(new FormRow(new FormCell(style.Label(article), null, width)));
        rows.Add(new FormRow([.. Spread(columns.Select(column => new FormCell(style.Label(column))), width)]));
    }

    private static void Line(List<FormRow> rows, AnnualReport report, PrintStyle style, int width, string label, params string[] names) =>
        rows.Add(new FormRow([
            .. Spread(
                names.Select(name => Figure(report, style, FigureAddress.Parse(name, CultureInfo.InvariantCulture)))
                    .Prepend(new FormCell(style.Label(label))),
                width),
        ]));

    private static ImmutableArray<FormCell> Spread(IEnumerable<FormCell> cells, int width)
    {
        var row = cells.ToList();
        row[^1] = row[^1] with { ColumnSpan = width - row.Count + 1 };
        return [.. row];
    }

    private static FormCell Figure(AnnualReport report, PrintStyle style, FigureAddress address) =>
        new(style.Figure(address.Figure, report.Figures[address]), address);
}
