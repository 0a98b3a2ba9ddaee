//! Reads an `sdk.yaml` and finds its problems.

use super::Sdk;
use crate::{
    diagnostics::{Diagnostic, Diagnostics, Part},
    model::source::{Place, tokens},
    read::{self, Source},
};
use serde_json::Value;

impl Sdk {
    /// Reads the file. Removes each wrong entry and tries again, to find the problems of all
    /// entries.
    pub fn read(source: &Source, diagnostics: &mut Diagnostics) -> Option<Self> {
        let mut value = source.value.clone();
        let mut left_out: Vec<Place> = Vec::new();
        loop {
            let error = match serde_path_to_error::deserialize(&value) {
                Ok(sdk) => return left_out.is_empty().then_some(sdk),
                Err(error) => error,
            };
            let pointer = read::pointer_of(error.path());
            // The error is about an entry that was removed, which is reported already.
            let here = Place::new(source.path.clone(), pointer.clone());
            if left_out.iter().any(|it| it.is_in(&here)) {
                return None;
            }
            let message = error.into_inner().to_string();
            let part = if message.starts_with("unknown field") { Part::Key } else { Part::Value };
            diagnostics.push(Diagnostic::new(source.location(&pointer, part), message));
            leave_out(&mut value, &pointer)?;
            left_out.push(here);
        }
    }
}

/// Removes an entry of a mapping. List items stay: removing one would renumber those after it.
fn leave_out(value: &mut Value, pointer: &str) -> Option<Value> {
    let (parent, _) = pointer.rsplit_once('/')?;
    let name = tokens(pointer).last()?;
    value.pointer_mut(parent)?.as_object_mut()?.shift_remove(&*name)
}
