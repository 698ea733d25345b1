using DocumentFormat.OpenXml.Packaging;
using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Papers;

/// <summary>An administrator puts an edited template in use, or goes back to the one that the program brings.</summary>
public sealed class ChangeTemplate(GongkaiDb db, PaperMaking making, Blobs blobs, AuditTrail audit, TimeProvider time)
{
    private const int Largest = 5 * 1024 * 1024;

    /// <summary>The template in use, to be edited.</summary>
    public Task<byte[]> ReadAsync(Paper paper, CancellationToken cancellation) => making.TemplateAsync(paper, cancellation);

    /// <summary>Which papers have a template of the administrator's own, and since when.</summary>
    public async Task<IReadOnlyDictionary<Paper, PaperTemplate>> OwnAsync(CancellationToken cancellation) =>
        await db.PaperTemplates.AsNoTracking().ToDictionaryAsync(template => template.Paper, cancellation);

    /// <summary>Puts a template in use; what is wrong with it otherwise.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(Paper paper, byte[] content, string name, Actor actor, CancellationToken cancellation)
    {
        if (!Gate.MayAnywhere(actor, Act.Operate))
        {
            return ["您的岗位不能修改文书模板。"];
        }

        if (Faults(paper, content) is { Count: > 0 } faults)
        {
            return faults;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var blob = await blobs.KeepAsync(new MemoryStream(content, writable: false), name, PaperMaking.WordType, cancellation);
        await db.PaperTemplates.Where(template => template.Paper == paper).ExecuteDeleteAsync(cancellation);
        db.PaperTemplates.Add(new PaperTemplate { Paper = paper, BlobId = blob.Id, ChangedAt = time.GetUtcNow(), ChangedByName = actor.Name });
        await audit.RecordAsync(actor, agencyId: null, "paper.templateChanged", $"paper/{paper}", null, new { name, blob.Sha256 }, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return [];
    }

    /// <summary>Goes back to the template that the program brings; false where the actor may not.</summary>
    public async Task<bool> ResetAsync(Paper paper, Actor actor, CancellationToken cancellation)
    {
        if (!Gate.MayAnywhere(actor, Act.Operate))
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.PaperTemplates.Where(template => template.Paper == paper).ExecuteDeleteAsync(cancellation);
        await audit.RecordAsync(actor, agencyId: null, "paper.templateReset", $"paper/{paper}", null, null, cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    private static List<string> Faults(Paper paper, byte[] content)
    {
        if (content.Length > Largest)
        {
            return ["模板太大，请控制在5 MB以内。"];
        }

        IReadOnlySet<string> fields;
        try
        {
            fields = TemplateFilling.FieldsOf(content);
        }
        catch (Exception exception) when (exception is OpenXmlPackageException or InvalidDataException or IOException or NullReferenceException or FormatException)
        {
            return ["这个文件不是可以打开的 Word 文档（.docx）。请用 Word 或 WPS 另存为 .docx 后再上传。"];
        }

        var faults = new List<string>();
        var unknown = fields.Where(field => !PaperWords.Fields.ContainsKey(field)).Order(StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            faults.Add($"模板里有不认识的字段：{string.Join('、', unknown)}。请对照字段表修改。");
        }

        var needsRemedy = Remedies.OfPaper(paper) != RemedyClass.None;
        if (needsRemedy && !fields.Contains(PaperWords.Remedy))
        {
            faults.Add($"这种文书必须告知救济途径，请在模板里保留字段“{{{{{PaperWords.Remedy}}}}}”。");
        }

        if (PaperWords.HasNumber(paper) && !fields.Contains("文号"))
        {
            faults.Add("请在模板里保留字段“{{文号}}”。");
        }

        return faults;
    }
}
