using Platform.Ingest.Input;

namespace Platform.Ingest.Endpoints;

/// <summary>The answer to a feed: what became of each item, under its position.</summary>
internal static class FeedAnswers
{
    /// <summary>What a first answer says of a feed besides what the store does.</summary>
    public static AnswerNotes NotesOf(IReadOnlyList<Reading> readings) => new(
        [.. readings.Index().Where(r => r.Item.Article is not null).Select(r => NoteOf(r.Index, r.Item))],
        [.. readings.Index().Where(r => r.Item.Article is null).Select(r => new ItemProblem(r.Index + 1, r.Item.Problem!))]);

    /// <summary>The answer; one that was stored is given as it was, whatever is read now.</summary>
    public static FeedAnswer Of(AcceptResult result, IReadOnlyList<Reading> readings)
    {
        var notes = result.Notes ?? (result.Replayed ? Retrace(result.Articles, readings) : NotesOf(readings));
        return new FeedAnswer(
            [.. notes.Articles.Zip(result.Articles, (note, a) => new FeedArticle(note.Position, a.ArticleId, a.Duplicate, a.TraceId, note.Warnings))],
            notes.Problems.Count > 0 ? notes.Problems : null);
    }

    /// <summary>
    /// Where the articles of an answer stand that was stored before positions were kept: at the item with that id; one that can no longer be
    /// read, at the first such item that is left.
    /// </summary>
    private static AnswerNotes Retrace(IReadOnlyList<AcceptedArticle> stored, IReadOnlyList<Reading> readings)
    {
        var items = readings.Index().Where(r => r.Item.Article is not null).ToLookup(r => Article.IdOf(r.Item.Article!));
        var places = items.ToDictionary(i => i.Key, i => new Queue<(int Index, Reading Item)>(i));
        var unread = new Queue<ItemProblem>(NotesOf(readings).Problems);
        var articles = stored.Select((a, i) =>
            places.TryGetValue(a.ArticleId, out var found) && found.TryDequeue(out var at) ? NoteOf(at.Index, at.Item)
            : new ArticleNote(unread.TryDequeue(out var left) ? left.Position : i + 1, null)).ToList();
        return new AnswerNotes(articles, [.. unread]);
    }

    private static ArticleNote NoteOf(int index, Reading reading) => new(index + 1, reading.Warnings.Count == 0 ? null : reading.Warnings);
}
