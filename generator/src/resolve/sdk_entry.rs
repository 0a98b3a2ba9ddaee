//! An operation's entry of `sdk.yaml`, and what is wrong with it.

use super::names::field_name;
use crate::{diagnostics::Problem, model::source::Place, sdk::SdkOperation};
use std::collections::HashSet;

/// The entry of one operation, while its call is made.
pub struct SdkEntry<'a> {
    pub value: &'a SdkOperation,
    place: Place,
    used_names: HashSet<String>,
    problems: &'a mut Vec<Problem>,
}

impl<'a> SdkEntry<'a> {
    pub fn new(value: &'a SdkOperation, place: Place, problems: &'a mut Vec<Problem>) -> Self {
        Self { value, place, used_names: HashSet::new(), problems }
    }

    /// The name in Rust that the entry gives to a parameter or a property, or else `otherwise`.
    pub fn name_of(&mut self, wire_name: &str, otherwise: &str) -> String {
        let given = self.value.names.get(wire_name);
        if given.is_some() {
            self.used_names.insert(wire_name.to_owned());
        }
        field_name(given.map_or(otherwise, String::as_str))
    }

    /// Reports a problem at a place below the entry.
    pub fn problem(&mut self, path: &[&str], message: String) {
        let place = path.iter().fold(self.place.clone(), |place, key| place.child(key));
        self.problems.push(Problem::new(place, message).of_key());
    }

    /// Reports the names that nothing asked for.
    pub fn finish(mut self) {
        for wire_name in self.value.names.keys() {
            if !self.used_names.contains(wire_name) {
                let message = format!("the call has no parameter or property {wire_name:?}");
                self.problem(&["names", wire_name], message);
            }
        }
    }
}
