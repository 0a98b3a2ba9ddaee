//! Checks `sdk.yaml`: an entry that matches nothing is a mistake, and would have no effect.

mod clients;
mod files;
mod names;
mod operations;

use super::types::Types;
use crate::{
    diagnostics::Problem,
    model::{
        description::{Property, Type, TypeDefinition, TypeKind},
        package::{Module, Package},
        source::Place,
    },
    sdk::{Sdk, SdkModule, SdkType},
};

/// Reports every entry that is wrong. `package` is the result of the entries, and `root` the place
/// of the file.
pub fn check(
    sdk: &Sdk,
    root: &Place,
    types: &[Types],
    package: &Package,
    problems: &mut Vec<Problem>,
) {
    let mut check = Check { problems };
    check.entries(sdk, root);
    let modules = sdk.modules.iter().zip(types).zip(&package.modules).enumerate();
    for (index, ((entry, types), module)) in modules {
        check.module(entry, types, module, &root.child("modules").child(index));
    }
    check.files(&package.modules, &root.child("modules"));
}

struct Check<'a> {
    problems: &'a mut Vec<Problem>,
}

impl Check<'_> {
    fn report(&mut self, place: Place, message: impl Into<String>) {
        self.problems.push(Problem::new(place, message.into()));
    }

    /// Reports a problem of the key of an entry.
    fn report_key(&mut self, place: Place, message: impl Into<String>) {
        self.problems.push(Problem::new(place, message.into()).of_key());
    }

    fn report_with_hint(&mut self, place: Place, message: impl Into<String>, hint: String) {
        self.problems.push(Problem::new(place, message.into()).with_hint(hint));
    }

    fn module(&mut self, sdk: &SdkModule, types: &Types, module: &Module, place: &Place) {
        self.types(sdk, types, &place.child("types"));
        let place = place.child("clients");
        for (name, entry) in &sdk.clients {
            self.client(sdk, entry, types, &place.child(name));
        }
        for client in &module.clients {
            let Some(entry) = sdk.clients.get(&client.name) else { continue };
            self.operations(entry, client, types, &place.child(&client.name).child("operations"));
        }
        self.owners(sdk, types, &place);
        self.builders(&module.clients, &place);
    }

    fn types(&mut self, sdk: &SdkModule, types: &Types, place: &Place) {
        let used = types.used();
        for (name, entry) in &sdk.types {
            let place = place.child(name);
            match types.definition(name) {
                Some(definition) => self.properties(definition, entry, &place),
                None => {
                    let message =
                        format!("nothing in {} refers to a type {name:?}", sdk.description);
                    self.report(place.clone(), message);
                }
            }
            if entry.omit && used.contains(name.as_str()) {
                let message = format!("{name} cannot be omitted: something refers to it");
                self.report(place.child("omit"), message);
            }
        }
    }

    fn properties(&mut self, definition: &TypeDefinition, entry: &SdkType, place: &Place) {
        let properties = match &definition.kind {
            TypeKind::Struct(it) => it.properties.as_slice(),
            _ => &[],
        };
        let mut check = |name: &str, place, kind: &str, is: fn(&Property) -> bool| {
            if !properties.iter().any(|it| it.name == name && is(it)) {
                let message = format!("{} has no {kind} {name:?}", definition.name);
                self.report_key(place, message);
            }
        };
        for name in entry.fields.keys() {
            check(name, place.child("fields").child(name), "property", |_| true);
        }
        for name in entry.strings.keys() {
            let is_string = |it: &Property| matches!(it.ty, Type::String(_));
            check(name, place.child("strings").child(name), "string property", is_string);
        }
        for (index, name) in entry.optional.iter().enumerate() {
            let place = place.child("optional").child(index);
            check(name, place, "required property", |it| it.required);
        }
        for (index, name) in entry.debug.iter().enumerate() {
            check(name, place.child("debug").child(index), "property", |_| true);
        }
    }
}
