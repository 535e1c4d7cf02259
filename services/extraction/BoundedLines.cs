using System.Text;

namespace Platform.Extraction;

/// <summary>A line, or the news that it was too long to keep.</summary>
internal readonly record struct BoundedLine(string Text, bool TooLong);

/// <summary>Lines of a reader, of which none can fill the memory: what goes beyond the limit is read and dropped.</summary>
internal sealed class BoundedLines(TextReader input, int limit)
{
    private readonly char[] buffer = new char[1 << 14];
    private readonly StringBuilder line = new();
    private int position, length;

    /// <summary>The next line without its end, or null at the end of the input.</summary>
    public async ValueTask<BoundedLine?> NextAsync(CancellationToken cancel)
    {
        line.Clear();
        var (tooLong, any) = (false, false);
        while (true)
        {
            if (position == length)
            {
                (position, length) = (0, await input.ReadAsync(buffer.AsMemory(), cancel));
                if (length == 0) return any ? new BoundedLine(line.ToString(), tooLong) : null;
            }
            any = true;
            var end = Array.IndexOf(buffer, '\n', position, length - position);
            var take = (end < 0 ? length : end) - position;
            if (line.Length + take > limit) tooLong = true;
            else line.Append(buffer, position, take);
            position += end < 0 ? take : take + 1;
            if (end < 0) continue;
            if (line.Length > 0 && line[^1] == '\r') line.Length--;
            return new BoundedLine(tooLong ? "" : line.ToString(), tooLong);
        }
    }
}
