using System.Text;

namespace Platform.Ingest.Input;

/// <summary>Builds running text from pieces: one blank between words, line ends only where asked for, none at the ends.</summary>
internal sealed class TextFlow
{
    private readonly StringBuilder _text = new();
    private int _breaks;
    private bool _space;

    /// <summary>Line ends around an element: two for a paragraph, one for a line, none for running text.</summary>
    public static (int Before, int After) BreaksOf(string element) => element switch
    {
        "p" or "div" or "section" or "article" or "main" or "blockquote" or "pre" or "ul" or "ol" or "dl" or "table" or "figure" or "header" or "hr"
            or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "address" or "details" or "center" => (2, 2),
        "li" or "tr" or "dt" or "dd" or "caption" or "summary" or "option" => (1, 1),
        _ => (0, 0),
    };

    /// <summary>At least so many line ends before the next piece.</summary>
    public void Break(int count) => _breaks = Math.Max(_breaks, count);

    /// <summary>One more line end before the next piece; two in a row make a paragraph.</summary>
    public void Line() => _breaks = Math.Min(_breaks + 1, 2);

    /// <summary>A blank before the next piece.</summary>
    public void Space() => _space = true;

    /// <summary>A piece of text; white space in it collapses, soft hyphens go.</summary>
    /// <param name="piece">The text.</param>
    /// <param name="keepLines">Keep its line ends, as in pre.</param>
    public void Text(string piece, bool keepLines)
    {
        foreach (var c in piece)
        {
            if (keepLines && c == '\n') Line();
            else if (char.IsWhiteSpace(c)) _space = true;
            else if (c != '\u00AD') Append(c);
        }
    }

    private void Append(char c)
    {
        if (_text.Length > 0)
        {
            if (_breaks > 0) _text.Append('\n', _breaks);
            else if (_space) _text.Append(' ');
        }
        (_breaks, _space) = (0, false);
        _text.Append(c);
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
