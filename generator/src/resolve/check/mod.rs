//! Checks `sdk.yaml`: an entry that matches nothing is a mistake, and would have no effect.

mod clients;
mod names;
mod operations;

use super::types::Types;
use crate::{
    diagnostics::Problem,
    model::{
        description::{TypeDefinition, TypeKind},
        package::{Module, Package},
        source::Place,
    },
    sdk::{Sdk, SdkModule, SdkType},
};

/// Reports every entry that is wrong. `package` is the result of the entries, and `root` the place of
/// the file.
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
        self.files(&module.clients, &place);
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
        let has = |wire_name: &str| match &definition.kind {
            TypeKind::Struct(it) => it.properties.iter().any(|it| it.name == wire_name),
            _ => false,
        };
        let fields = entry.fields.keys().map(|name| (name, place.child("fields").child(name)));
        let debug = entry.debug.iter().enumerate();
        let debug = debug.map(|(index, name)| (name, place.child("debug").child(index)));
        for (name, place) in fields.chain(debug).filter(|(name, _)| !has(name)) {
            self.report_key(place, format!("{} has no property {name:?}", definition.name));
        }
    }
}
