using System.Text;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Imports;
using Gongkai.Platform.Screening.Dictionary;
using Gongkai.Platform.Screening.Texts;
using Gongkai.Platform.Screening.Texts.Words;
using Gongkai.Platform.Storage;
using Gongkai.Platform.Tests.Filings;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tests.Screening;

/// <summary>The dictionary is data: who keeps it adds, changes, tries and takes in, and the screening goes by it.</summary>
public sealed class ScreeningWordTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private readonly CancellationToken cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public void The_words_that_come_with_the_program_are_many_and_whole()
    {
        WordTable.BuiltIn.Count(word => word.Kind == WordKind.Wrong).ShouldBeGreaterThan(300);
        WordTable.BuiltIn.Where(word => WordTable.FaultOf(word) is not null).ShouldBeEmpty();
        WordTable.BuiltIn.Where(word => word.Replacement is { } right && WordBook.BuiltIn.In(right).Any(found => found.Word.ValidFrom is null)).Select(word => word.Word).ShouldBeEmpty("what is right holds nothing wrong");
    }

    [Fact]
    public async Task A_new_database_looks_for_the_words_that_come_with_the_program()
    {
        await using var office = await Office.OpenAsync(database);

        var book = await office.UseAsync<ScreeningWordQueries, WordBook>(words => words.DictionaryAsync(cancellation));

        book.In("免费按装报警器").ShouldHaveSingleItem().Word.Replacement.ShouldBe("安装");
    }

    [Fact]
    public async Task A_word_that_is_added_is_looked_for_and_one_that_is_disabled_is_not()
    {
        await using var office = await Office.OpenAsync(database);
        var added = await KeepAsync(office, null, new ScreeningWord(WordKind.Local, "青和县", "青禾县", ScreeningSeverity.Grave), isDisabled: false);

        added.Refusal.ShouldBeNull();
        (await FoundAsync(office, "青和县人民政府")).ShouldBe(["青和县"]);
        (await KeepAsync(office, null, new ScreeningWord(WordKind.Local, "青和县", null, ScreeningSeverity.Hint), false)).Refusal.ShouldBe(KeepScreeningWord.Refusal.AlreadyThere);
        (await KeepAsync(office, added.Id, new ScreeningWord(WordKind.Local, "青和县", "青禾县", ScreeningSeverity.Grave), isDisabled: true)).Refusal.ShouldBeNull();
        (await FoundAsync(office, "青和县人民政府")).ShouldBeEmpty();

        var trail = await office.UseAsync<GongkaiDb, List<string>>(db => db.AuditEntries.Where(entry => entry.Subject == $"screeningWord/{added.Id}").OrderBy(entry => entry.Number).Select(entry => entry.Action).ToListAsync(cancellation));
        trail.ShouldBe(["screening.wordAdded", "screening.wordChanged"]);
        trail.ShouldAllBe(action => AuditLabels.Actions.ContainsKey(action));
    }

    [Fact]
    public async Task Who_may_not_keep_the_dictionary_neither_changes_nor_sees_it()
    {
        await using var office = await Office.OpenAsync(database);

        (await office.UseAsync<KeepScreeningWord, KeepScreeningWord.Result>(keep => keep.RunAsync(new(null, new ScreeningWord(WordKind.Local, "某某词", null, ScreeningSeverity.Hint), false), office.Clerk, cancellation))).Refusal.ShouldBe(KeepScreeningWord.Refusal.NotAllowed);
        (await office.UseAsync<ScreeningWordQueries, List<StoredWord>>(words => words.ExportAsync(new WordFilter(), office.Clerk, cancellation))).ShouldBeEmpty();
        (await office.UseAsync<ScreeningWordImport, ImportPreview<WordPlan>>(import => import.PreviewAsync("词.csv", "词\n某某词"u8.ToArray(), office.Clerk, cancellation))).Refusal.ShouldBe(ImportRefusal.NotAllowed);
    }

    [Fact]
    public async Task A_list_is_shown_before_it_is_taken_in_and_is_taken_in_once()
    {
        await using var office = await Office.OpenAsync(database);
        var list = Encoding.UTF8.GetBytes("类别,词,正确写法,程度,例外,后接,起用日期,说明\n本地提醒,望和镇,望河镇,警告,,,,\n错别字,按装,安装,提示,按装配,,,\n");

        var preview = await ImportAsync(office, list);
        preview.Plan.Added.Select(word => word.Word).ShouldBe(["望和镇"]);
        preview.Plan.Changed.ShouldHaveSingleItem().After.Severity.ShouldBe(ScreeningSeverity.Hint);
        (await FoundAsync(office, "望和镇")).ShouldBeEmpty();

        (await ApplyAsync(office, preview.Id!.Value, "another plan")).Refusal.ShouldBe(ImportRefusal.ChangedMeanwhile);
        (await ApplyAsync(office, preview.Id.Value, preview.Plan.Hash)).Refusal.ShouldBeNull();
        (await FoundAsync(office, "望和镇")).ShouldBe(["望和镇"]);
        (await ApplyAsync(office, preview.Id.Value, preview.Plan.Hash)).Refusal.ShouldBe(ImportRefusal.AlreadyApplied);
    }

    [Fact]
    public async Task A_list_with_faults_names_each_and_changes_nothing()
    {
        await using var office = await Office.OpenAsync(database);
        var preview = await ImportAsync(office, Encoding.UTF8.GetBytes("类别,词,程度,例外,起用日期\n没有的类,某某甲,警告,,\n错别字,短,警告,,\n错别字,某某乙,很坏,,\n错别字,某某丙,警告,没有它,\n错别字,某某丁,警告,,某年\n错别字,某某戊,,,\n错别字,某某戊,,,\n"));

        preview.Plan.Faults.Select(fault => fault.Row).ShouldBe([2, 3, 4, 5, 6, 8]);
        (await ApplyAsync(office, preview.Id!.Value, preview.Plan.Hash)).Refusal.ShouldBe(ImportRefusal.HasErrors);
    }

    [Fact]
    public async Task What_was_given_out_can_be_taken_in_again_and_changes_nothing()
    {
        await using var office = await Office.OpenAsync(database);
        var words = await office.UseAsync<ScreeningWordQueries, List<StoredWord>>(words => words.ExportAsync(new WordFilter(), office.Officer, cancellation));
        using var file = new MemoryStream();
        Gongkai.Reports.Lists.ListWriter.WriteXlsx([.. WordTable.Widths], words.Select(word => WordTable.Row(word.ToWord())).Prepend(WordTable.Headings), file);

        var preview = await ImportAsync(office, file.ToArray());

        preview.Plan.Faults.ShouldBeEmpty();
        preview.Plan.ChangesNothing.ShouldBeTrue();
        preview.Plan.Unchanged.ShouldBe(words.Count);
    }

    [Fact]
    public void A_trial_tells_where_a_word_would_be_found_and_what_its_exceptions_spare()
    {
        var word = new ScreeningWord(WordKind.Wrong, "按装", "安装", ScreeningSeverity.Warning) { Exceptions = ["按装配"] };

        var trial = WordTrial.Of(word, [("甲", "按装报警器，按装配式建筑验收"), ("乙", "没有")]);

        trial.Count.ShouldBe(1);
        trial.Spared.ShouldBe(1);
        trial.Places.ShouldHaveSingleItem().ShouldBe(("甲", "", "报警器，按装配式建筑验收"));
    }

    private Task<KeepScreeningWord.Result> KeepAsync(Office office, int? id, ScreeningWord word, bool isDisabled) =>
        office.UseAsync<KeepScreeningWord, KeepScreeningWord.Result>(keep => keep.RunAsync(new(id, word, isDisabled), office.Officer, cancellation));

    private Task<ImportPreview<WordPlan>> ImportAsync(Office office, byte[] list) =>
        office.UseAsync<ScreeningWordImport, ImportPreview<WordPlan>>(import => import.PreviewAsync("词.csv", list, office.Officer, cancellation));

    private Task<ImportPreview<WordPlan>> ApplyAsync(Office office, Guid id, string hash) =>
        office.UseAsync<ScreeningWordImport, ImportPreview<WordPlan>>(import => import.ApplyAsync(id, hash, office.Officer, cancellation));

    private async Task<List<string>> FoundAsync(Office office, string text) =>
        [.. (await office.UseAsync<ScreeningWordQueries, WordBook>(words => words.DictionaryAsync(cancellation))).In(text).Select(found => found.Word.Word)];
}
