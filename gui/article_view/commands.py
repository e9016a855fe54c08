"""Every command of the view with its keys: one table for the keyboard, the key overlay and the command search."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Group = Literal["Move", "Select", "Mark", "Relate", "Article"]
State = Literal[
    "caret", "selection", "entity", "relation", "suggestion", "relate", "choose", "jump", "preview", "chain"
]

AT_REST: tuple[State, ...] = ("caret", "selection", "entity", "relation", "suggestion")
_TEXT: tuple[State, ...] = ("caret", "selection")


class Command(NamedTuple):
    """What a key does; `title` is English, to be translated where it is shown; `states` are those where it works."""

    id: str
    keys: tuple[str, ...]
    title: str
    group: Group
    states: tuple[State, ...] = AT_REST


class Pair(NamedTuple):
    """The other of two commands that are told in one line, and what they are called together."""

    other: str
    title: str


class Title(NamedTuple):
    """What a command is called in one state."""

    command: str
    state: State
    text: str


COMMANDS: tuple[Command, ...] = (
    Command("token_right", ("Right",), "Next word", "Move"),
    Command("token_left", ("Left",), "Previous word", "Move"),
    Command("cluster_right", ("Alt+Right",), "Next character", "Move", _TEXT),
    Command("cluster_left", ("Alt+Left",), "Previous character", "Move", _TEXT),
    Command("phrase_right", ("Ctrl+Right",), "Next phrase", "Move"),
    Command("phrase_left", ("Ctrl+Left",), "Previous phrase", "Move"),
    Command("line_down", ("Down",), "Next line", "Move"),
    Command("line_up", ("Up",), "Previous line", "Move"),
    Command("line_start", ("Home",), "Start of the line", "Move"),
    Command("line_end", ("End",), "End of the line", "Move"),
    Command("text_start", ("Ctrl+Home",), "Start of the article", "Move"),
    Command("text_end", ("Ctrl+End",), "End of the article", "Move"),
    Command("page_down", ("PgDown",), "One page down", "Move"),
    Command("page_up", ("PgUp",), "One page up", "Move"),
    Command("next_entity", ("Tab",), "Next entity", "Move"),
    Command("previous_entity", ("Shift+Tab",), "Previous entity", "Move"),
    Command("jump", ("g",), "Jump to any visible word", "Move"),
    Command("leave", ("F6",), "Leave the article view", "Move"),
    Command("leave_back", ("Shift+F6",), "Leave the article view backwards", "Move"),
    Command("expand", ("e",), "Grow to the likely whole name", "Select", ("caret", "selection", "entity")),
    Command("token_right_more", ("Shift+Right",), "Extend the selection or the entity's end by a word", "Select"),
    Command("token_left_more", ("Shift+Left",), "Extend left, or shrink the entity's end by a word", "Select"),
    Command("cluster_right_more", ("Alt+Shift+Right",), "The same by a character", "Select"),
    Command("cluster_left_more", ("Alt+Shift+Left",), "The same to the left by a character", "Select"),
    Command("start_right", ("Ctrl+Shift+Right",), "Extend by a phrase, or shrink the entity's start", "Select"),
    Command("start_left", ("Ctrl+Shift+Left",), "Extend left by a phrase, or grow the entity's start", "Select"),
    Command(
        "start_cluster_right",
        ("Ctrl+Alt+Shift+Right",),
        "Shrink the entity's start by a character",
        "Select",
        ("entity",),
    ),
    Command(
        "start_cluster_left", ("Ctrl+Alt+Shift+Left",), "Grow the entity's start by a character", "Select", ("entity",)
    ),
    Command("line_down_more", ("Shift+Down",), "Extend the selection a line down", "Select", _TEXT),
    Command("line_up_more", ("Shift+Up",), "Extend the selection a line up", "Select", _TEXT),
    Command("line_start_more", ("Shift+Home",), "Extend the selection to the line's start", "Select", _TEXT),
    Command("line_end_more", ("Shift+End",), "Extend the selection to the line's end", "Select", _TEXT),
    Command("select_paragraph", ("Ctrl+A",), "Select the paragraph", "Select"),
    Command("copy", ("Ctrl+C",), "Copy the original text", "Select", ("selection", "entity")),
    Command("repeat", (".",), "Use the last label again", "Mark", ("caret", "selection", "entity")),
    Command("search_label", ("Space",), "Find a label by its name", "Mark", ("selection", "entity", "relation")),
    Command(
        "add_fragment",
        ("Shift+=", "="),
        "Add the selection to the entity you came from",
        "Mark",
        ("caret", "selection"),
    ),
    Command("remove_fragment", ("-",), "Remove the fragment in hand, or the last", "Mark", ("entity",)),
    Command("next_fragment", ("Alt+Right",), "Take the next fragment in hand", "Mark", ("entity",)),
    Command("previous_fragment", ("Alt+Left",), "Take the previous fragment in hand", "Mark", ("entity",)),
    Command(
        "remove",
        ("Del", "Backspace"),
        "Remove the entity with its relations, or the relation",
        "Mark",
        ("entity", "relation"),
    ),
    Command("inspect", ("F2",), "Edit attributes and note", "Mark", ("entity", "relation")),
    Command("not_news", ("b",), "Not news: confirm or mark as excluded", "Mark", _TEXT),
    Command("is_news", ("Shift+B",), "News after all: dismiss the exclusion", "Mark", ("caret",)),
    Command("one_word", ("Ctrl+J",), "Make the selection one word", "Mark", ("selection",)),
    Command("teach", ("Ctrl+Shift+J",), "Teach the selection to the dictionary", "Mark", ("selection",)),
    Command("relate", ("r",), "Relate the entity to another", "Relate", ("caret", "entity", "relation")),
    Command("flip", ("Shift+Space", "Shift+R"), "Turn the relation round", "Relate", ("relation",)),
    Command("next_relation", ("]",), "Next relation of the entity", "Relate", ("entity", "relation")),
    Command("previous_relation", ("[",), "Previous relation of the entity", "Relate", ("entity", "relation")),
    Command(
        "other_end",
        ("Return",),
        "Go to the relation's other end, or focus the entity here",
        "Relate",
        ("caret", "relation"),
    ),
    Command(
        "all_occurrences",
        ("a",),
        "Frame every same string, to mark them all",
        "Mark",
        ("caret", "selection", "entity", "suggestion"),
    ),
    Command("mark_occurrences", ("Return",), "Mark what is framed", "Mark", ("preview",)),
    Command("next_occurrence", ("n", "Tab", "Down"), "Next same string", "Mark", ("preview",)),
    Command("previous_occurrence", ("p", "Shift+Tab", "Up"), "Previous same string", "Mark", ("preview",)),
    Command("next_suggestion", ("n",), "Next suggestion", "Mark"),
    Command("previous_suggestion", ("p",), "Previous suggestion", "Mark"),
    Command("accept", ("Return",), "Accept the suggestion and go on", "Mark", ("suggestion",)),
    Command("reject", ("x",), "Reject the suggestion, which is remembered", "Mark", ("suggestion",)),
    Command("unreject", ("Shift+X",), "Take the last rejection back", "Mark"),
    Command("accept_visible", ("Shift+Return",), "Accept every suggestion on screen", "Mark"),
    Command("chain", ("Ctrl+L",), "Join the entity to another that names the same", "Relate", ("caret", "entity")),
    Command("unchain", ("Ctrl+Shift+L",), "Take the entity out of its chain", "Relate", ("entity",)),
    Command("next_member", ("Shift+]",), "Next member of the chain", "Relate", ("entity",)),
    Command("previous_member", ("Shift+[",), "Previous member of the chain", "Relate", ("entity",)),
    Command("note", ("Ctrl+M",), "Leave a note or a question", "Article"),
    Command("back", ("Esc",), "One level back", "Article"),
    Command("undo", ("Ctrl+Z",), "Undo", "Article"),
    Command("redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "Redo", "Article"),
    Command("done", ("Ctrl+Return",), "Done, next article", "Article"),
)
BY_ID: Mapping[str, Command] = {command.id: command for command in COMMANDS}

# Two commands that are told in one line, back before forth, and what they are called together.
PAIRS: Mapping[str, Pair] = {
    "token_left": Pair("token_right", "Word by word"),
    "cluster_left": Pair("cluster_right", "Character by character"),
    "phrase_left": Pair("phrase_right", "Phrase by phrase"),
    "line_up": Pair("line_down", "Line by line"),
    "line_start": Pair("line_end", "Start or end of the line"),
    "text_start": Pair("text_end", "Start or end of the article"),
    "page_up": Pair("page_down", "Page by page"),
    "previous_entity": Pair("next_entity", "Entity by entity"),
    "leave_back": Pair("leave", "Leave the article view"),
    "token_left_more": Pair("token_right_more", "Select by word"),
    "cluster_left_more": Pair("cluster_right_more", "Select by character"),
    "start_left": Pair("start_right", "Select by phrase"),
    "start_cluster_left": Pair("start_cluster_right", "Move the start by a character"),
    "line_up_more": Pair("line_down_more", "Select by line"),
    "line_start_more": Pair("line_end_more", "Select to the line's start or end"),
    "previous_fragment": Pair("next_fragment", "Fragment by fragment"),
    "previous_relation": Pair("next_relation", "Relation by relation"),
}
# What a command or pair is called where it does something more definite than its title says.
TITLES: tuple[Title, ...] = (
    Title("token_left_more", "entity", "Move the end by a word"),
    Title("cluster_left_more", "entity", "Move the end by a character"),
    Title("start_left", "entity", "Move the start by a word"),
    Title("expand", "caret", "Select the likely whole name"),
    Title("remove", "entity", "Remove the entity with its relations"),
    Title("remove", "relation", "Remove the relation"),
    Title("search_label", "relation", "Choose another relation by its name"),
    Title("other_end", "caret", "Focus the entity here"),
    Title("other_end", "relation", "Go to the relation's other end"),
    Title("relate", "caret", "Relate the entity here to another"),
    Title("relate", "relation", "Turn the relation round"),
    Title("previous_entity", "relate", "From legal end to legal end, also off screen"),
    Title("other_end", "relate", "Take the end in the frame"),
    Title("page_up", "relate", "Scroll; the pinned end stays"),
    Title("page_up", "choose", "Scroll; the pinned end stays"),
    Title("search_label", "relate", "Find a legal end by its text"),
    Title("flip", "relate", "Turn it round"),
    Title("flip", "choose", "Turn it round"),
    Title("other_end", "choose", "Take the first relation"),
    Title("repeat", "choose", "Take the relation used last"),
)
_TITLES = {(title.command, title.state): title.text for title in TITLES}

# The commands that work in a mode; letters and digits are told beside them.
MODES: Mapping[State, tuple[str, ...]] = {
    "relate": (
        "next_entity",
        "previous_entity",
        "other_end",
        "search_label",
        "flip",
        "page_down",
        "page_up",
        "back",
    ),
    "choose": ("other_end", "repeat", "flip", "page_down", "page_up", "back"),
    "jump": ("back",),
    "preview": ("mark_occurrences", "next_occurrence", "previous_occurrence", "page_down", "page_up", "back"),
    "chain": ("page_down", "page_up", "back"),
}


class Told(NamedTuple):
    """A line of the key overlay: one command or a pair, with what it does in the present state."""

    commands: tuple[str, ...]
    title: str
    group: Group


def working_in(state: State) -> list[Told]:
    """Return the commands that work in a state, pairs as one, in the order of the table or of the mode."""
    names = MODES[state] if state in MODES else tuple(c.id for c in COMMANDS if state in c.states)
    firsts = {pair.other: first for first, pair in PAIRS.items()}
    told: dict[str, Told] = {}
    for name in names:
        first = firsts.get(name, name)
        pair = PAIRS.get(first)
        both = (first, pair.other) if pair is not None and {first, pair.other} <= set(names) else (name,)
        own = pair.title if pair is not None and len(both) == 2 else BY_ID[name].title
        title = _TITLES.get((both[0], state), own)
        told.setdefault(both[0], Told(both, title, BY_ID[name].group))
    return list(told.values())
