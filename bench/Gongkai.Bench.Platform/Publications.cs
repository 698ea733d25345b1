using System.Globalization;
using Gongkai.Law.Publishing;
using Gongkai.Platform.Search.Indexing;
using Npgsql;

namespace Gongkai.Bench.Platform;

/// <summary>A million published documents of twenty years at the agencies of <see cref="Province"/>, invented from a few hundred words, some of them in a tenth of all documents and some in a few hundred.</summary>
internal static class Publications
{
    public const int Count = 1_000_000;

    private static readonly string[] Common = ["工作", "管理", "实施", "通知", "项目", "建设", "公开", "服务", "发展", "组织", "落实", "部门", "单位", "资金", "安全"];

    private static readonly string[] Fields =
    [
        "住房补贴", "招生计划", "养老保险", "征地补偿", "河道采砂", "公租房配租", "低保对象", "危房改造", "防汛抗旱", "森林防火", "食品抽检", "医疗救助", "就业培训", "残疾人补助", "农机购置", "学校食堂", "公交线路", "道路改造",
        "饮水安全", "垃圾分类", "水库移民", "退役军人", "义务教育", "普惠托育", "商品房预售", "电梯维护", "燃气管道", "污水处理", "耕地保护", "节水灌溉", "畜禽养殖", "中小企业", "科技奖励", "文物保护", "体育场馆", "旅游线路", "招标采购", "行政处罚", "财政预算", "债务限额",
    ];

    private static readonly string[] Acts = ["实施方案", "管理办法", "的通知", "情况公示", "补充规定", "结果公告", "工作要点", "实施细则", "暂行规定", "责任清单"];

    private static readonly DocumentKind[] Kinds = [DocumentKind.Notice, DocumentKind.PolicyDocument, DocumentKind.NormativeDocument, DocumentKind.News, DocumentKind.Interpretation, DocumentKind.Budget, DocumentKind.Plan, DocumentKind.Statistics];

    private static readonly CatalogCategory[] Categories = Enum.GetValues<CatalogCategory>();

    private static readonly DateOnly LastDay = new(2026, 1, 26);

    /// <summary>Fills a database that has the agencies. The triggers rest meanwhile, and the words are kept as the program keeps them.</summary>
    public static async Task FillAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await RunAsync(connection, "SET session_replication_role = replica; SET synchronous_commit = off; DROP INDEX search_documents_words, search_documents_names, documents_search");
        var agencies = await AgenciesAsync(connection);
        await CopyAsync(
            connection, "COPY documents (id, agency_id, stage, content, title, kind, attribute, made_on, content_version, published_at, form_key, created_by_name, created_at, changed_by_name, changed_at) FROM STDIN",
            number => Line(agencies, number, (one, line) => line.Add(number, one.Agency.Id, "Published", "{}", one.Title, one.Kind, "Proactive", one.Day, 1, one.At, Guid.CreateVersion7(), "经办人", one.At, "经办人", one.At)));
        await CopyAsync(
            connection, "COPY publications (document_id, agency_id, content_version, index_number, title, kind, category, number, made_on, issuer, keywords, summary, body, repealed_on, published_at, updated_at) FROM STDIN",
            number => Line(agencies, number, (one, line) => line.Add(
                number, one.Agency.Id, 1, $"JG{one.Agency.Id:00000}/{number}", one.Title, one.Kind, one.Category, one.Number, one.Day, one.Agency.Name, one.Field, one.Summary, $"<p>{one.Text}</p>", one.RepealedOn, one.At, one.At)));
        await CopyAsync(
            connection, "COPY search_documents (document_id, agency_id, kind, category, year, published_at, repealed_on, title, names, words, text, attachments) FROM STDIN",
            number => Line(agencies, number, (one, line) =>
            {
                var kept = IndexedDocument.Of(new DocumentWording
                {
                    Title = one.Title, Number = one.Number, IndexNumber = $"JG{one.Agency.Id:00000}/{number}", Issuer = one.Agency.Name, Topic = "", Keywords = one.Field, Summary = one.Summary, Text = one.Text, Attachments = "",
                    AgencyNames = [one.Agency.Name],
                });
                line.Add(number, one.Agency.Id, one.Kind, one.Category, one.Day.Year, one.At, one.RepealedOn, kept.Title, kept.Names, kept.Words, kept.Text, kept.Attachments);
            }));
        await RunAsync(connection, "SET maintenance_work_mem = '1GB'; SET max_parallel_maintenance_workers = 2");
        await RunAsync(connection, "CREATE INDEX search_documents_words ON search_documents USING gin (words) WITH (fastupdate = off)");
        await RunAsync(connection, "CREATE INDEX search_documents_names ON search_documents USING gin (names) WITH (fastupdate = off)");
        await RunAsync(connection, "TRUNCATE search_dirty");
        await RunAsync(connection, "VACUUM ANALYZE");
    }

    private static string Line((int Id, string Name)[] agencies, int number, Action<Invented, CopyLine> write)
    {
        var line = new CopyLine();
        write(Invented.Of(agencies, number), line);
        return line.ToString();
    }

    private static async Task CopyAsync(NpgsqlConnection connection, string sql, Func<int, string> line)
    {
        await using var writer = await connection.BeginTextImportAsync(sql);
        const int block = 10_000;
        for (var first = 1; first <= Count; first += block)
        {
            var lines = Enumerable.Range(first, block).AsParallel().AsOrdered().Select(line);
            await writer.WriteAsync(string.Concat(lines));
        }
    }

    private static async Task<(int Id, string Name)[]> AgenciesAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("SELECT id, name FROM agencies WHERE kind = 'Department' ORDER BY id", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var agencies = new List<(int Id, string Name)>();
        while (await reader.ReadAsync())
        {
            agencies.Add((reader.GetInt32(0), reader.GetString(1)));
        }

        return [.. agencies];
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 3_600 };
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A document that follows from its number.</summary>
    private sealed record Invented((int Id, string Name) Agency, string Title, string Field, string Number, DateOnly Day, string Summary, string Text, DocumentKind Kind, CatalogCategory Category, DateOnly? RepealedOn)
    {
        public DateTimeOffset At => new(Day.ToDateTime(new TimeOnly(2, 0)), TimeSpan.Zero);

        public static Invented Of((int Id, string Name)[] agencies, int number)
        {
            var random = new Random(number);
            var agency = agencies[random.Next(agencies.Length)];
            var field = Fields[Skewed(random, Fields.Length)];
            var day = LastDay.AddDays(-(int)((Count - number) * 7_300L / Count));
            var title = $"关于{(random.Next(4) == 0 ? agency.Name : "")}{(random.Next(3) == 0 ? $"{day.Year}年" : "")}{field}{Acts[random.Next(Acts.Length)]}";
            var sentences = Enumerable.Range(0, 8).Select(_ =>
                $"{Common[Skewed(random, Common.Length)]}{Fields[Skewed(random, Fields.Length)]}，{Common[random.Next(Common.Length)]}{Letter(random)}{Letter(random)}{Common[random.Next(Common.Length)]}{random.Next(1, 400)}户。");
            return new Invented(
                agency, title, field, $"县发〔{day.Year}〕{1 + (number % 900)}号", day, $"{field}的{Common[random.Next(Common.Length)]}", string.Concat(sentences),
                Kinds[random.Next(Kinds.Length)], Categories[random.Next(Categories.Length)], random.Next(12) == 0 ? day.AddYears(1) : null);
        }

        /// <summary>The first far more often than the last.</summary>
        private static int Skewed(Random random, int count) => (int)(count * Math.Pow(random.NextDouble(), 2.5));

        private static char Letter(Random random) => (char)(0x4E00 + random.Next(3_000));
    }

    private sealed class CopyLine
    {
        private readonly List<string> values = [];

        public void Add(params object?[] added) => values.AddRange(added.Select(value => value switch
        {
            null => "\\N",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTimeOffset at => at.ToString("O", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", " ", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal),
        }));

        public override string ToString() => string.Join('\t', values) + "\n";
    }
}
