"""HTML for pages that people open: nothing in it can run, load or imitate a page.

What learners write and what their code shows is cleaned to a short list of elements.
Pictures stay if they are in the page itself.
"""

from __future__ import annotations

import base64
import html
import mimetypes
import re
import secrets
import string
from functools import lru_cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from autograder.formulas import formula_svg
from autograder.scoring import plain_text

MAX_TEXT = 6_000
MAX_HTML = 400_000
MAX_PICTURE = 8_000_000
MAX_PICTURES = 16_000_000  # in one text
MAX_MARKDOWN = 20_000
MAX_COLOURED = 10_000
MAX_BRACKETS = 2_000  # reading them takes time with their square

#: Tags that are cleaned at most. What a parser makes of tags that are not closed in
#: order can grow with the square of their number.
_MOST_TAGS = 6000
_MOST_DISORDERLY_TAGS = 500
_MOST_NESTED = 100
#: Characters of a tag, for its attributes are compared with one another.
_MOST_IN_TAG = 4000

_TAGS = frozenset(
    [
        "a",
        "abbr",
        "b",
        "blockquote",
        "br",
        "caption",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "details",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "u",
        "ul",
        "var",
    ]
)
_PICTURE = re.compile(
    r"data:image/(?:png|jpeg|gif|webp|svg\+xml);base64,[A-Za-z0-9+/=\s]+"
)
_LINK = re.compile(r"(?:https?://|mailto:|#)", re.IGNORECASE)
_TOKEN_CLASS = re.compile(r"highlight|[a-z]{1,2}[0-9a-z]?")  # Pygments' short names
_PICTURE_DATA = re.compile(r"data:image/[a-z+]+;base64,[A-Za-z0-9+/=\s]+")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>")
#: A tag as the cleaning writes it: a value may hold ">" and quotes of the other kind.
_CLEAN_TAG = r"""<(?:[^"'<>]++|"[^"]*+"|'[^']*+')*+>"""
#: A tag as a parser reads it: a value may hold ">" in quotes of either kind.
_ANY_TAG = re.compile(r"""<(?:[^>=]++|=\s*+(?:"[^"]*+"?|'[^']*+'?)?)*+>?""")
_PLANES = range(0x10000, 0x110000, 0x10000)
#: What no page shows, and the cleaning looks at one by one.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in _PLANES)
    + "]"
)
_VALUE = re.compile(r""" ([a-z]+)=(?:"([^"]*+)"|'([^']*+)')""")
#: Pygments takes time with the square of such a run.
_BLANKS = re.compile(r"\s{300}")
_PYTHON = {"python", "python3", "py", "ipython", "ipython3"}
_VOID = {"br", "col", "hr", "img"}
#: Elements whose text is not for people; an open script runs to the end.
_WITH_CONTENT = re.compile(
    r"<(script|style|template|noscript|iframe|object|svg|math)\b", re.IGNORECASE
)


class TooMuchMarkup(ValueError):
    """HTML that would take too long to clean."""


def clean(text: str) -> Markup:
    """Return HTML with only harmless elements and attributes left.

    Raises:
        TooMuchMarkup: If it has too many tags.
    """
    import bleach

    if text.count("<") > 2 * _MOST_TAGS:
        raise TooMuchMarkup(f"{text.count('<')} tags")
    text = _INVISIBLE.sub("", text)
    if len(_PICTURE_DATA.sub("", text)) > MAX_HTML:
        raise TooMuchMarkup(f"{len(text)} characters")
    previous = None
    while previous != text:
        previous, text = text, _without_content(text)
    _check_each_tag(_PICTURE_DATA.sub("", text))
    _check_tags(text)
    cleaned = bleach.clean(
        text,
        tags=_TAGS,
        attributes=_allowed,
        protocols=["http", "https", "mailto", "data"],
        strip=True,
        strip_comments=True,
    )
    cleaned = re.sub(_CLEAN_TAG, _described_picture, cleaned)
    return Markup(cleaned.replace("<a ", '<a rel="noopener noreferrer" '))


def _without_content(text: str) -> str:
    """Leave out elements whose text is not for people."""
    kept, place, unclosed = [], 0, set()
    for match in _WITH_CONTENT.finditer(text):
        name = match[1].lower()
        if match.start() < place or name in unclosed:
            continue
        end = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, match.end())
        if end is None and name not in ("script", "style"):
            unclosed.add(name)
            continue
        kept.append(text[place : match.start()])
        place = len(text) if end is None else end.end()
    return "".join([*kept, text[place:]])


def _check_each_tag(text: str) -> None:
    """Refuse a text, without its pictures, that has a tag that is too long."""
    place = text.find("<")
    while place >= 0:
        found = _ANY_TAG.match(text, place, place + _MOST_IN_TAG)
        if found and found.end() == place + _MOST_IN_TAG:
            raise TooMuchMarkup(f"a tag of more than {_MOST_IN_TAG} characters")
        place = text.find("<", place + 1)


def _check_tags(text: str) -> None:
    """Refuse what a parser would take long for."""
    number = text.count("<")
    if number <= _MOST_DISORDERLY_TAGS:
        return
    tags = list(_TAG.finditer(text))
    opened: list[str] = []
    for tag in tags:
        name = tag[2].lower()
        if name in _VOID:
            continue
        if not tag[1]:
            opened.append(name)
        elif not opened or opened.pop() != name:
            raise TooMuchMarkup(f"{number} tags in disorder")
        if len(opened) > _MOST_NESTED:
            raise TooMuchMarkup(f"{len(opened)} nested tags")
    if opened or len(tags) != number or number > _MOST_TAGS:
        raise TooMuchMarkup(f"{number} tags")


def _described_picture(match: re.Match[str]) -> str:
    """Put words in the place of a picture from elsewhere, and beside a mute one."""
    picture = match[0]
    if not picture.startswith("<img"):
        return picture
    values = {name: one or other for name, one, other in _VALUE.findall(picture)}
    words = values.get("alt", "")
    if not values.get("src", "").startswith("data:"):
        return f"[picture left out{': ' if words else ''}{words}]"
    if not words:
        picture = picture.replace(' alt=""', "")
        return picture.replace("<img", '<img alt="Picture without a description"', 1)
    return picture


def _allowed(tag: str, name: str, value: str) -> bool:
    if tag == "img":
        if name == "src":
            return bool(_PICTURE.fullmatch(value)) and len(value) < MAX_PICTURE
        if name in ("width", "height"):
            return bool(re.fullmatch("[0-9]{1,4}", value)) and int(value) <= 4000
        return name in ("alt", "title")
    if tag == "a" and name == "href":
        return bool(_LINK.match(value))
    if name == "class":
        return tag in ("span", "div") and all(
            _TOKEN_CLASS.fullmatch(part) for part in value.split()
        )
    if tag in ("td", "th"):
        return name in ("colspan", "rowspan", "scope") and len(value) < 10
    return name in ("title", "lang", "dir") or (tag, name) == ("ol", "start")


def markdown(
    text: str, attachments: dict[str, Any] | None = None, folder: Path | None = None
) -> Markup:
    """Return a text cell as HTML.

    Args:
        text: Markdown, with formulas between dollar signs.
        attachments: The cell's attached pictures.
        folder: Where pictures in files are looked for; they are embedded.
    """
    try:
        if len(_PICTURE_DATA.sub("", text)) > MAX_MARKDOWN:
            raise TooMuchMarkup(f"{len(text)} characters")
        if text.count("[") > MAX_BRACKETS:
            raise TooMuchMarkup(f"{text.count('[')} brackets")
        if attachments:
            return _markdown(text, attachments, folder)
        return _cached_markdown(text, folder)
    except TooMuchMarkup:
        return preformatted(text)


def preformatted(text: str) -> Markup:
    """Return a text cell as it was written."""
    return Markup(f"<pre>{html.escape(shorten(text, MAX_MARKDOWN))}</pre>")


@lru_cache(maxsize=2048)
def _cached_markdown(text: str, folder: Path | None) -> Markup:
    """The course's own text is the same on every learner's page."""
    return _markdown(text, {}, folder)


def _markdown(text: str, attachments: dict[str, Any], folder: Path | None) -> Markup:
    from mistune import HTMLRenderer
    from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

    formulas: list[str] = []
    mark = "".join(secrets.choice(string.ascii_lowercase) for _ in range(24))

    class Renderer(IPythonRenderer):
        """Leaves a mark for each formula, to be drawn after the cleaning."""

        def inline_math(self, body: str) -> str:
            return self._keep(body)

        def block_math(self, body: str) -> str:
            return f"<p>{self._keep(body)}</p>"

        def latex_environment(self, name: str, body: str) -> str:
            if name.rstrip("*") in ("equation", "displaymath"):
                return self._keep(body)
            return f"<code>{html.escape(body.strip())}</code>"

        def image(self, text: str, url: str, title: str | None = None) -> str:
            return HTMLRenderer.image(self, text, url, title)

        def block_code(self, code: str, info: str | None = None) -> str:
            if (info or "").strip().lower() in _PYTHON:
                return f'<div class="highlight"><pre>{coloured(code)}</pre></div>\n'
            return HTMLRenderer.block_code(self, code)  # other lexers may be very slow

        def _keep(self, formula: str) -> str:
            formulas.append(formula)
            return f"{mark}{len(formulas) - 1}e"

    renderer = Renderer(escape=False, exclude_anchor_links=True)
    rendered = MarkdownWithMath(renderer=renderer).render(text)
    rendered = _embed_pictures(rendered, attachments, folder)
    cleaned = str(clean(rendered))

    def written(match: re.Match[str]) -> str:
        return html.escape(formulas[int(match[1])])

    def drawn(match: re.Match[str]) -> str:
        if match[0].startswith("<"):  # the text alternative of a picture
            return re.sub(f"{mark}(\\d+)e", written, match[0])
        return formula_svg(formulas[int(match[1])])

    cleaned = re.sub(r"<(/?)h[1-6]\b", r"<\1h3", cleaned)  # below the page's own
    return Markup(re.sub(f"{_CLEAN_TAG}|{mark}(\\d+)e", drawn, cleaned))


def _embed_pictures(
    rendered: str, attachments: dict[str, Any], folder: Path | None
) -> str:
    left = MAX_PICTURES

    def embedded(match: re.Match[str]) -> str:
        nonlocal left
        source = html.unescape(match[2])
        data = _attachment(source, attachments) or _file_picture(source, folder)
        left -= len(data)
        if left < 0:
            data = ""
        return f"{match[1]}{data or html.escape(source)}{match[3]}"

    return re.sub(r'(<img\b[^>]*?\bsrc=")([^"]*)(")', embedded, rendered)


def _attachment(source: str, attachments: dict[str, Any]) -> str:
    if not source.startswith("attachment:"):
        return ""
    bundle = attachments.get(source.removeprefix("attachment:"), {})
    for kind, data in bundle.items():
        if kind.startswith("image/") and isinstance(data, str):
            return f"data:{kind};base64,{data}"
    return ""


def _file_picture(source: str, folder: Path | None) -> str:
    if folder is None or re.match(r"[a-z]+:|/", source):
        return ""
    path = (folder / source.split("?")[0]).resolve()
    kind = mimetypes.guess_type(path.name)[0] or ""
    if not kind.startswith("image/") or not path.is_relative_to(folder.resolve()):
        return ""
    if not path.is_file() or path.stat().st_size > MAX_PICTURE / 2:
        return ""
    return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}"


@lru_cache(maxsize=4096)
def code(source: str) -> Markup:
    """Return Python code as coloured HTML."""
    return coloured(shorten(source, 30_000))


def coloured(source: str) -> Markup:
    """Return Python code as coloured HTML; as plain text if that would take long."""
    if len(source) > MAX_COLOURED or _BLANKS.search(source):
        return Markup(html.escape(source))
    from pygments import highlight
    from pygments.formatters import HtmlFormatter
    from pygments.lexers import get_lexer_by_name

    lexer = get_lexer_by_name("ipython3", stripnl=False)
    return Markup(highlight(source, lexer, HtmlFormatter(nowrap=True)))


def shorten(text: str, limit: int = MAX_TEXT) -> str:
    """Return the beginning of a text, saying so if that is not all."""
    if len(text) <= limit:
        return text
    return f"{text[:limit]}\n… {len(text) - limit} more characters"


def output(value: dict[str, Any]) -> Markup:
    """Return one output of a cell as HTML.

    Args:
        value: The output; errors are not shown here.
    """
    kind = value["output_type"]
    if kind == "stream":
        text = plain_text(_joined(value.get("text", "")))
        shown = f"<pre>{html.escape(shorten(text))}</pre>"
        if value.get("name") == "stderr":
            summary = "<summary>Messages on the side (stderr)</summary>"
            shown = f"<details>{summary}{shown}</details>"
        return Markup(shown) if text.strip() else Markup("")
    if kind not in ("display_data", "execute_result"):
        return Markup("")
    data = {name: _joined(item) for name, item in value.get("data", {}).items()}
    return _display(data)


def _display(data: dict[str, Any]) -> Markup:
    if any("widget-view" in name for name in data):
        return Markup("<p>An interactive figure; open the notebook to use it.</p>")
    markup = data.get("text/html", "")
    if markup and len(markup) < MAX_PICTURE:
        try:
            cleaned = clean(markup)
        except TooMuchMarkup:
            cleaned = Markup("")
        if cleaned.striptags().strip() or "<img" in cleaned:
            return Markup(f'<div class="shown">{cleaned}</div>')
    for kind in ("image/png", "image/jpeg", "image/gif", "image/webp"):
        if kind in data:
            return _picture(kind, re.sub(r"\s", "", data[kind]), data)
    if "image/svg+xml" in data:
        encoded = base64.b64encode(data["image/svg+xml"].encode()).decode()
        return _picture("image/svg+xml", encoded, data)
    if data.get("text/markdown"):
        return markdown(shorten(data["text/markdown"]))
    text = plain_text(data.get("text/plain", ""))
    if not text.strip():
        return Markup("")
    return Markup(f"<pre>{html.escape(shorten(text))}</pre>")


def _picture(kind: str, encoded: str, data: dict[str, Any]) -> Markup:
    source = f"data:{kind};base64,{encoded}"
    if not _PICTURE.fullmatch(source) or len(source) > MAX_PICTURE:
        return Markup("<p>A picture that cannot be shown here.</p>")
    words = plain_text(data.get("text/plain", "")).strip()
    named = bool(words) and not words.startswith("<")
    text = words[:300] if named else "Picture shown by this cell"
    return Markup(f'<img src="{source}" alt="{html.escape(text, quote=True)}">')


def _joined(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "".join(part for part in value if isinstance(part, str))
    return ""
