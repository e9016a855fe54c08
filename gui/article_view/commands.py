"""Every command of the view with its keys: one table for the keyboard, the key overlay and the command search."""

from __future__ import annotations

from typing import Literal, NamedTuple

Group = Literal["Move", "Select", "Mark", "Relate", "Article"]


class Command(NamedTuple):
    """What a key does; `title` is English, to be translated where it is shown."""

    id: str
    keys: tuple[str, ...]
    title: str
    group: Group


COMMANDS: tuple[Command, ...] = (
    Command("token_right", ("Right",), "Next word", "Move"),
    Command("token_left", ("Left",), "Previous word", "Move"),
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
    Command("token_right_more", ("Shift+Right",), "Extend the selection or the entity's end by a word", "Select"),
    Command("token_left_more", ("Shift+Left",), "Extend left, or shrink the entity's end by a word", "Select"),
    Command("cluster_right_more", ("Alt+Shift+Right",), "The same by a character", "Select"),
    Command("cluster_left_more", ("Alt+Shift+Left",), "The same to the left by a character", "Select"),
    Command("start_right", ("Ctrl+Shift+Right",), "Extend by a phrase, or shrink the entity's start", "Select"),
    Command("start_left", ("Ctrl+Shift+Left",), "Extend left by a phrase, or grow the entity's start", "Select"),
    Command("start_cluster_right", ("Ctrl+Alt+Shift+Right",), "Shrink the entity's start by a character", "Select"),
    Command("start_cluster_left", ("Ctrl+Alt+Shift+Left",), "Grow the entity's start by a character", "Select"),
    Command("line_down_more", ("Shift+Down",), "Extend the selection a line down", "Select"),
    Command("line_up_more", ("Shift+Up",), "Extend the selection a line up", "Select"),
    Command("line_start_more", ("Shift+Home",), "Extend the selection to the line's start", "Select"),
    Command("line_end_more", ("Shift+End",), "Extend the selection to the line's end", "Select"),
    Command("select_paragraph", ("Ctrl+A",), "Select the paragraph", "Select"),
    Command("copy", ("Ctrl+C",), "Copy the original text", "Select"),
    Command("repeat", (".",), "Use the last label again", "Mark"),
    Command("search_label", ("Space",), "Find a label by its name", "Mark"),
    Command("remove", ("Del", "Backspace"), "Remove the entity with its relations, or the relation", "Mark"),
    Command("not_news", ("b",), "Not news: confirm or mark as excluded", "Mark"),
    Command("is_news", ("Shift+B",), "News after all: dismiss the exclusion", "Mark"),
    Command("one_word", ("Ctrl+J",), "Make the selection one word", "Mark"),
    Command("teach", ("Ctrl+Shift+J",), "Teach the selection to the dictionary", "Mark"),
    Command("relate", ("r",), "Relate the entity to another", "Relate"),
    Command("flip", ("Shift+Space",), "Turn the relation round", "Relate"),
    Command("next_relation", ("]",), "Next relation of the entity", "Relate"),
    Command("previous_relation", ("[",), "Previous relation of the entity", "Relate"),
    Command("other_end", ("Return",), "Go to the relation's other end, or focus the entity here", "Relate"),
    Command("back", ("Esc",), "One level back", "Article"),
    Command("undo", ("Ctrl+Z",), "Undo", "Article"),
    Command("redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "Redo", "Article"),
    Command("done", ("Ctrl+Return",), "Done, next article", "Article"),
)
BY_CHORD = {chord: command.id for command in COMMANDS for chord in command.keys}
