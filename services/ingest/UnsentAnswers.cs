namespace Platform.Ingest;

/// <summary>
/// Bytes of answers that batches hold for clients that do not take them, all together. A batch may hold much so that a client may send all
/// before it reads; many at once must not hold more than there is memory.
/// </summary>
internal sealed class UnsentAnswers(long most)
{
    private long bytes;

    /// <summary>The answers of one more batch.</summary>
    public Share Open() => new(this);

    private bool IsFull => Interlocked.Read(ref bytes) > most;

    /// <summary>Those of one batch. Disposed when nothing more is sent.</summary>
    internal sealed class Share(UnsentAnswers all) : IDisposable
    {
        private readonly Lock door = new();
        private long own;
        private bool ended;
        private TaskCompletionSource? taken;

        /// <summary>So many more wait; to be told before they can be sent.</summary>
        public void Add(long more)
        {
            lock (door)
            {
                if (!ended) Count(more);
            }
        }

        /// <summary>So many were taken.</summary>
        public void Sent(long less)
        {
            lock (door)
            {
                Count(-Math.Min(less, own));
                if (own == 0) Wake();
            }
        }

        /// <summary>
        /// Completed while there is room, else when the client has taken all of its own: a batch of which nothing waits goes on, so no batch waits
        /// for the client of another.
        /// </summary>
        public Task RoomAsync()
        {
            lock (door)
            {
                return ended || own == 0 || !all.IsFull ? Task.CompletedTask : (taken ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            lock (door)
            {
                ended = true;
                Count(-own);
                Wake();
            }
        }

        private void Count(long more)
        {
            own += more;
            Interlocked.Add(ref all.bytes, more);
        }

        private void Wake()
        {
            taken?.TrySetResult();
            taken = null;
        }
    }
}
