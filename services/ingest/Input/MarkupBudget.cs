using System.Diagnostics;
using AngleSharp.Dom;
using AngleSharp.Text;

namespace Platform.Ingest.Input;

/// <summary>
/// What the HTML of one request may cost: nodes for each document, time for all together. Some markup makes any
/// standards-conforming parser slow (misnested formatting elements are quadratic), so the parser asks here at every element.
/// </summary>
public sealed class MarkupBudget(Limits limits)
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private int _nodes;

    /// <summary>Depth at which elements are flattened.</summary>
    public int MaxDepth => limits.MaxMarkupDepth;

    /// <summary>Begins to count the nodes anew; the time runs on.</summary>
    /// <exception cref="ProblemException">The time is used up.</exception>
    public MarkupBudget NextDocument()
    {
        _nodes = 0;
        CheckTime();
        return this;
    }

    /// <summary>Counts an element. Its attributes are not there yet; the size of the body bounds them well enough.</summary>
    /// <exception cref="ProblemException">413: nodes or time are used up.</exception>
    public void Count(IElement element, TextPosition position)
    {
        if (++_nodes > limits.MaxMarkupNodes) throw new ProblemException(TooManyNodes(limits));
        if ((_nodes & 0x3F) == 0) CheckTime();
    }

    /// <summary>The problem of a document, HTML or XML, with too many nodes.</summary>
    public static Problem TooManyNodes(Limits limits) => Problems.DocumentTooComplex(FormattableString.Invariant(
        $"A document may have {limits.MaxMarkupNodes:N0} elements and attributes. Send only the article, or its text as text/plain or JSON."));

    private void CheckTime()
    {
        if (Stopwatch.GetElapsedTime(_started) > limits.MaxHtmlTime)
            throw new ProblemException(Problems.DocumentTooComplex("The HTML takes too long to be read. Send only the article, or its text as text/plain or JSON."));
    }
}
