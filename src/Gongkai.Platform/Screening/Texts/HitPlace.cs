namespace Gongkai.Platform.Screening.Texts;

/// <summary>Where something was found. Numbers are from 1; 0 where there is none.</summary>
public sealed record HitPlace(HitField Field)
{
    /// <summary>The paragraph, table, link or picture, counted by itself in the order of reading.</summary>
    public int Number { get; init; }

    /// <summary>The row of a table.</summary>
    public int Row { get; init; }

    public int Column { get; init; }

    /// <summary>How many letters come before it in the paragraph or cell.</summary>
    public int Offset { get; init; }

    /// <summary>How many letters it takes.</summary>
    public int Length { get; init; }

    /// <summary>The name of the attachment.</summary>
    public string? File { get; init; }

    public int Page { get; init; }

    public string? Sheet { get; init; }

    /// <summary>For people.</summary>
    public string Words => string.Concat(
        File is { } file ? $"附件“{file}”" : "",
        Page > 0 ? $"第 {Page} 页" : "",
        Sheet is { } sheet ? $"工作表“{sheet}”" : "",
        Field switch
        {
            HitField.Title => "标题",
            HitField.Number => "文号",
            HitField.MadeOn => "成文日期",
            HitField.PublishedOn => "发布日期",
            HitField.Keywords => "关键词",
            HitField.Summary => "概述",
            HitField.Source => "信息来源",
            HitField.Attribute => "公开属性",
            HitField.Link => $"第 {Number} 个链接",
            HitField.Picture => $"第 {Number} 张图片",
            HitField.File => "",
            _ when Sheet is not null && Row > 0 => $"单元格 {ExcelScreening.ColumnName(Column)}{Row}",
            _ when Row > 0 => $"表 {Number} 第 {Row} 行第 {Column} 列",
            HitField.Table => Sheet is null ? $"表 {Number}" : "",
            _ when Number > 0 => $"{(Field == HitField.Body ? "正文" : "")}第 {Number} 段",
            _ => Field == HitField.Body ? "正文" : "",
        });
}

/// <summary>A part of a document.</summary>
public enum HitField
{
    Title,
    Number,
    MadeOn,
    PublishedOn,
    Keywords,
    Summary,
    Source,
    Attribute,
    Body,
    Table,
    Link,
    Picture,

    /// <summary>The text of an attachment.</summary>
    Attachment,

    /// <summary>An attachment as a file: what it hides, what cannot be read.</summary>
    File,
}
