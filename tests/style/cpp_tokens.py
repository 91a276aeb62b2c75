"""A C++ file as tokens, with just enough care for the style test: comments go, adjacent string literals become one."""
import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
    (?P<comment> //[^\n]* | /\*.*?\*/ )
  | (?P<raw>     (?:u8|u|U|L)?R"(?P<mark>[^()\\\s]{0,16})\((?P<body>.*?)\)(?P=mark)" )
  | (?P<string>  (?:u8|u|U|L)?"(?P<text>(?:\\.|[^"\\\n])*)" )
  | (?P<number>  \.?\d(?:'?[\w.])* )
  | (?P<char>    (?:u8|u|U|L)?'(?:\\.|[^'\\\n])+' )
  | (?P<name>    [A-Za-z_]\w* )
  | (?P<mark_>   \S )
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]+)|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|(.))", re.DOTALL)
_SIMPLE = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v", "\n": ""}


class Token(NamedTuple):
    kind: str  # "string", "name" or "other"
    text: str  # of a string: what it holds, escapes resolved
    line: int


def _unescape(match):
    hexadecimal = match[1] or match[2] or match[3]
    if hexadecimal:
        return chr(int(hexadecimal, 16))
    if match[4]:
        return chr(int(match[4], 8))
    return _SIMPLE.get(match[5], match[5])


def tokens(source):
    """The tokens of `source` in order."""
    found = []
    line = 1
    position = 0
    for match in _TOKEN.finditer(source):
        line += source.count("\n", position, match.start())
        position = match.start()
        kind = match.lastgroup
        if match["comment"] is not None:
            continue
        if match["raw"] is not None or match["string"] is not None:
            text = match["body"] if match["raw"] is not None else _ESCAPE.sub(_unescape, match["text"])
            if found and found[-1].kind == "string":
                found[-1] = found[-1]._replace(text=found[-1].text + text)
            else:
                found.append(Token("string", text, line))
        else:
            found.append(Token("name" if kind == "name" else "other", match[0], line))
    return found


def calls(found, name):
    """Every call `name(…)`: a list of arguments each, an argument being its own tokens (nested calls' included)."""
    for start in range(len(found) - 1):
        if found[start][:2] != ("name", name) or found[start + 1].text != "(" or found[start + 1].kind != "other":
            continue
        arguments, depth = [[]], 0
        for token in found[start + 1 :]:
            opens = token.kind == "other" and token.text in "([{"
            closes = token.kind == "other" and token.text in ")]}"
            depth += opens - closes
            if depth == 0:
                break
            if depth == 1 and token.kind == "other" and token.text == ",":
                arguments.append([])
            elif not (depth == 1 and opens):
                arguments[-1].append(token)
        yield arguments


def own_strings(argument):
    """The string tokens of an argument that are not arguments of a call inside it."""
    depth = 0
    for token in argument:
        if token.kind == "other" and token.text in "([{":
            depth += 1
        elif token.kind == "other" and token.text in ")]}":
            depth -= 1
        elif token.kind == "string" and depth == 0:
            yield token
