using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Platform.Storage.Migrations;

/// <summary>Which requests are for the same thing, whatever their spaces and punctuation, and what an agency decided about publishing it.</summary>
[DbContext(typeof(GongkaiDb))]
[Migration("109_proactive_proposals")]
internal sealed class M109ProactiveProposals : SqlMigration
{
    protected override string Sql => """
        ALTER TABLE requests ADD COLUMN subject_key text GENERATED ALWAYS AS (
            md5(lower(regexp_replace(coalesce(document_number, wanted), '[ 　\t\r\n,.;:!?()\[\]<>"''_/-]|[〔〕［］【】（）《》〈〉“”‘’，。、；：！？·—－]', '', 'g')))) STORED;
        CREATE INDEX requests_given ON requests (agency_id, subject_key) INCLUDE (applicant_key, id)
            WHERE stage = 'Concluded' AND kind = 'Disclosure' AND outcome IN ('Granted', 'PartlyGranted') AND anonymised_on IS NULL;

        CREATE TABLE proactive_decisions (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            agency_id integer NOT NULL REFERENCES agencies,
            subject_key text NOT NULL,
            subject text NOT NULL,
            is_accepted boolean NOT NULL,
            reason text NOT NULL,
            place text,
            decided_at timestamptz NOT NULL,
            decided_by_name text NOT NULL,
            UNIQUE (agency_id, subject_key));
        """;
}
