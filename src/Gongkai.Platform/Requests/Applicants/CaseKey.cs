using System.Security.Cryptography;
using Gongkai.Platform.Requests.Intake;

namespace Gongkai.Platform.Requests.Applicants;

/// <summary>What opens a case to its applicant: which case, and the hash of its code. Compared anew at every step.</summary>
public sealed record CaseKey(long RequestId, byte[] CodeHash)
{
    /// <summary>The key to a request that was just sent.</summary>
    public static CaseKey Of(Registered registered) => new(registered.RequestId, QueryCode.HashOf(registered.Code));

    internal bool Opens(byte[] queryHash) => CryptographicOperations.FixedTimeEquals(queryHash, CodeHash);
}
