//! Schemas that another of our files already has. If one means the same as the source's, the
//! imported file refers to it instead of having its own.

use super::{
    bundle::Bundle,
    facts::{Facts, by_name},
    walk::each_part,
};
use crate::{
    model::source::{Place, push_token, tokens},
    read::{self, Documents, grammar::openapi},
};
use indexmap::{IndexMap, IndexSet};
use serde_json::Value;

/// Makes the bundle refer to schemas in the files that `old` refers to. `new` is the bundle as a
/// document.
pub(super) fn refer_to_ours(bundle: &mut Bundle, new: &Documents, old: &Documents) {
    let ours = ours(new, old);
    let own = schemas(old, &old.entry().path);
    let path = &old.entry().path;
    each_part(&openapi::DESCRIPTION, &mut bundle.root, &mut |kind, part| {
        let Some(Value::String(text)) = part.get_mut("$ref").filter(|_| kind.name == "a schema")
        else {
            return;
        };
        let name = |text: &str| tokens(text).nth(2).map(|it| it.into_owned());
        // The schema is only another name, which our files do not use.
        if name(text).is_some_and(|it| bundle.foreign.contains(&it) && !own.contains_key(&it))
            && let Ok(target) = new.follow(&Place::root(new.entry().path.clone()), text)
        {
            *text = format!("#{}", target.place.pointer);
        }
        let mut parts = tokens(text.trim_start_matches('#')).skip(2);
        if let Some(place) = parts.next().and_then(|name| ours.get(&*name)) {
            let mut pointer = place.pointer.clone();
            parts.for_each(|it| push_token(&mut pointer, &it));
            *text = format!("{}#{pointer}", read::relative(path, &place.file));
        }
    });
    if let Some(Value::Object(schemas)) = bundle.root.pointer_mut("/components/schemas") {
        schemas.retain(|name, _| !ours.contains_key(name));
    }
}

/// The schemas of `new` that have the same meaning in a file that `old` refers to, and their
/// places.
fn ours(new: &Documents, old: &Documents) -> IndexMap<String, Place> {
    let own = schemas(old, &old.entry().path);
    let mut others = IndexMap::new();
    for document in old.iter().skip(1) {
        for (name, place) in schemas(old, &document.path) {
            others.entry(name).or_insert(place);
        }
    }
    let theirs = schemas(new, &new.entry().path);
    let mut same: IndexMap<String, Place> = others
        .into_iter()
        .filter(|(name, place)| {
            let there = theirs.get(name).filter(|_| !own.contains_key(name));
            there.is_some_and(|it| facts(new, it) == facts(old, place))
        })
        .collect();
    // A schema has another meaning if a schema that it refers to has.
    loop {
        let names: IndexSet<String> = same.keys().cloned().collect();
        same.retain(|name, _| {
            theirs.get(name).is_some_and(|it| targets(new, it).iter().all(|it| names.contains(it)))
        });
        if same.len() == names.len() {
            return same;
        }
    }
}

fn facts(documents: &Documents, place: &Place) -> Value {
    let value = documents.value(place).unwrap_or(&Value::Null);
    Facts { documents, identity: by_name }.of(&openapi::SCHEMA, &place.file, value)
}

/// The names of the schemas that the one at a place refers to.
fn targets(documents: &Documents, place: &Place) -> Vec<String> {
    let mut value = documents.value(place).cloned().unwrap_or_default();
    let mut targets = Vec::new();
    each_part(&openapi::SCHEMA, &mut value, &mut |_, part| {
        let reference = part.get("$ref").and_then(Value::as_str);
        if let Some(target) = reference.and_then(|it| documents.follow(place, it).ok()) {
            targets.push(by_name(&target.place));
        }
    });
    targets
}

/// The named schemas of a file.
fn schemas(documents: &Documents, file: &str) -> IndexMap<String, Place> {
    let home = Place::root(file).child("components").child("schemas");
    let schemas = documents.value(&home).and_then(Value::as_object);
    let names = schemas.into_iter().flat_map(|it| it.keys());
    names.map(|name| (name.clone(), home.child(name))).collect()
}
