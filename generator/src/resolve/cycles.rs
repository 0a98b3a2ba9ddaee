//! Structs that contain themselves: a `Box` breaks each cycle.

use crate::model::package::{Model, ModelKind, Presence, RustType};
use std::collections::{HashMap, HashSet};

/// Puts the fields through which a struct contains itself into a `Box`.
pub fn break_cycles(models: &mut [Model]) {
    let inside: HashMap<String, Vec<String>> =
        models.iter().map(|model| (model.name.clone(), contained(model))).collect();
    for model in models {
        let ModelKind::Struct(it) = &mut model.kind else { continue };
        for field in &mut it.fields {
            field.boxed = field_contains(&field.ty, field.presence)
                .is_some_and(|ty| reaches(&inside, ty, &model.name));
        }
    }
}

/// The models whose values lie inside of a value of this model.
fn contained(model: &Model) -> Vec<String> {
    match &model.kind {
        ModelKind::Struct(it) => it
            .fields
            .iter()
            .filter_map(|field| field_contains(&field.ty, field.presence))
            .map(str::to_owned)
            .collect(),
        // The variants of a union stand in boxes.
        ModelKind::Union(_) | ModelKind::Choice(_) => Vec::new(),
        ModelKind::Enum(_) | ModelKind::Page(_) => Vec::new(),
    }
}

/// The model whose value lies inside of a field: arrays and maps hold theirs elsewhere.
fn field_contains(ty: &RustType, presence: Presence) -> Option<&str> {
    match ty {
        RustType::Struct(name) if presence != Presence::Collection => Some(name),
        _ => None,
    }
}

fn reaches(inside: &HashMap<String, Vec<String>>, from: &str, to: &str) -> bool {
    let mut seen = HashSet::new();
    let mut next = vec![from];
    while let Some(name) = next.pop() {
        if name == to {
            return true;
        }
        if seen.insert(name) {
            next.extend(inside.get(name).into_iter().flatten().map(String::as_str));
        }
    }
    false
}
