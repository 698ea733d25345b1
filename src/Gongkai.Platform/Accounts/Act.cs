namespace Gongkai.Platform.Accounts;

/// <summary>What a person may be allowed to do. <see cref="Gate"/> says who.</summary>
public enum Act
{
    /// <summary>Work on the filings of an agency: see them, with their findings and history.</summary>
    ViewFilings,

    /// <summary>Write a report, upload one, send it to review, submit it.</summary>
    EditFilings,

    /// <summary>Approve a report inside the agency, or send it back to its writer.</summary>
    ReviewFilings,

    /// <summary>Sign a report.</summary>
    SignFilings,

    /// <summary>Put an accepted report before the public, begin a correction.</summary>
    PublishFilings,

    /// <summary>Open a campaign, urge, accept, return, sum.</summary>
    SuperviseFilings,

    /// <summary>See the cases of 依申请公开 without who asks.</summary>
    ViewRequests,

    /// <summary>See who asks: for those who handle the cases.</summary>
    ViewApplicants,

    /// <summary>Register, handle and serve.</summary>
    HandleRequests,

    /// <summary>Review a drafted decision, or send it back.</summary>
    ReviewRequests,

    /// <summary>Sign a decision, consent to an extension.</summary>
    SignRequests,

    /// <summary>See the documents of an agency on their way to publication.</summary>
    ViewDocuments,

    /// <summary>Write documents, send them to review, look again at what was withheld.</summary>
    WriteDocuments,

    /// <summary>Review documents; which of the reviews, the post says.</summary>
    ReviewDocuments,

    /// <summary>Publish, withdraw, mark as amended or repealed.</summary>
    PublishDocuments,

    /// <summary>See the ledgers of licences, penalties, coercion and charges.</summary>
    ViewLedgers,

    /// <summary>Enter, import, correct and retract what stands in them.</summary>
    KeepLedgers,

    /// <summary>Set up the channels by which documents go out beside the portal.</summary>
    ManageChannels,

    /// <summary>Change the catalog, and the ways through review.</summary>
    ManageCatalog,

    /// <summary>Change the tree and its agencies.</summary>
    ManageAgencies,

    /// <summary>Change the public profile of an agency.</summary>
    EditProfile,

    /// <summary>Accounts, posts, invitations, sessions of others.</summary>
    ManageAccounts,

    /// <summary>Tokens for an agency's own systems.</summary>
    ManageTokens,

    /// <summary>The words that are looked for before something is published.</summary>
    ManageScreeningWords,

    /// <summary>Settings, jobs, health, backups.</summary>
    Operate,

    /// <summary>Read the audit trail.</summary>
    ReadAudit,
}
