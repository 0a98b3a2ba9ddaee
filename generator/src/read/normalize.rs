//! Normalizes documents: `$ref`s name the places of their targets in the document, which may differ
//! from those in the file.
//!
//! Fields that real descriptions leave out although OpenAPI requires them are added, empty.
//!
//! For lowering, documents are simplified as well:
//!
//! - A `$ref` in a schema has nothing beside it: `{ $ref, description }` becomes
//!   `{ allOf: [{ $ref }], description }`.
//! - Null fields, callbacks and links are removed. Clients do not use them.

use super::{
    draft::Draft,
    grammar::{Dialect, Kind, Shape, openapi::SCHEMA},
    moves::below,
    reference,
    swagger::schema,
};
use indexmap::{IndexMap, IndexSet};
use serde_json::{Map, Value, json};
use std::{mem, sync::Arc};

/// The purpose of reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    Lowering,
    /// Writing the document again without losing anything.
    Writing,
}

pub(super) fn normalize(drafts: &mut IndexMap<Arc<str>, Draft>, purpose: Purpose) {
    let files: Vec<_> = drafts.keys().cloned().collect();
    for file in files {
        let mut root = mem::take(&mut drafts[&file].root);
        let added = walk(&file, &mut root, drafts, purpose);
        let draft = &mut drafts[&file];
        draft.root = root;
        for (to, from) in added {
            let source = draft.moves.source(&from);
            draft.moves.added(&to, &source);
        }
    }
}

/// Normalizes `root`, the document of `file`. Returns the new pointers, each with the old pointer
/// of the same part.
fn walk(
    file: &Arc<str>,
    root: &mut Value,
    drafts: &IndexMap<Arc<str>, Draft>,
    purpose: Purpose,
) -> Vec<(String, String)> {
    let draft = &drafts[file];
    let (visited, added) = (IndexSet::new(), Vec::new());
    let mut walk = Walk { file, draft, drafts, purpose, visited, added };
    for (pointer, kind) in &draft.starts {
        if let Some(value) = root.pointer_mut(pointer) {
            walk.part(kind, value, pointer);
        }
    }
    walk.added
}

/// A walk through one document.
struct Walk<'a> {
    file: &'a Arc<str>,
    draft: &'a Draft,
    /// The drafts of all files.
    drafts: &'a IndexMap<Arc<str>, Draft>,
    purpose: Purpose,
    visited: IndexSet<String>,
    added: Vec<(String, String)>,
}

impl Walk<'_> {
    fn part(&mut self, kind: &Kind, value: &mut Value, pointer: &str) {
        let Value::Object(object) = value else { return };
        if !self.visited.insert(pointer.to_owned()) {
            return;
        }
        let is_schema = kind.name == SCHEMA.name;
        if is_schema && self.draft.written_in == Dialect::Swagger {
            for (new, old) in schema::convert(object) {
                self.added.push((below(pointer, [new]), below(pointer, [old])));
            }
        }
        let is_reference = object.contains_key("$ref");
        for (shape, name) in kind.assumed.iter().filter(|_| !is_reference) {
            let empty = if matches!(shape, Shape::Text) { json!("") } else { json!({}) };
            object.entry(*name).or_insert(empty);
        }
        let simplify = self.purpose == Purpose::Lowering;
        object.retain(|name, value| !(simplify && is_superfluous(kind, name, value)));
        if kind.referable
            && let Some(Value::String(reference)) = object.get_mut("$ref")
        {
            *reference = self.final_reference(reference);
            if simplify && is_schema && object.len() > 1 {
                self.set_apart(object, pointer);
            }
        }
        let inner = object.iter_mut().filter(|(_, value)| value.is_object() || value.is_array());
        for (name, value) in inner {
            if let Some(shape) = kind.field(name) {
                self.shape(shape, value, &below(pointer, [name]));
            }
        }
    }

    fn shape(&mut self, shape: Shape, value: &mut Value, pointer: &str) {
        match (shape, value) {
            (Shape::Part(kind) | Shape::FlagOrPart(kind), value) => self.part(kind, value, pointer),
            (Shape::List(each), Value::Array(items)) => {
                for (index, item) in items.iter_mut().enumerate() {
                    self.shape(*each, item, &below(pointer, [&index.to_string()]));
                }
            }
            (Shape::Map(names, each), Value::Object(entries)) => {
                for (name, entry) in entries.iter_mut().filter(|(name, _)| names.names_entry(name))
                {
                    self.shape(*each, entry, &below(pointer, [name]));
                }
            }
            _ => {}
        }
    }

    /// The `$ref` to the target's place in its document.
    fn final_reference(&self, text: &str) -> String {
        let target = reference::target(self.file, text).ok();
        let draft = target.as_ref().and_then(|target| self.drafts.get(&target.file));
        let Some((target, draft)) = target.zip(draft) else { return text.to_owned() };
        let pointer = draft.moves.target(&target.pointer);
        if pointer == target.pointer {
            return text.to_owned();
        }
        let path = text.split_once('#').map_or(text, |(path, _)| path);
        format!("{path}#{}", pointer.replace('%', "%25"))
    }

    /// Wraps the `$ref` of a schema in `allOf` if it has other keywords beside it.
    fn set_apart(&mut self, schema: &mut Map<String, Value>, pointer: &str) {
        let Some(reference) = schema.shift_remove("$ref") else { return };
        let reference = json!({ "$ref": reference });
        if self.is_definition(pointer) {
            // A definition with a `$ref` is only another name for the target.
            *schema = Map::from_iter([("$ref".to_owned(), reference["$ref"].clone())]);
            return;
        }
        let mut all_of = schema.shift_remove("allOf").unwrap_or_else(|| json!([]));
        let Value::Array(parts) = &mut all_of else { return };
        let to = below(pointer, ["allOf", &parts.len().to_string()]);
        parts.push(reference);
        schema.shift_insert(0, "allOf".to_owned(), all_of);
        self.added.push((to.clone(), pointer.to_owned()));
        // This `$ref` is already rewritten.
        self.visited.insert(to);
    }

    fn is_definition(&self, pointer: &str) -> bool {
        let parent = pointer.rsplit_once('/').map(|(parent, _)| parent);
        parent == Some("/components/schemas")
            || self.draft.starts.iter().any(|(start, _)| start == pointer)
    }
}

fn is_superfluous(kind: &Kind, name: &str, value: &Value) -> bool {
    let is_unread = matches!(name, "callbacks" | "links");
    (is_unread || value.is_null())
        && match kind.field(name) {
            Some(Shape::Data) => is_unread,
            Some(_) => value.is_null(),
            None => false,
        }
}
