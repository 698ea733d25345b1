namespace Gongkai.Reports.Reading.Files;

/// <summary>What the bytes of a file are, whatever its name says.</summary>
public enum SourceKind
{
    /// <summary>No bytes, or only white space.</summary>
    Empty,

    /// <summary>Text that is nothing more special: plain, tabbed, Markdown.</summary>
    Text,

    /// <summary>A web page.</summary>
    Html,

    /// <summary>Word .docx.</summary>
    Word,

    /// <summary>Excel .xlsx.</summary>
    Excel,

    /// <summary>Excel .xls.</summary>
    OldExcel,

    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>Word .doc and WPS .wps.</summary>
    OldWord,

    /// <summary>OpenDocument text.</summary>
    OpenDocument,

    /// <summary>Rich Text Format.</summary>
    RichText,

    /// <summary>Our own JSON, <c>gongkai.report/1</c>.</summary>
    Json,

    /// <summary>Our own CSV.</summary>
    Csv,

    /// <summary>A zip of other files.</summary>
    Zip,

    /// <summary>An Office file with a password.</summary>
    EncryptedOffice,

    /// <summary>A picture.</summary>
    Picture,

    /// <summary>A compressed file that is no zip: rar, 7z, gz.</summary>
    OtherArchive,

    /// <summary>A reading format of one maker (OFD, CEB, CAJ) or another Office file that holds no report (slides).</summary>
    OtherOffice,

    /// <summary>Bytes that are none of these.</summary>
    Unknown,
}
