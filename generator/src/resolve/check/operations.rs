//! Checks the operations of clients: their settings must fit the calls that they become.

use super::Check;
use crate::{
    model::{
        package::{Call, Client, InputType, RustType, Target},
        source::Place,
        wire::ParameterLocation,
    },
    resolve::types::Types,
    sdk::{SdkClient, SdkOperation, SdkRefusal},
};
use std::collections::HashSet;

impl Check<'_> {
    pub(super) fn operations(
        &mut self,
        entry: &SdkClient,
        client: &Client,
        types: &Types,
        place: &Place,
    ) {
        let mut calls = client.calls.iter();
        for (id, entry) in &entry.operations {
            let place = place.child(id);
            if types.api.operations.iter().all(|it| it.id != *id) {
                self.report(place, format!("the description has no operation {id:?}"));
                continue;
            }
            // Calls are in the order of these entries.
            let Some(call) = calls.next() else { return };
            if entry.method.is_empty() {
                let message = "the operation has no method: write `method: ...`";
                self.report(place.clone(), message);
            }
            self.aliases(entry, &place.child("aliases"));
            self.uuid_headers(id, entry, call, &place.child("uuid_headers"));
            for (wire_name, refusal) in &entry.refuse {
                let place = place.child("refuse").child(wire_name);
                self.refusal((id, wire_name), refusal, call, types, &place);
            }
            self.answer(id, entry, call, &place.child("answer_when_empty"));
            self.input_names(entry, call, &place.child("names"));
        }
    }

    /// rustdoc refuses other aliases.
    fn aliases(&mut self, entry: &SdkOperation, place: &Place) {
        let mut seen = HashSet::from([&entry.method]);
        for (index, alias) in entry.aliases.iter().enumerate() {
            let is_odd = |it: char| it != ' ' && (it.is_whitespace() || it.is_control());
            if alias.trim().is_empty()
                || alias.trim() != alias
                || alias.contains(is_odd)
                || alias.contains(['"', '\''])
            {
                let message = format!("{alias:?} is not an alias: use words with single spaces");
                self.report(place.child(index), message);
            } else if !seen.insert(alias) {
                let message = format!("the method already has the name {alias:?}");
                self.report(place.child(index), message);
            }
        }
    }

    fn uuid_headers(&mut self, id: &str, entry: &SdkOperation, call: &Call, place: &Place) {
        for (index, header) in entry.uuid_headers.iter().enumerate() {
            let is_header = |it: &Target| match it {
                Target::Parameter { location, .. } => *location == ParameterLocation::Header,
                _ => false,
            };
            let mut setters = call.setters.iter();
            if !setters.any(|it| it.wire_name == *header && is_header(&it.target)) {
                let message = format!("{id} has no optional header {header:?}");
                self.report_key(place.child(index), message);
            }
        }
    }

    fn refusal(
        &mut self,
        (id, wire_name): (&str, &str),
        refusal: &SdkRefusal,
        call: &Call,
        types: &Types,
        place: &Place,
    ) {
        let setter = call.setters.iter().find(|it| it.wire_name == wire_name);
        let (name, is_patch) = match setter.map(|it| &it.ty) {
            Some(InputType::Plain(RustType::Enum { name, .. })) => (name, false),
            Some(InputType::Into(RustType::Patch(ty))) if matches!(**ty, RustType::Enum { .. }) => {
                let RustType::Enum { name, .. } = &**ty else { return };
                (name, true)
            }
            _ => {
                let message = format!("{id} has no optional enum property {wire_name:?}");
                return self.report_key(place.clone(), message);
            }
        };
        if is_patch {
            let message = "a merge patch cannot refuse a value, because it can also be `null`";
            self.report_key(place.clone(), message);
        }
        let place = place.child("values");
        if refusal.values.is_empty() {
            self.report_key(place.clone(), "there is no value to refuse");
        }
        let Some(model) = types.enum_named(name) else { return };
        for (index, value) in refusal.values.iter().enumerate() {
            if model.values.iter().all(|it| it.value != *value) {
                let message = format!("{value:?} is not a value of {name}");
                self.report_key(place.child(index), message);
            }
        }
    }

    fn answer(&mut self, id: &str, entry: &SdkOperation, call: &Call, place: &Place) {
        let mut answers = entry.answer_when_empty.iter();
        let Some((wire_name, json)) = answers.next() else { return };
        if let Some((second, _)) = answers.next() {
            self.report_key(place.child(second), "a call can have only one such answer");
        }
        if let Err(error) = serde_json::from_str::<serde::de::IgnoredAny>(json) {
            self.report_key(place.child(wire_name), format!("the answer is not JSON: {error}"));
        }
        let is_list = |ty: &InputType| matches!(ty, InputType::Items(_) | InputType::Entries(_));
        let is_field = |it: &Target| matches!(it, Target::Field { .. });
        let mut arguments = call.arguments.iter().filter(|it| is_field(&it.target));
        if !arguments.any(|it| it.wire_name == *wire_name && is_list(&it.ty)) {
            let message = format!("{id} has no required array or map {wire_name:?}");
            self.report_key(place.child(wire_name), message);
        }
    }

    fn input_names(&mut self, entry: &SdkOperation, call: &Call, place: &Place) {
        let arguments = call.arguments.iter().map(|it| &it.wire_name);
        let inputs: HashSet<&String> =
            arguments.chain(call.setters.iter().map(|it| &it.wire_name)).collect();
        for wire_name in entry.names.keys().filter(|it| !inputs.contains(it)) {
            let message = format!("the call has no parameter or property {wire_name:?}");
            self.report_key(place.child(wire_name), message);
        }
    }
}
