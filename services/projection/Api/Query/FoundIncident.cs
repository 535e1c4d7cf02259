namespace Platform.Projection.Api;

/// <summary>An incident of a list.</summary>
/// <param name="Key">Its sort key, as in a cursor.</param>
/// <param name="Id">Its id.</param>
/// <param name="Version">The version it is listed with.</param>
/// <param name="Json">The incident at that version.</param>
internal sealed record FoundIncident(string Key, Guid Id, long Version, byte[] Json);
