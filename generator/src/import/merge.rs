//! Merges a new document into an old one: parts with a different meaning are taken from the new
//! one, and parts with the same meaning stay as they were written.

use super::{
    align::aligned,
    enums,
    facts::{Facts, by_name, by_place, is_default, is_words},
    write::Notes,
};
use crate::{
    model::source::{Place, push_token},
    read::{
        Documents,
        grammar::{Kind, Shape, openapi},
    },
};
use serde_json::{Map, Value, json};

/// The comment above a part that is new.
pub(super) const NEW: &str = "new: describe";
/// The comment above a part that has its own words and has changed.
const CHANGED: &str = "changed: check the words";

/// The merged document.
#[derive(Debug, Default)]
pub(super) struct Merged {
    pub root: Value,
    /// The comments above parts, by pointer.
    pub notes: Notes,
}

/// A `$ref` of the old document to a component that is not a schema, and the part of the new
/// document in its place.
pub(super) struct Use {
    pub kind: &'static Kind,
    pub target: Place,
    pub new: Value,
}

/// A value and its file.
#[derive(Clone, Copy)]
pub(super) struct Old<'a> {
    pub file: &'a str,
    pub value: &'a Value,
}

pub(super) struct Merge<'a> {
    old: Facts<'a>,
    new: Facts<'a>,
    pub notes: Notes,
    /// `true` if the current part has changed.
    is_changed: bool,
    /// Collects uses of components, if asked to.
    uses: Option<Vec<Use>>,
}

/// Updates `old` to the meaning of `new`. Each is a single file.
pub(super) fn merge(old: &Documents, new: &Documents) -> Merged {
    let mut merge = Merge::new(old, new);
    let root = merge.documents();
    Merged { root, notes: merge.notes }
}

/// The uses of components in the old document, each with its counterpart in the new one.
pub(super) fn uses(old: &Documents, new: &Documents) -> Vec<Use> {
    let mut merge = Merge { uses: Some(Vec::new()), ..Merge::new(old, new) };
    merge.documents();
    merge.uses.unwrap_or_default()
}

impl<'a> Merge<'a> {
    pub fn new(old: &'a Documents, new: &'a Documents) -> Self {
        let [old, new] = [old, new].map(|documents| Facts { documents, identity: by_place });
        Self { old, new, notes: Notes::new(), is_changed: false, uses: None }
    }

    fn documents(&mut self) -> Value {
        let (old, new) = (self.old.documents.entry(), self.new.documents.entry());
        let old = Old { file: &old.path, value: &old.root };
        self.part(&openapi::DESCRIPTION, old, &new.root, "")
    }

    /// Updates `old`, a part of `kind`. The result will be at the pointer `at`.
    pub fn part(&mut self, kind: &'static Kind, old: Old<'a>, new: &'a Value, at: &str) -> Value {
        let target = self.reference(kind, old);
        let file = self.file();
        if let (Some(uses), Some(target)) = (&mut self.uses, &target) {
            let new = self.new.resolved(kind, file, new).clone();
            uses.push(Use { kind, target: target.clone(), new });
        }
        // `$ref`s of another file have another base.
        let is_here = *old.file == *file;
        if self.uses.is_none() && is_here && self.is_same(kind, old, new) {
            return old.value.clone();
        }
        let (Value::Object(fields), Value::Object(new_fields)) = (old.value, new) else {
            self.is_changed = true;
            return new.clone();
        };
        let Some(target) = target else {
            return self.fields(kind, old.file, fields, new_fields, at);
        };
        self.is_changed = true;
        let documents = self.old.documents;
        let file = documents.iter().find(|it| it.path == target.file);
        match (file, documents.value(&target)) {
            (Some(file), Some(value)) if new.get("$ref").is_none() => {
                self.part(kind, Old { file: &file.path, value }, new, at)
            }
            _ => new.clone(),
        }
    }

    /// The target of a `$ref` to a part that has no name in Rust.
    fn reference(&self, kind: &Kind, old: Old<'_>) -> Option<Place> {
        self.old.target(kind, old.file, old.value).filter(|_| kind.name != "a schema")
    }

    fn is_same(&self, kind: &Kind, old: Old<'_>, new: &Value) -> bool {
        self.old.of(kind, old.file, old.value) == self.new.of(kind, self.file(), new)
    }

    /// The file to update.
    fn file(&self) -> &'a str {
        &self.new.documents.entry().path
    }

    fn fields(
        &mut self,
        kind: &'static Kind,
        file: &'a str,
        old: &'a Map<String, Value>,
        new: &'a Map<String, Value>,
        at: &str,
    ) -> Value {
        let was_changed = std::mem::take(&mut self.is_changed);
        let mut fields = Map::new();
        let stays = |(name, value): (&'a String, &Value)| {
            (new.contains_key(name) || stays(kind, name, value)).then_some(&**name)
        };
        let comes = |(name, value): (&'a String, &Value)| {
            let is_said = !is_words(kind, name) && !is_default(name, value);
            (old.contains_key(name) || is_said).then_some(&**name)
        };
        let stay: Vec<&str> = old.iter().filter_map(stays).collect();
        self.is_changed |= stay.len() < old.len();
        for name in aligned(stay, new.iter().filter_map(comes), false) {
            let below = child(at, name);
            let was_changed = self.is_changed;
            let value = match (old.get(name), new.get(name)) {
                (Some(old), Some(new)) if !is_words(kind, name) => {
                    self.field(kind, name, Old { file, value: old }, new, &below)
                }
                (Some(old), _) => old.clone(),
                (None, Some(new)) => self.added(kind, name, new, &below),
                (None, None) => continue,
            };
            fields.insert(name.to_owned(), value);
            // Each value has its own words.
            if name == "enum" && enums::described(old).is_some() {
                self.is_changed = was_changed;
            }
        }
        if kind.name == openapi::SCHEMA.name {
            enums::describe_values(old, &mut fields, at, &mut self.notes);
        }
        let has_words = ["summary", "description"].iter().any(|it| fields.contains_key(*it));
        if self.is_changed && has_words && !matches!(kind.name, "a description" | "an info object")
        {
            self.notes.insert(at.to_owned(), CHANGED);
            self.is_changed = false;
        }
        self.is_changed |= was_changed;
        fields.into()
    }

    fn added(&mut self, kind: &Kind, name: &str, new: &Value, at: &str) -> Value {
        match kind.field(name) {
            Some(Shape::Part(kind)) if ["an operation", "a request body"].contains(&kind.name) => {
                self.notes.insert(at.to_owned(), NEW);
            }
            Some(shape) if is_map_of_parts(shape) => {
                for name in new.as_object().into_iter().flat_map(Map::keys) {
                    self.notes.insert(child(at, name), NEW);
                }
            }
            _ => self.is_changed = true,
        }
        new.clone()
    }

    fn field(
        &mut self,
        kind: &'static Kind,
        name: &str,
        old: Old<'a>,
        new: &'a Value,
        at: &str,
    ) -> Value {
        match kind.field(name) {
            Some(shape) if name != "mapping" => self.shape(shape, name, old, new, at),
            _ => {
                // Values that cannot be compared on their own are compared with the part around
                // them.
                let [one, other] = [old.value, new].map(|it| json!({ name: it }));
                let is_same = self.is_same(kind, Old { value: &one, ..old }, &other);
                self.is_changed |= !(is_same || name == "$ref" && self.is_moved(old, new));
                let is_here = *old.file == *self.file();
                if is_same && is_here { old.value.clone() } else { new.clone() }
            }
        }
    }

    /// Returns `true` if two `$ref`s lead to schemas of the same name.
    fn is_moved(&self, old: Old<'_>, new: &Value) -> bool {
        let name = |facts: &Facts<'_>, file: &str, text: &Value| {
            let target = facts.documents.follow(&Place::root(file), text.as_str()?).ok()?.place;
            Some(by_name(&target))
        };
        name(&self.old, old.file, old.value) == name(&self.new, self.file(), new)
    }

    fn shape(&mut self, shape: Shape, name: &str, old: Old<'a>, new: &'a Value, at: &str) -> Value {
        match (shape, old.value, new) {
            (Shape::Part(kind) | Shape::FlagOrPart(kind), ..) => self.part(kind, old, new, at),
            (Shape::Map(_, each), Value::Object(entries), Value::Object(new)) => {
                self.entries(*each, name, old.file, entries, new, at)
            }
            (Shape::List(Shape::Part(kind)), Value::Array(items), Value::Array(new)) => {
                self.items(kind, old.file, items, new, at)
            }
            (Shape::List(Shape::Text), Value::Array(items), Value::Array(new)) => {
                let is_order_said = name != "required";
                let is_different = is_order_said && items != new;
                self.is_changed |= is_different;
                let texts = |it: &'a [Value]| it.iter().filter_map(Value::as_str);
                let stay = texts(items).filter(|it| texts(new).any(|new| new == *it));
                aligned(stay, texts(new), is_order_said).into()
            }
            (_, value, new) => {
                self.is_changed |= value != new;
                new.clone()
            }
        }
    }

    fn entries(
        &mut self,
        each: Shape,
        name: &str,
        file: &'a str,
        old: &'a Map<String, Value>,
        new: &'a Map<String, Value>,
        at: &str,
    ) -> Value {
        // Unused components are removed later.
        let is_section = at.rsplit_once('/').is_some_and(|(owner, _)| owner == "/components");
        let stay = old.keys().filter(|it| is_section || new.contains_key(*it));
        let names =
            aligned(stay.map(String::as_str), new.keys().map(String::as_str), name == "properties");
        let mut entries = Map::new();
        for name in names {
            let below = child(at, name);
            let value = match (old.get(name), new.get(name)) {
                (Some(old), Some(new)) => {
                    self.shape(each, name, Old { file, value: old }, new, &below)
                }
                (None, Some(new)) => {
                    match each {
                        Shape::Part(_) => {
                            self.notes.insert(below, NEW);
                        }
                        _ => self.is_changed = true,
                    }
                    new.clone()
                }
                (Some(old), None) => old.clone(),
                (None, None) => continue,
            };
            entries.insert(name.to_owned(), value);
        }
        entries.into()
    }

    /// A new component of the file. Another of our files may have words for a schema.
    pub fn component(&mut self, section: &str, name: &str, new: &'a Value, at: &str) -> Value {
        let documents = self.old.documents;
        let found = documents.iter().skip(1).filter(|_| section == "schemas").find_map(|it| {
            let value = it.root.get("components")?.get(section)?.get(name)?;
            Some(Old { file: &it.path, value })
        });
        match found {
            Some(old) => self.part(&openapi::SCHEMA, old, new, at),
            None => {
                self.notes.insert(at.to_owned(), NEW);
                new.clone()
            }
        }
    }

    fn items(
        &mut self,
        kind: &'static Kind,
        file: &'a str,
        old: &'a [Value],
        new: &'a [Value],
        at: &str,
    ) -> Value {
        let mut items = Vec::new();
        for (index, new) in new.iter().enumerate() {
            let below = child(at, &index.to_string());
            let key = identity(self.new.resolved(kind, self.file(), new), index);
            let old = old
                .iter()
                .enumerate()
                .find(|(index, old)| identity(self.old.resolved(kind, file, old), *index) == key);
            items.push(match old {
                Some((_, value)) => self.part(kind, Old { file, value }, new, &below),
                None => {
                    self.notes.insert(below, NEW);
                    new.clone()
                }
            });
        }
        items.into()
    }
}

/// The key of a list's item.
fn identity(item: &Value, index: usize) -> Value {
    let fields: Vec<&Value> =
        ["in", "name", "url", "$ref"].iter().filter_map(|it| item.get(it)).collect();
    if fields.is_empty() { index.into() } else { json!(fields) }
}

fn is_map_of_parts(shape: Shape) -> bool {
    matches!(shape, Shape::Map(_, Shape::Part(_)))
}

/// Returns `true` if a field stays even if the new document does not have it.
fn stays(kind: &Kind, name: &str, old: &Value) -> bool {
    is_words(kind, name) || is_default(name, old) || kind.name == "a components object"
}

pub(super) fn child(pointer: &str, token: &str) -> String {
    let mut child = pointer.to_owned();
    push_token(&mut child, token);
    child
}
