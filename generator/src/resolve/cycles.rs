//! Structs that contain themselves, which need a `Box` somewhere in each cycle.

use super::{patches::properties, types::Types};
use crate::model::{description::TypeKind, package::RustType};
use std::collections::{HashMap, HashSet};

/// Which structs lie inside of each struct.
///
/// Arrays and maps hold their values elsewhere, and the variants of unions are boxed already.
#[derive(Default)]
pub struct Containment {
    inside: HashMap<String, Vec<String>>,
}

impl Containment {
    pub fn new(types: &Types) -> Self {
        let mut inside = HashMap::new();
        for definition in types.public() {
            let TypeKind::Struct(it) = &definition.kind else { continue };
            let fields = it.properties.iter().filter_map(|it| contained(types.rust(&it.ty)));
            inside.insert(types.name(definition), fields.collect());
        }
        for (definition, patch) in types.patches() {
            let fields = properties(definition).filter_map(|it| contained(types.patched(&it.ty)));
            inside.insert(patch.to_owned(), fields.collect());
        }
        Self { inside }
    }

    /// Returns `true` if a value of the struct `owner` lies inside of a value of this type.
    pub fn is_recursive(&self, owner: &str, ty: &RustType) -> bool {
        let RustType::Struct(name) = ty else { return false };
        let mut seen = HashSet::new();
        let mut next = vec![name.as_str()];
        while let Some(name) = next.pop() {
            if name == owner {
                return true;
            }
            if seen.insert(name) {
                next.extend(self.inside.get(name).into_iter().flatten().map(String::as_str));
            }
        }
        false
    }
}

fn contained(ty: RustType) -> Option<String> {
    match ty {
        RustType::Struct(name) => Some(name),
        _ => None,
    }
}
