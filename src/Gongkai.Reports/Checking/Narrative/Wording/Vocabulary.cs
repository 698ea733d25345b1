using System.Collections.Frozen;

namespace Gongkai.Reports.Checking.Narrative.Wording;

/// <summary>The words that sentences about disclosure are made of. What is left of a label without them is something else that was counted.</summary>
internal static class Vocabulary
{
    private static readonly FrozenDictionary<char, string[]> ByFirst = (
        "收到 新收 收 接到 接收 收悉 新增 受理 办理 处理 办结 完毕 完成 办毕 答复 回复 结转 转入 转至 转到 转 下年度 下一年度 下年 下一年 次年 明年 "
        + "上年度 上一年度 上年 上一年 去年 继续 留待 延至 顺延 跨年 政府信息公开 信息公开 政府信息 政务信息 政务公开 依申请公开 依申请 申请 公开 信息 事项 数量 总数 数 总 为 是 "
        + "件 次 共 共计 合计 总计 累计 全年 今年 本年度 本年 年度 年内 年 月 日 截至 截止 期间 依法 依规 依照 按照 按期 按时 按规定 按要求 及时 如期 规范 均 都 已 全部 所有 予以 其中 另 有 含 包括 包含 "
        + "由 涉及 属于 属 因 类 情形 情况 方面 的 了 在 对 经 并 和 及 与 或 等 即 分别 各 作出 做出 决定 告知 结果 上述 以上 尚 余 其余 剩余 余下 还 仍 至 到 上 一 "
        + "规定 法定 时限 期限 内 各类 公民 法人 其他组织 自然人 法人或其他组织 申请人 提出 提交 个人 企业 商业企业 单位 组织 社会公益组织 社会公益 科研机构 法律服务机构 机构 社会公众 群众 "
        + "本机关 本单位 我单位 我机关 我局 我委 我办 我厅 我镇 我乡 我街道 我处 我中心 本局 本镇 本乡 街道 我县 我市 我区 全县 全市 全区 全镇 全乡 本级 县政府 市政府 区政府 镇政府 乡政府 县 市 区 镇 乡 人民政府 政府 办公室 "
        + "不予公开 予以公开 部分公开 同意公开 无法提供 不予处理 其他处理 不掌握 没有现成信息 需要另行制作 另行制作 国家秘密 第三方 合法权益 保护 三类内部事务 内部事务 四类过程性 过程性 行政执法案卷 执法案卷 行政查询 "
        + "信访举报投诉 重复申请 重复 行政复议 行政诉讼 复议 诉讼 案件 案 被 提起 发生 引发 引起 引申 产生 相关 有关 关于 工作 而 就 维持 纠正 其他 尚未审结 未审结 审结 正在审理 未经复议直接起诉 复议后起诉 直接起诉 起诉 "
        + "行政规范性文件 规范性文件 行政 制发 制定 出台 印发 发布 废止 失效 现行有效 有效 现行 新 宣布 保留 原因 要求 需求 依 实际 当年 度 办 主动 认真 严格 高效 妥善 我 本")
        .Split(' ')
        .GroupBy(word => word[0])
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(word => word.Length).ToArray());

    /// <summary>How many characters of a label are no words of the subject; digits and marks do not count.</summary>
    public static int Residue(ReadOnlySpan<char> label)
    {
        var residue = 0;
        var index = 0;
        while (index < label.Length)
        {
            var length = char.IsLetter(label[index]) ? Match(label[index..]) : 1;
            residue += length == 0 ? 1 : 0;
            index += Math.Max(length, 1);
        }

        return residue;
    }

    public static bool Has(this ReadOnlySpan<char> text, string word) => text.IndexOf(word) >= 0;

    public static bool HasAny(this ReadOnlySpan<char> text, WordSet words) => words.IndexIn(text) >= 0;

    private static int Match(ReadOnlySpan<char> text)
    {
        if (ByFirst.TryGetValue(text[0], out var words))
        {
            foreach (var word in words)
            {
                if (text.StartsWith(word))
                {
                    return word.Length;
                }
            }
        }

        return 0;
    }
}
