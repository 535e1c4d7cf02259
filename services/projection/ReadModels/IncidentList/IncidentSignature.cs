using System.Security.Cryptography;
using System.Text;

namespace Platform.Projection.ReadModels;

/// <summary>
/// A Bloom filter of 64 bits over some keys of an incident, which the indexes of all orders carry: an incident that lacks a bit of a key lacks the key, and
/// one that has both bits has it but for some 5 in 100. The database sets the bits of a row (IncidentTables.sql).
/// </summary>
public static class IncidentSignature
{
    /// <summary>The bits of one key of <see cref="IncidentKeys"/>, of a division, perpetrator, stance, weapon or outlet.</summary>
    public static long Of(string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        return (1L << (hash[0] & 63)) | (1L << (hash[1] & 63));
    }
}
