using System.Buffers;
using System.Diagnostics;
using System.IO.Pipelines;
using System.Threading.Channels;
using System.Threading.RateLimiting;
using Platform.Ingest.Input;
using Platform.Telemetry;

namespace Platform.Ingest.Endpoints;

/// <summary>
/// One batch under way. Reading hands each line to the store and goes on while the window has places; answers are awaited in
/// the order of the lines, so a place comes free when its answer is written. Nothing else is kept of the body.
/// </summary>
internal sealed class BatchRun : IDisposable
{
    private const int PlaceBytes = 64 * 1024;

    private readonly AcceptArticles _accept;
    private readonly Admission _admission;
    private readonly ArticleRules _rules;
    private readonly Limits _limits;
    private readonly ILogger _logger;
    private readonly CancellationToken _stopping;
    private readonly CancellationTokenSource _gone;
    private readonly CancellationTokenSource _endReading;
    private readonly SemaphoreSlim _window;
    private readonly Channel<Pending> _pending = Channel.CreateUnbounded<Pending>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
    private readonly BatchAnswers _answers;
    // Read once, here: an HttpContext serves one thread at a time, and lines are read while answers are sent.
    private readonly string _traceId;
    private readonly ActivityContext _request = Activity.Current?.Context ?? default;

    public BatchRun(HttpContext http, AcceptArticles accept, Admission admission, ArticleRules rules, ILogger logger, CancellationToken stopping)
    {
        (_accept, _admission, _rules, _limits, _stopping, _logger) = (accept, admission, rules, rules.Limits, stopping, logger);
        _traceId = ProblemAnswers.TraceIdOf(http);
        _gone = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        _endReading = CancellationTokenSource.CreateLinkedTokenSource(_gone.Token, stopping);
        _window = new SemaphoreSlim(_limits.BatchWindow);
        _answers = new BatchAnswers(http, _limits, admission.Answers.Open());
    }

    public async Task RunAsync(Stream body)
    {
        var pipe = PipeReader.Create(body, new StreamPipeReaderOptions(bufferSize: PlaceBytes, leaveOpen: true));
        var lines = new LineReader(pipe, _limits.MaxLineBytes);
        // What fails before the first line gets a plain answer with its own status.
        var first = await lines.NextAsync(ReadAsync);
        var sending = _answers.SendAsync(_gone);
        var writing = WriteAnswersAsync();
        try
        {
            await ReadLinesAsync(lines, first);
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            _logger.LogDebug("The sender of a batch went away after line {Line}", lines.Number);
        }
        finally
        {
            _answers.InputEnded();
            _pending.Writer.Complete();
            await writing;
            await sending;
            await pipe.CompleteAsync();
        }
    }

    private async Task ReadLinesAsync(LineReader lines, LineKind kind)
    {
        try
        {
            for (; kind != LineKind.End; kind = await lines.NextAsync(ReadAsync))
            {
                if (kind == LineKind.TooLong) await EnqueueAsync(1, () => Refuse(lines.Number, Problems.LineTooLong(_limits.MaxLineBytes)));
                else if (!IsBlank(lines.Line))
                {
                    // The line is parsed before the next one is looked for: its bytes are gone then.
                    await EnqueueAsync((int)(lines.Line.Length / PlaceBytes) + 1, () => Take(lines.Number, lines.Line), stores: true);
                }
            }
        }
        catch (Exception e) when (ProblemAnswers.Of(e, _limits) is { } problem)
        {
            await EnqueueAsync(1, () => Refuse(lines.Number + 1, problem));
        }
        catch (IOException e)
        {
            _logger.LogDebug(e, "The connection of a batch broke after line {Line}", lines.Number);
            await _gone.CancelAsync();
        }
    }

    private async ValueTask<ReadResult> ReadAsync(PipeReader pipe)
    {
        _endReading.CancelAfter(_limits.BatchIdle);
        try
        {
            return await pipe.ReadAsync(_endReading.Token);
        }
        catch (OperationCanceledException) when (!_gone.IsCancellationRequested)
        {
            throw new ProblemException(_stopping.IsCancellationRequested ? Problems.Stopping(_limits.RetryAfterSeconds) : Problems.TooSlow(_limits.BatchIdle));
        }
        finally
        {
            _endReading.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>
    /// Waits for places in the window, then, for a line that is to be stored, for room among those of all batches; only then is the line
    /// parsed and handed over. Meanwhile nothing more is read, and the sender has to wait.
    /// </summary>
    private async ValueTask EnqueueAsync(int places, Func<Task<BatchAnswer?>> start, bool stores = false)
    {
        places = Math.Min(places, _limits.BatchWindow);
        // One writer takes its places one after another, so it cannot wait for itself.
        for (var i = 0; i < places; i++) await _window.WaitAsync(_gone.Token);
        var room = stores ? await _admission.WaitAsync(places, _gone.Token) : null;
        _pending.Writer.TryWrite(new Pending(InRoomAsync(start, room), places));
    }

    /// <summary>The room is given back with the commit: a sender that takes no answers keeps none from others.</summary>
    private static async Task<BatchAnswer?> InRoomAsync(Func<Task<BatchAnswer?>> start, RateLimitLease? room)
    {
        using (room)
            return await start();
    }

    private Task<BatchAnswer?> Take(long number, ReadOnlySequence<byte> line)
    {
        Reading reading;
        if (line.IsSingleSegment) reading = JsonArticle.Read(line.FirstSpan, _rules);
        else
        {
            var whole = ArrayPool<byte>.Shared.Rent((int)line.Length);
            line.CopyTo(whole);
            reading = JsonArticle.Read(whole.AsSpan(0, (int)line.Length), _rules);
            ArrayPool<byte>.Shared.Return(whole);
        }
        return reading.Article is { } article ? StoreAsync(number, article) : Refuse(number, reading.Problem!);
    }

    private async Task<BatchAnswer?> StoreAsync(long number, ArticleInput article)
    {
        try
        {
            // A trace of its own for each article: one trace over a million lines would help nobody. The link leads back to the request.
            using var line = Tracing.StartLinked(Names.Spans.AcceptLine, _request);
            var stored = (await _accept([article], null, _gone.Token)).Articles[0];
            return new BatchAnswer { Line = number, ArticleId = stored.ArticleId, Duplicate = stored.Duplicate, TraceId = stored.TraceId };
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception e)
        {
            var problem = ProblemAnswers.Of(e, _limits);
            if (problem is null) _logger.LogError(e, "Line {Line} of a batch could not be stored", number);
            return await Refuse(number, problem ?? Problems.Unexpected());
        }
    }

    private Task<BatchAnswer?> Refuse(long number, Problem problem) =>
        Task.FromResult<BatchAnswer?>(new BatchAnswer { Line = number, Problem = problem with { TraceId = _traceId } });

    private async Task WriteAnswersAsync()
    {
        try
        {
            await foreach (var pending in _pending.Reader.ReadAllAsync())
            {
                var answer = await pending.Answer;
                if (answer is not null && !_gone.IsCancellationRequested)
                {
                    _answers.Add(answer);
                    var more = _pending.Reader.TryPeek(out var next) && next.Answer.IsCompleted;
                    if ((!more || _answers.IsFull) && !await _answers.FlushAsync()) await _gone.CancelAsync();
                }
                _window.Release(pending.Places);
            }
        }
        finally
        {
            await _answers.CompleteAsync();
        }
    }

    private static bool IsBlank(ReadOnlySequence<byte> line)
    {
        foreach (var part in line)
        {
            if (part.Span.ContainsAnyExcept(" \t\r"u8)) return false;
        }
        return true;
    }

    public void Dispose()
    {
        _answers.Dispose();
        _endReading.Dispose();
        _gone.Dispose();
        _window.Dispose();
    }

    private readonly record struct Pending(Task<BatchAnswer?> Answer, int Places);
}
