using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>What the engine found in one article.</summary>
/// <param name="Reports">The incidents, by ordinal.</param>
/// <param name="Aggregates">The statistics, in text order.</param>
/// <param name="Clues">What helps to link each report to those of other articles, in the order of the reports.</param>
public sealed record ExtractionResult(IReadOnlyList<IncidentReport> Reports, IReadOnlyList<Aggregate> Aggregates, IReadOnlyList<ReportClues> Clues);
