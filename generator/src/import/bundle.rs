//! Bundles several files into one document: parts of other files move into its `components`.
//!
//! A part keeps its name. It replaces a definition that is only a `$ref` to it, which is common in
//! Microsoft's descriptions. Two parts with the same name must have the same meaning, and become
//! one: a crate cannot have two types with one name.

use super::{
    facts::{Facts, by_name},
    walk::{each_part, section},
};
use crate::{
    diagnostics::{Diagnostics, Problem},
    model::source::{Place, push_token, tokens},
    read::{
        Documents,
        grammar::{Kind, openapi},
    },
};
use indexmap::{IndexMap, IndexSet};
use serde_json::{Map, Value, json};
use std::collections::VecDeque;

/// A document that refers to no other file.
pub(super) struct Bundle {
    pub root: Value,
    /// The names of the schemas from other files, and of those that are only another name for a
    /// schema.
    pub foreign: IndexSet<String>,
}

/// Returns `None` if there are problems, which are then in `diagnostics`.
pub(super) fn bundle(documents: &Documents, diagnostics: &mut Diagnostics) -> Option<Bundle> {
    let entry = documents.entry();
    let mut root = entry.root.clone();
    let mut bundling = Bundling { documents, homes: IndexMap::new(), pending: VecDeque::new() };
    bundling.rewrite(&openapi::DESCRIPTION, &entry.path, &mut root);
    let mut problems = Vec::new();
    let mut foreign = aliases(&root);
    loop {
        while let Some(unit) = bundling.pending.pop_front() {
            let mut value = documents.value(&unit.place).cloned().unwrap_or_default();
            bundling.rewrite(unit.kind, &unit.place.file, &mut value);
            if unit.section == "schemas" {
                foreign.insert(unit.name.clone());
            }
            problems.extend(bundling.add(&mut root, &unit, value));
        }
        bundling.variants();
        if bundling.pending.is_empty() {
            break;
        }
    }
    let is_good = problems.is_empty();
    for problem in problems {
        documents.report(problem, diagnostics);
    }
    is_good.then_some(Bundle { root, foreign })
}

/// The schemas that are only another name for a schema.
fn aliases(root: &Value) -> IndexSet<String> {
    let schemas = root.pointer("/components/schemas").and_then(Value::as_object);
    let aliases = schemas.into_iter().flatten().filter(|(_, it)| it.get("$ref").is_some());
    aliases.map(|(name, _)| name.clone()).collect()
}

struct Bundling<'a> {
    documents: &'a Documents,
    /// The parts of other files that belong to the bundle, and their pointers in it.
    homes: IndexMap<Place, String>,
    pending: VecDeque<Unit>,
}

/// A part of another file, for `components`.
struct Unit {
    place: Place,
    kind: &'static Kind,
    section: &'static str,
    name: String,
}

impl Bundling<'_> {
    /// Rewrites the `$ref`s in `value`, a part of `file`, to point into the bundle.
    fn rewrite(&mut self, kind: &'static Kind, file: &str, value: &mut Value) {
        each_part(kind, value, &mut |kind, part| {
            if kind.name == "a discriminator" {
                for target in part.get_mut("mapping").and_then(Value::as_object_mut).into_iter() {
                    let texts = target.values_mut().filter(|it| it.as_str().is_some_and(is_ref));
                    texts.for_each(|text| self.rewrite_text(&openapi::SCHEMA, file, text));
                }
            }
            if kind.name == "a path item" {
                return self.inline(kind, file, part);
            }
            if let Some(text) = part.get_mut("$ref").filter(|_| kind.referable) {
                self.rewrite_text(kind, file, text);
            }
        });
    }

    fn rewrite_text(&mut self, kind: &'static Kind, file: &str, text: &mut Value) {
        let target = text.as_str().and_then(|it| self.documents.target(file, it));
        if let Some((place, section)) = target.zip(section(kind)) {
            *text = format!("#{}", self.home(kind, section, place).replace('%', "%25")).into();
        }
    }

    /// `components` has no path items, so the target replaces the `$ref`.
    fn inline(&mut self, kind: &'static Kind, file: &str, item: &mut Map<String, Value>) {
        let Some(reference) = item.get("$ref").and_then(Value::as_str) else { return };
        let Ok(target) = self.documents.follow(&Place::root(file), reference) else { return };
        let place = target.place;
        let Some(Value::Object(target)) = self.documents.value(&place) else { return };
        if *place.file == *self.documents.entry().path {
            return;
        }
        let mut target = Value::Object(target.clone());
        self.rewrite(kind, &place.file, &mut target);
        item.shift_remove("$ref");
        for (name, value) in target.as_object().into_iter().flatten() {
            item.entry(name).or_insert_with(|| value.clone());
        }
    }

    /// The pointer in the bundle of the part at a place.
    fn home(&mut self, kind: &'static Kind, section: &'static str, place: Place) -> String {
        if *place.file == *self.documents.entry().path {
            return place.pointer;
        }
        let path: Vec<_> = tokens(&place.pointer).map(|it| it.into_owned()).collect();
        // A part inside a named schema comes along with the schema.
        let (unit, rest) = match &*path {
            [components, schemas, name, rest @ ..]
                if components == "components" && schemas == "schemas" =>
            {
                let root = Place::root(place.file.clone());
                (root.child(components).child(schemas).child(name), rest)
            }
            _ => (place.clone(), &[][..]),
        };
        let (kind, section) = match rest {
            [] => (kind, section),
            _ => (&openapi::SCHEMA, "schemas"),
        };
        let name = unit.name().map_or_else(|| stem(&unit.file), |it| it.into_owned());
        let mut home = self.homes.get(&unit).cloned().unwrap_or_else(|| {
            let home = Place::root("").child("components").child(section).child(&name).pointer;
            self.homes.insert(unit.clone(), home.clone());
            self.pending.push_back(Unit { place: unit, kind, section, name });
            home
        });
        rest.iter().for_each(|token| push_token(&mut home, token));
        home
    }

    fn add(&self, root: &mut Value, unit: &Unit, mut value: Value) -> Option<Problem> {
        let Unit { place, kind, section, name } = unit;
        let entry = root.as_object_mut()?;
        let components = entry.entry("components").or_insert_with(|| json!({}));
        let parts = components.as_object_mut()?.entry(*section).or_insert_with(|| json!({}));
        let parts = parts.as_object_mut()?;
        let Some(Value::Object(alias)) = parts.get_mut(name) else {
            parts.insert(name.clone(), value);
            return None;
        };
        let home = self.homes.get(place)?;
        let reference = alias.get("$ref").and_then(Value::as_str);
        if reference.and_then(|it| it.strip_prefix('#')) == Some(home) {
            alias.shift_remove("$ref");
            let part = value.as_object_mut()?;
            part.extend(std::mem::take(alias));
            *alias = std::mem::take(part);
            return None;
        }
        let other = self.homes.iter().find(|(it, at)| *at == home && *it != place);
        let other = match other {
            Some((other, _)) if self.homes.get_index_of(other) < self.homes.get_index_of(place) => {
                other.clone()
            }
            _ => Place::new(self.documents.entry().path.clone(), home.clone()),
        };
        let facts = Facts { documents: self.documents, identity: by_name };
        let [mine, theirs] = [place, &other].map(|it| {
            let value = self.documents.value(it).unwrap_or(&Value::Null);
            facts.of(kind, &it.file, value)
        });
        (mine != theirs).then(|| {
            let message =
                format!("{} has the same name {name:?} as another one at {other}", kind.name);
            Problem::new(place.clone(), message)
                .with_hint("they have different meanings; rename one of them")
        })
    }

    /// Adds the variants of the unions in the bundle, because no `$ref` leads to them.
    fn variants(&mut self) {
        let entry = self.documents.entry().path.clone();
        for document in self.documents.iter().skip(1) {
            let schemas = Place::root(document.path.clone()).child("components").child("schemas");
            let names = self.documents.value(&schemas).and_then(Value::as_object);
            for place in names.into_iter().flat_map(|it| it.keys()).map(|name| schemas.child(name))
            {
                let bases = self.bases(&place);
                let is_variant = bases.iter().any(|base| {
                    (base.file == entry || self.homes.contains_key(base)) && self.is_union(base, 0)
                });
                if is_variant && !self.homes.contains_key(&place) {
                    self.home(&openapi::SCHEMA, "schemas", place);
                }
            }
        }
    }

    /// The bases of the schema at a place.
    fn bases(&self, place: &Place) -> Vec<Place> {
        let parts = self.documents.value(place).and_then(|it| it.get("allOf")?.as_array());
        let texts = parts.into_iter().flatten().filter_map(|it| it.get("$ref")?.as_str());
        texts.filter_map(|text| Some(self.documents.follow(place, text).ok()?.place)).collect()
    }

    fn is_union(&self, place: &Place, depth: usize) -> bool {
        let has = self.documents.value(place).is_some_and(|it| it.get("discriminator").is_some());
        // Cycles are reported by a later phase.
        has || depth < 20 && self.bases(place).iter().any(|base| self.is_union(base, depth + 1))
    }
}

fn is_ref(text: &str) -> bool {
    text.contains('#')
}

/// The name of a file without its folder and extensions.
fn stem(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.split('.').next().unwrap_or(name).to_owned()
}
