using Platform.Contracts;
using Platform.EventStore;
using Platform.Projection.Linking;

namespace Platform.Projection.ReadModels;

/// <summary>What events of incidents leave in the tables of linking. In memory; <see cref="Rows"/> writes the outcome.</summary>
/// <param name="features">Features of reports linked before, by report id; needed when one is dated.</param>
public sealed class LinkFold(Func<Guid, ReportFeatures?> features)
{
    private readonly Dictionary<Guid, LinkRow> written = [];
    private readonly Dictionary<Guid, Guid> moved = [];
    private readonly HashSet<Guid> deleted = [];
    private readonly Dictionary<Guid, (Guid IncidentId, Guid? MergedFrom)> gone = [];
    private readonly List<(Dictionary<Guid, Guid> Merged, IncidentSplit Back)> backs = [];
    private Dictionary<Guid, Guid> merged = [];
    private readonly Dictionary<Guid, Incident> touched = [];
    private readonly Dictionary<(Guid, Guid), Suspected> suspected = [];
    private readonly HashSet<(Guid, Guid)> cleared = [];
    private readonly HashSet<Guid> clearedOf = [];
    private readonly List<PastPair> past = [];
    private readonly Dictionary<(Guid, Guid), PairEnd> pairEnds = [];
    private readonly Dictionary<Guid, PairEnd> incidentEnds = [];

    /// <summary>Takes one event in.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="state">The incident whose stream it is in, after it.</param>
    public void Apply(object happened, Incident state)
    {
        touched[state.Id] = state;
        switch (happened)
        {
            case IncidentOpened e:
                Seat(e.Report.ReportId, state, e.Clues);
                Suspect(state.Id, e.PossibleDuplicates, e.OpenedAt);
                break;
            case ReportLinked e:
                if (e.Replaces is { } replaced)
                    Remove(replaced);
                Seat(e.Report.ReportId, state, e.Clues);
                Suspect(state.Id, e.PossibleDuplicates, e.LinkedAt);
                break;
            case ReportUnlinked e:
                Leave(e.ReportId, state);
                break;
            case ReportDated e:
                Date(e);
                break;
            // Merges and splits are in two streams; the one the reports come to tells it all.
            case IncidentsMerged e when e.IncidentId == state.Id:
                Move(e.Reports, state.Id);
                MoveGone(e.AbsorbedId, state.Id);
                ClearAll(e.AbsorbedId, state.ChangedAt);
                Suspect(state.Id, e.PossibleDuplicates, e.MergedAt);
                break;
            case IncidentSplit e when e.Into == state.Id:
                Move(e.Reports, state.Id);
                if (state.Version > 1)
                    GiveBack(e);
                break;
            case IncidentsKeptApart e:
                Clear(Pair(e.IncidentId, e.OtherId), state.ChangedAt);
                break;
        }
        // Not one that is rejected: lists leave its pairs out, and reopened it has them again.
        if (state.Status is IncidentStatus.Withdrawn)
            ClearAll(state.Id, state.ChangedAt);
    }

    /// <summary>The statements that write the outcome.</summary>
    /// <param name="schema">The live schema, or the one a rebuild writes to.</param>
    public IEnumerable<RowWrite> Rows(string schema) =>
    [
        // First: it is of what was gone before these events.
        .. backs.SelectMany(b => LinkTables.MoveGone(schema, InOrder(b.Merged)).Append(LinkTables.GiveBack(schema, b.Back))),
        .. LinkTables.MoveGone(schema, InOrder(merged)),
        .. LinkTables.Delete(schema, [.. deleted.Union(written.Keys).Order()]),
        .. LinkTables.Insert(schema, [.. written.Values.OrderBy(r => r.ReportId)]),
        .. LinkTables.Move(schema, InOrder(moved)),
        .. LinkTables.Remember(schema, [.. gone.OrderBy(g => g.Key).Select(g => (g.Key, g.Value.IncidentId, g.Value.MergedFrom))]),
        .. LinkTables.Mark(schema, [.. touched.Values.OrderBy(i => i.Id)]),
        .. DuplicateHistory.Retire(schema, pairEnds, incidentEnds),
        .. DuplicateHistory.Insert(schema, past),
        .. LinkTables.Clear(schema, [.. clearedOf.Order()], [.. cleared.Order()]),
        .. LinkTables.Suspect(schema, [.. suspected.Values.OrderBy(s => (s.IncidentId, s.OtherId))]),
    ];

    private void Seat(Guid reportId, Incident state, ReportClues? clues)
    {
        var report = state.Reports.First(r => r.ReportId == reportId);
        Write(new LinkRow(reportId, state.Id, report.ArticleId, report.Ordinal, report.Revision, report.Extractor, ReportFeatures.Of(report, clues)));
    }

    private void Date(ReportDated dated)
    {
        if (written.TryGetValue(dated.ReportId, out var row))
            Write(row with { Features = row.Features.Dated(dated.Date) });
        else if (features(dated.ReportId) is { } known && touched[dated.IncidentId].Reports.FirstOrDefault(r => r.ReportId == dated.ReportId) is { } report)
            Write(new LinkRow(dated.ReportId, dated.IncidentId, report.ArticleId, report.Ordinal, report.Revision, report.Extractor, known.Dated(dated.Date)));
    }

    private void Write(LinkRow row)
    {
        written[row.ReportId] = row;
        deleted.Remove(row.ReportId);
        moved.Remove(row.ReportId);
        gone.Remove(row.ReportId);
    }

    /// <summary>
    /// An article tells of it no more, so it is no report any more. Where a person spoke of the incident its row stays as a memory: told
    /// of again, be it by a later revision, other rules or another article, it is that incident again and not one nobody has judged.
    /// The last one of an incident stays too: a person may still speak of it.
    /// </summary>
    private void Leave(Guid reportId, Incident state)
    {
        if (!StandingIncident.Of(state).IsAnchored && state.Status != IncidentStatus.Withdrawn)
            Remove(reportId);
        else if (written.TryGetValue(reportId, out var row))
            written[reportId] = row with { IsGone = true };
        else if (!deleted.Contains(reportId))
        {
            moved.Remove(reportId);
            gone[reportId] = (state.Id, null);
        }
    }

    private void Remove(Guid reportId)
    {
        written.Remove(reportId);
        moved.Remove(reportId);
        gone.Remove(reportId);
        deleted.Add(reportId);
    }

    private void MoveGone(Guid from, Guid into)
    {
        foreach (var row in written.Values.Where(r => r.IsGone && r.IncidentId == from).ToList())
            written[row.ReportId] = row with { IncidentId = into, MergedFrom = row.MergedFrom ?? from };
        foreach (var (report, row) in gone.Where(g => g.Value.IncidentId == from).ToList())
            gone[report] = (into, row.MergedFrom ?? from);
        foreach (var earlier in merged.Where(m => m.Value == from).Select(m => m.Key).ToList())
            merged[earlier] = into;
        merged.TryAdd(from, into);
    }

    /// <summary>What is moved by merges before this one and after it cannot be told in one statement.</summary>
    private void GiveBack(IncidentSplit split)
    {
        bool IsBack(Guid incidentId, Guid? from) => incidentId == split.IncidentId && from is { } id && (id == split.Into || split.AbsorbedBefore.Contains(id));
        Guid? Left(Guid? from) => from == split.Into ? null : from;
        foreach (var row in written.Values.Where(r => r.IsGone && IsBack(r.IncidentId, r.MergedFrom)).ToList())
            written[row.ReportId] = row with { IncidentId = split.Into, MergedFrom = Left(row.MergedFrom) };
        foreach (var (report, row) in gone.Where(g => IsBack(g.Value.IncidentId, g.Value.MergedFrom)).ToList())
            gone[report] = (split.Into, Left(row.MergedFrom));
        backs.Add((merged, split));
        merged = [];
    }

    private static IReadOnlyList<(Guid, Guid)> InOrder(Dictionary<Guid, Guid> moves) => [.. moves.OrderBy(m => m.Key).Select(m => (m.Key, m.Value))];

    private void Move(IEnumerable<LinkedReport> reports, Guid incidentId)
    {
        foreach (var report in reports)
            if (written.TryGetValue(report.ReportId, out var row))
                written[report.ReportId] = row with { IncidentId = incidentId };
            else
                moved[report.ReportId] = incidentId;
    }

    private void Suspect(Guid incidentId, IReadOnlyList<PossibleDuplicate> duplicates, DateTimeOffset at)
    {
        foreach (var duplicate in duplicates)
        {
            var pair = Pair(incidentId, duplicate.IncidentId);
            End(pair, at);
            suspected[pair] = new Suspected(pair.Item1, pair.Item2, duplicate.Score, duplicate.Reasons, at);
        }
    }

    private void Clear((Guid, Guid) pair, DateTimeOffset at)
    {
        End(pair, at);
        cleared.Add(pair);
    }

    private void ClearAll(Guid incidentId, DateTimeOffset at)
    {
        incidentEnds.TryAdd(incidentId, new PairEnd(at, pairEnds.Count + incidentEnds.Count));
        foreach (var pair in suspected.Keys.Where(p => p.Item1 == incidentId || p.Item2 == incidentId).ToList())
            End(pair, at);
        clearedOf.Add(incidentId);
    }

    /// <summary>What was found in these events is past; what was found before them ends with the first that ends it.</summary>
    private void End((Guid, Guid) pair, DateTimeOffset at)
    {
        if (suspected.Remove(pair, out var found))
            past.Add(new PastPair(found, at));
        else
            pairEnds.TryAdd(pair, new PairEnd(at, pairEnds.Count + incidentEnds.Count));
    }

    private static (Guid, Guid) Pair(Guid a, Guid b) => a.CompareTo(b) < 0 ? (a, b) : (b, a);
}
