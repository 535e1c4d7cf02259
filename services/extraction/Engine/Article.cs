namespace Platform.Extraction.Engine;

/// <summary>What the engine reads.</summary>
/// <param name="ArticleId">The article's id, which the report ids hang on.</param>
/// <param name="Revision">The article's revision, 1 or more; part of the report ids from 2 on.</param>
/// <param name="Title">Headline; read for context, but evidence is quoted from <paramref name="Text"/> only.</param>
/// <param name="Text">The text; any string.</param>
/// <param name="PublishedAt">When it was published; relative dates count from here. Null: unknown.</param>
/// <param name="Outlet">Name of the outlet.</param>
/// <param name="Url">Its address; the host says where the outlet is at home, which tells towns of one name apart.</param>
public sealed record Article(Guid ArticleId, int Revision, string? Title, string Text, DateTimeOffset? PublishedAt, string? Outlet, string? Url = null);
