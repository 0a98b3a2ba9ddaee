//! The components that operations share, and those that are no longer needed.
//!
//! Microsoft's descriptions repeat parameters and responses. Ours share one of each in
//! `components`. If the source changes them, the shared one follows most of its users, and the
//! others stop referring to it.

use super::{
    align::aligned,
    facts::{Facts, by_place},
    merge::{Merge, Merged, Old, Use, child, uses},
    walk::{each_part, section},
};
use crate::{
    model::source::{Place, push_token, tokens},
    read::{Documents, grammar::openapi},
};
use indexmap::{IndexMap, IndexSet};
use serde_json::Value;

/// Adds the components of the new document to the old one. Each shared part changes as most of its
/// users do in the new document.
pub(super) fn update(old: &Documents, new: &Documents) -> Merged {
    let entry = old.entry();
    let mut updated = Merged { root: entry.root.clone(), ..Merged::default() };
    add_components(&mut updated, old, new);
    let mut by_target: IndexMap<Place, Vec<Use>> = IndexMap::new();
    for it in uses(old, new) {
        if it.target.file == entry.path && new.value(&it.target).is_none() {
            by_target.entry(it.target.clone()).or_default().push(it);
        }
    }
    for (target, uses) in &by_target {
        let (Some(was), Some(most)) = (old.value(target), most_common(old, new, uses)) else {
            continue;
        };
        let mut merge = Merge::new(old, new);
        let was = Old { file: &entry.path, value: was };
        let value = merge.part(most.kind, was, &most.new, &target.pointer);
        if let Some(part) = updated.root.pointer_mut(&target.pointer) {
            *part = value;
            updated.notes.append(&mut merge.notes);
        }
    }
    updated
}

fn add_components(updated: &mut Merged, old: &Documents, new: &Documents) {
    let mut merge = Merge::new(old, new);
    let sections = new.entry().root.get("components").and_then(Value::as_object);
    for (section, theirs) in sections.into_iter().flatten() {
        let Value::Object(theirs) = theirs else { continue };
        let home = child("/components", section);
        let ours = updated.root.pointer(&home).and_then(Value::as_object).cloned();
        let ours = ours.unwrap_or_default();
        let [old, new] = [&ours, theirs].map(|it| it.keys().map(String::as_str));
        let both = aligned(old, new, false).into_iter().map(|name| {
            let value = match (ours.get(name), theirs.get(name)) {
                (None, Some(new)) => merge.component(section, name, new, &child(&home, name)),
                (value, _) => value.cloned().unwrap_or_default(),
            };
            (name.to_owned(), value)
        });
        updated.root["components"][section] = Value::Object(both.collect());
    }
    updated.notes.append(&mut merge.notes);
}

/// The use with the most common meaning. The first one wins a tie, and the old document wins over
/// others.
fn most_common<'a>(old: &Documents, new: &Documents, uses: &'a [Use]) -> Option<&'a Use> {
    let [was, is] = [old, new].map(|documents| Facts { documents, identity: by_place });
    let file = &old.entry().path;
    let facts: Vec<Value> = uses.iter().map(|it| is.of(it.kind, file, &it.new)).collect();
    let count = |index: &usize| {
        let it = &uses[*index];
        let is_old = old
            .value(&it.target)
            .is_some_and(|value| was.of(it.kind, file, value) == facts[*index]);
        (facts.iter().filter(|it| **it == facts[*index]).count(), is_old)
    };
    // `max_by_key` takes the last of equal elements.
    let index = (0..uses.len()).rev().max_by_key(count)?;
    uses.get(index)
}

/// Removes components that are in only one of the documents and that nothing refers to. A schema of
/// the source itself stays, because it may be a variant of a union.
pub(super) fn prune(
    root: &mut Value,
    old: &Documents,
    new: &Documents,
    foreign: &IndexSet<String>,
) {
    let file = &old.entry().path;
    loop {
        let used = referred(root);
        let mut count = 0;
        let Some(Value::Object(sections)) = root.pointer_mut("/components") else { return };
        for (section, parts) in sections.iter_mut() {
            let Value::Object(parts) = parts else { continue };
            let home = Place::root(file.clone()).child("components").child(section);
            parts.retain(|name, _| {
                let place = home.child(name);
                let is_old = old.value(&place).is_some();
                let is_new = new.value(&place).is_some();
                let is_own = match &**section {
                    "schemas" => !foreign.contains(name),
                    "securitySchemes" => true,
                    _ => false,
                };
                let stays = is_new && (is_old || is_own) || used.contains(&place.pointer);
                count += usize::from(!stays);
                stays
            });
        }
        sections.retain(|_, parts| parts.as_object().is_none_or(|it| !it.is_empty()));
        if count == 0 {
            break;
        }
    }
    prune_mappings(root);
}

/// Removes the entries of discriminators' mappings for schemas that are gone.
fn prune_mappings(root: &mut Value) {
    let whole = root.clone();
    each_part(&openapi::DESCRIPTION, root, &mut |kind, part| {
        if let Some(Value::Object(mapping)) =
            part.get_mut("mapping").filter(|_| kind.name == "a discriminator")
        {
            mapping.retain(|_, text| {
                let pointer = text.as_str().and_then(|it| it.strip_prefix('#'));
                pointer.is_none_or(|it| whole.pointer(it).is_some())
            });
            if mapping.is_empty() {
                part.shift_remove("mapping");
            }
        }
    });
}

/// The pointers of the components that a document refers to.
fn referred(root: &mut Value) -> IndexSet<String> {
    let mut used = IndexSet::new();
    each_part(&openapi::DESCRIPTION, root, &mut |kind, part| {
        let texts = part.get("$ref").filter(|_| section(kind).is_some());
        for text in texts.into_iter().filter_map(Value::as_str) {
            let mut pointer = String::new();
            let path = text.trim_start_matches('#').replace("%25", "%");
            tokens(&path).take(3).for_each(|token| push_token(&mut pointer, &token));
            used.insert(pointer);
        }
    });
    used
}
