using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Platform.Ingest.Input;

namespace Platform.Ingest.Endpoints;

/// <summary>
/// The answers of a batch on their way out. A pipe lies between them and the connection, because many HTTP/1.1 clients send
/// everything before they read anything: without it both sides would wait for each other once the sockets are full.
/// </summary>
internal sealed class BatchAnswers : IDisposable
{
    private const int FlushBytes = 32 * 1024;

    private readonly HttpContext _http;
    private readonly Limits _limits;
    private readonly UnsentAnswers.Share _unsent;
    private readonly Pipe _pipe;
    private readonly Utf8JsonWriter _json;
    private volatile bool _inputEnded;
    private volatile bool _waiting;

    public BatchAnswers(HttpContext http, Limits limits, UnsentAnswers.Share unsent)
    {
        (_http, _limits, _unsent) = (http, limits, unsent);
        _pipe = new Pipe(new PipeOptions(pauseWriterThreshold: limits.BatchAnswerBufferBytes, resumeWriterThreshold: limits.BatchAnswerBufferBytes / 2, useSynchronizationContext: false));
        _json = new Utf8JsonWriter(_pipe.Writer, new JsonWriterOptions { SkipValidation = true, Encoder = AnswerJson.Encoder });
    }

    /// <summary>True when enough is written to be worth a flush.</summary>
    public bool IsFull => _pipe.Writer.UnflushedBytes >= FlushBytes;

    /// <summary>Writes an answer as a line.</summary>
    public void Add(BatchAnswer answer)
    {
        _json.Reset();
        JsonSerializer.Serialize(_json, answer, AnswerJson.Readable.BatchAnswer);
        _pipe.Writer.Write("\n"u8);
    }

    /// <summary>Sends what is written; waits while the client, or all clients together, leave too much unread. False when the client is gone.</summary>
    public async ValueTask<bool> FlushAsync()
    {
        // Told before the flush, or it might be sent before it is told.
        _unsent.Add(_pipe.Writer.UnflushedBytes);
        var flush = _pipe.Writer.FlushAsync();
        var room = _unsent.RoomAsync();
        if (flush.IsCompleted && room.IsCompleted) return !(await flush).IsCompleted;
        _waiting = true;
        var result = await flush;
        await room;
        _waiting = false;
        return !result.IsCompleted;
    }

    /// <summary>No more answers will come.</summary>
    public ValueTask CompleteAsync() => _pipe.Writer.CompleteAsync();

    /// <summary>Reading is over: from now on the client has nothing to do but to take its answers.</summary>
    public void InputEnded() => _inputEnded = true;

    /// <summary>Moves answers to the connection until all are sent or the client is gone; then <paramref name="gone"/> is cancelled.</summary>
    public async Task SendAsync(CancellationTokenSource gone)
    {
        var response = _http.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "application/x-ndjson";
        response.Headers.CacheControl = "no-store";
        _http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        if (_http.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate) rate.MinDataRate = null;
        try
        {
            while (true)
            {
                var result = await _pipe.Reader.ReadAsync(_http.RequestAborted);
                foreach (var part in result.Buffer) await PatientlyAsync(response.Body.WriteAsync(part, _http.RequestAborted));
                await PatientlyAsync(new ValueTask(response.Body.FlushAsync(_http.RequestAborted)));
                var sent = result.Buffer.Length;
                _pipe.Reader.AdvanceTo(result.Buffer.End);
                _unsent.Sent(sent);
                if (result.IsCompleted) return;
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or TimeoutException)
        {
            await gone.CancelAsync();
            _http.Abort();
        }
        finally
        {
            await _pipe.Reader.CompleteAsync();
            _unsent.Dispose();
        }
    }

    /// <summary>
    /// Waits for a write. A client that is still sending may leave it waiting as long as it likes; one that has sent all,
    /// or for which reading had to pause, has <see cref="Limits.BatchIdle"/> to take something.
    /// </summary>
    /// <exception cref="TimeoutException">The client takes nothing.</exception>
    private async ValueTask PatientlyAsync(ValueTask write)
    {
        if (write.IsCompletedSuccessfully) return;
        var task = write.AsTask();
        while (true)
        {
            try
            {
                await task.WaitAsync(_limits.BatchIdle);
                return;
            }
            catch (TimeoutException) when (!_inputEnded && !_waiting && !task.IsFaulted)
            {
            }
        }
    }

    public void Dispose()
    {
        // Taken off the pipe first: disposing flushes, and the pipe is completed by then.
        _json.Reset(Stream.Null);
        _json.Dispose();
        _unsent.Dispose();
    }
}
