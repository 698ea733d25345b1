using System.Security.Cryptography;

namespace Gongkai.Platform.Requests.Applicants;

/// <summary>What opens a case to its applicant: which case, and the hash of its code. Compared anew at every step.</summary>
public sealed record CaseKey(long RequestId, byte[] CodeHash)
{
    internal bool Opens(byte[] queryHash) => CryptographicOperations.FixedTimeEquals(queryHash, CodeHash);
}
