using System.Text.Json;
using Gongkai.Platform.Screening.Texts.Words;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Platform.Storage.Migrations;

/// <summary>The dictionary of the screening, filled with the words that come with the program.</summary>
[DbContext(typeof(GongkaiDb))]
[Migration("112_screening_words")]
internal sealed class M112ScreeningWords : SqlMigration
{
    // A migration takes no parameters; the list is our own and stands between marks that it cannot hold.
    private const string Mark = "$words$";

    protected override string Sql => $"""
        CREATE TABLE screening_words (
            id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            word text NOT NULL UNIQUE,
            kind text NOT NULL,
            replacement text,
            severity text NOT NULL,
            exceptions text[] NOT NULL,
            followed text[] NOT NULL,
            valid_from date,
            note text,
            is_built_in boolean NOT NULL,
            is_disabled boolean NOT NULL,
            changed_at timestamptz NOT NULL,
            changed_by_name text NOT NULL);

        INSERT INTO screening_words (word, kind, replacement, severity, exceptions, followed, valid_from, note, is_built_in, is_disabled, changed_at, changed_by_name)
        SELECT word, kind, replacement, severity, exceptions, followed, valid_from, note, true, false, now(), ''
        FROM json_to_recordset({Mark}{Words()}{Mark}) AS built_in
            (word text, kind text, replacement text, severity text, exceptions text[], followed text[], valid_from date, note text);
        """;

    private static string Words() => JsonSerializer.Serialize(WordTable.BuiltIn.Select(word => new
    {
        word = word.Word, kind = word.Kind.ToString(), replacement = word.Replacement, severity = word.Severity.ToString(),
        exceptions = word.Exceptions, followed = word.Followed, valid_from = word.ValidFrom, note = word.Note,
    }));
}
