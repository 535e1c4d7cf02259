using System.Diagnostics;
using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>Text in, reports out: deterministic, without state, safe for any number of threads.</summary>
public sealed class ExtractionEngine
{
    /// <summary>Name and version; part of every report id, so it grows with every change of the rules.</summary>
    public const string Version = "rules/1.17";

    private readonly Lexicon lexicon = Lexicon.Shared;

    /// <summary>Reads one article. Any text gives a result, in time linear in its length; offsets count the text's UTF-16 code units.</summary>
    public ExtractionResult Extract(Article article) => Extract(article, null);

    /// <summary>As above; a trace is told what the stages decide.</summary>
    internal ExtractionResult Extract(Article article, ITrace? trace)
    {
        var document = Document.Rent(article, lexicon);                         // Text, Tokens, Lexicons
        document.Trace = trace;
        Ended("text");
        ReadMentions(document);
        Ended("mentions");
        var clauses = ClauseSplitter.Split(document);                           // Frames: clauses; each is read into a frame
        Ended("clauses");
        var (told, statistics) = IncidentMerger.Merge(document, clauses);       //   (Mentions, Filters, Attribution), frames into incidents
        var incidents = MainSelector.Select(document, told);                    // Merging: main and background
        Ended("incidents");
        var result = new ExtractionResult(
            ReportWriter.Write(document, incidents),                            // Confidence, evidence
            statistics.ConvertAll(clause => AggregateReader.Read(document, clause)),
            ClueReader.Read(document, incidents));                              // Clues: for linking
        Ended("reports");
        trace?.Finished(document, told, incidents, result);
        document.Return();
        return result;
    }

    /// <summary>Notes the end of a stage in the span the engine runs in, where there is one that is recorded.</summary>
    private static void Ended(string stage)
    {
        if (Activity.Current is { IsAllDataRequested: true } span)
            span.AddEvent(new ActivityEvent(stage));
    }

    /// <summary>The stages between the lexicons and the frames.</summary>
    internal static void ReadMentions(Document document)
    {
        document.Dates = DateReader.Read(document);                             // Dates
        QuantityReader.Read(document);                                          // Numbers
        document.Places = PlaceReader.Read(document);                           // Places
        Tagger.Read(document);                                                  // Phrases: parts of speech,
        Chunker.Read(document);                                                 //   noun phrases and verb groups
        document.World.Read(document);                                          // Filters: a match, a story, an exercise
    }
}
