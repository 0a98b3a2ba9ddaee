//! Edits a YAML text to have another value. Lines that need not change stay, with their comments,
//! quotes and line breaks.

use super::{
    merge::child,
    outline::{Entry, Outline},
    write::{self, Notes},
};
use serde_json::Value;

/// Edits `text`, whose value is `old`, to have the value `new`. Returns `None` if the text cannot
/// be edited line by line. `notes` are comments to add above parts of `new`, by pointer.
pub(super) fn edit(text: &str, old: &Value, new: &Value, notes: &Notes) -> Option<String> {
    let outline = Outline::of(text)?;
    let mut edit =
        Edit { lines: text.lines().map(str::to_owned).collect(), notes, out: Vec::new() };
    edit.collection(&outline, old, new, "");
    let edited = edit.out.join("\n") + "\n";
    let says: Value = serde_yaml::from_str(&edited).ok()?;
    // A removed line may have held an anchor, for instance.
    (says == *new).then_some(edited)
}

struct Edit<'a> {
    lines: Vec<String>,
    notes: &'a Notes,
    out: Vec<String>,
}

impl Edit<'_> {
    fn collection(&mut self, outline: &Outline, old: &Value, new: &Value, pointer: &str) {
        match (outline, old, new) {
            (Outline::Mapping(entries), Value::Object(old), Value::Object(new)) => {
                let is_spaced = self.is_spaced(entries, pointer);
                let mut at = Position { index: 0, column: entries[0].column, is_spaced };
                for (key, value) in new {
                    let below = child(pointer, key);
                    let entry = entries.iter().find(|it| it.key == *key).zip(old.get(key));
                    self.part(entry, Some(key), value, &below, &at);
                    at.index += 1;
                }
            }
            (Outline::Sequence(entries), Value::Array(old), Value::Array(new)) => {
                let counterparts = counterparts(old, new);
                let column = entries[0].column;
                for (index, value) in new.iter().enumerate() {
                    let below = child(pointer, &index.to_string());
                    let entry = counterparts[index].and_then(|it| entries.get(it).zip(old.get(it)));
                    let at = Position { index, column, is_spaced: false };
                    self.part(entry, None, value, &below, &at);
                }
            }
            _ => {}
        }
    }

    /// An entry or an item of `new`, and its value in `old`.
    fn part(
        &mut self,
        old: Option<(&Entry, &Value)>,
        key: Option<&str>,
        new: &Value,
        pointer: &str,
        at: &Position,
    ) {
        let first = self.out.len();
        match old {
            Some((entry, old)) if is_same(old, new) => {
                self.out.extend_from_slice(&self.lines[entry.lines.clone()]);
            }
            Some((entry, old)) => self.changed(entry, old, key, new, pointer),
            None => self.out.extend(write::part(key, new, at.column, pointer, self.notes)),
        }
        self.space(first, at);
    }

    fn changed(
        &mut self,
        entry: &Entry,
        old: &Value,
        key: Option<&str>,
        new: &Value,
        pointer: &str,
    ) {
        self.out.extend_from_slice(&self.lines[entry.lines.start..entry.head]);
        let first = match &entry.value {
            Outline::Mapping(entries) if new.as_object().is_some_and(|it| !it.is_empty()) => {
                &entries[0]
            }
            Outline::Sequence(entries) if new.as_array().is_some_and(|it| !it.is_empty()) => {
                &entries[0]
            }
            _ => {
                let lines = self.in_brackets(entry, new).map(|it| vec![it]);
                let lines = lines
                    .unwrap_or_else(|| write::part(key, new, entry.column, pointer, self.notes));
                return self.out.extend(lines);
            }
        };
        if let Some(note) = self.notes.get(pointer) {
            self.out.push(write::comment(note, entry.column));
        }
        if first.head > entry.head {
            self.out.extend_from_slice(&self.lines[entry.head..first.lines.start]);
            return self.collection(&entry.value, old, new, pointer);
        }
        // The first entry follows the dash of its item, so the dash moves to the new first entry.
        let dash = entry.column;
        self.lines[entry.head].replace_range(dash..=dash, " ");
        let start = self.out.len();
        self.collection(&entry.value, old, new, pointer);
        let head = self.out[start..].iter_mut().find(|it| {
            let text = it.trim_start();
            !text.is_empty() && !text.starts_with('#')
        });
        if let Some(head) = head {
            head.replace_range(dash..=dash, "-");
        }
    }

    /// A list on the line of its key stays there if it fits.
    fn in_brackets(&self, entry: &Entry, new: &Value) -> Option<String> {
        let (key, old) = self.lines[entry.head].split_once(": [")?;
        let line = format!("{key}: {}", write::in_brackets(new)?);
        (!old.contains('#') && old.ends_with(']') && line.len() <= write::WIDTH).then_some(line)
    }

    /// Adds blank lines as between the other entries: before each except the first.
    fn space(&mut self, first: usize, at: &Position) {
        let is_blank = |it: &String| it.trim().is_empty();
        if at.index == 0 && first > 0 && self.out.get(first).is_some_and(is_blank) {
            self.out.remove(first);
        }
        let is_apart = self.out[first.saturating_sub(1)..].iter().take(2).any(is_blank);
        if at.is_spaced && at.index > 0 && !is_apart {
            self.out.insert(first, String::new());
        }
    }

    /// Returns `true` if there are blank lines between the entries. If there are too few entries to
    /// tell, the writer's rule applies.
    fn is_spaced(&self, entries: &[Entry], pointer: &str) -> bool {
        match entries {
            [] | [_] => write::is_spaced(pointer),
            [_, others @ ..] => others.iter().all(|it| {
                self.lines[it.lines.start..it.head].iter().any(|it| it.trim().is_empty())
            }),
        }
    }
}

/// The position of a new entry.
struct Position {
    index: usize,
    column: usize,
    is_spaced: bool,
}

/// The old item for each new one: an equal item, or one with the same key.
fn counterparts(old: &[Value], new: &[Value]) -> Vec<Option<usize>> {
    let mut free: Vec<usize> = (0..old.len()).collect();
    let mut take = |is_it: &dyn Fn(&Value) -> bool| {
        let at = free.iter().position(|it| is_it(&old[*it]))?;
        Some(free.remove(at))
    };
    let same: Vec<_> = new.iter().map(|new| take(&|old| is_same(old, new))).collect();
    let found = same.into_iter().zip(new).map(|(same, new)| {
        same.or_else(|| take(&|old| identity(old).is_some() && identity(old) == identity(new)))
    });
    found.collect()
}

/// The key of a list's item.
fn identity(item: &Value) -> Option<(&str, &Value)> {
    let item = item.as_object()?;
    ["$ref", "name", "value", "url"].into_iter().find_map(|it| Some((it, item.get(it)?)))
}

/// Returns `true` if two values have the same entries in the same order.
pub(super) fn is_same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.0 == b.0 && is_same(a.1, b.1))
        }
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_same(a, b))
        }
        _ => a == b,
    }
}
