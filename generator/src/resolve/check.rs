//! Checks `sdk.yaml`: an entry that matches nothing is a mistake, and would have no effect.

use super::{docs, inputs::path_parameters, types::Types};
use crate::{
    diagnostics::Problem,
    model::{
        description::{Operation, Property, Type, TypeDefinition, TypeKind},
        package::{Call, CallBody, Client, InputType, Module, Package, RustType, Target},
        source::Place,
        wire::ParameterLocation,
    },
    sdk::{Sdk, SdkClient, SdkModule, SdkOperation, SdkRefusal, SdkType},
};
use std::collections::{HashMap, HashSet};

/// Reports every entry that is wrong. `package` is what the entries became, and `root` the place of
/// the file.
pub fn check(
    sdk: &Sdk,
    root: &Place,
    types: &[Types],
    package: &Package,
    problems: &mut Vec<Problem>,
) {
    let mut check = Check { problems };
    check.names(sdk, root);
    check.docs(sdk, root);
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

    /// Names of modules, clients and overlays, which are used as they are.
    fn names(&mut self, sdk: &Sdk, root: &Place) {
        let mut paths: Vec<(Place, &str)> = Vec::new();
        let mut names: Vec<(Place, &str)> = Vec::new();
        for (module, items) in &sdk.overlays {
            let place = root.child("overlays").child(module);
            let items = items.iter().enumerate();
            names.extend(items.map(|(at, item)| (place.child(at), item.as_str())));
            paths.push((place, module));
        }
        for (index, module) in sdk.modules.iter().enumerate() {
            let place = root.child("modules").child(index);
            names.extend(module.name.as_deref().map(|name| (place.child("name"), name)));
            let extensions = place.child("extensions");
            let given = module.extensions.iter().enumerate();
            names.extend(given.map(|(at, name)| (extensions.child(at), name.as_str())));
            let clients = place.child("clients");
            names.extend(module.clients.keys().map(|name| (clients.child(name), name.as_str())));
            for (name, entry) in &module.types {
                let place = place.child("types").child(name);
                let overlay = entry.overlay.as_deref();
                paths.extend(overlay.map(|overlay| (place.child("overlay"), overlay)));
                let place = place.child("strings");
                let strings = entry.strings.iter();
                paths.extend(strings.map(|(name, path)| (place.child(name), path.as_str())));
            }
        }
        let is_path = |text: &str| text.split("::").all(|it| it == "crate" || is_name(it));
        let paths = paths.into_iter().filter(|(_, it)| !is_path(it));
        let names = names.into_iter().filter(|(_, it)| !is_name(it));
        for (place, name) in paths.chain(names) {
            self.report(place, format!("{name:?} is not a valid name in Rust"));
        }
    }

    /// Docs are Markdown. rustdoc warns about HTML in them.
    fn docs(&mut self, sdk: &Sdk, root: &Place) {
        let mut texts = vec![(root.child("crate").child("docs"), &sdk.package.docs)];
        for (index, module) in sdk.modules.iter().enumerate() {
            let place = root.child("modules").child(index);
            texts.push((place.child("docs"), &module.docs));
            let place = place.child("clients");
            let clients = module.clients.iter();
            texts.extend(clients.map(|(name, it)| (place.child(name).child("docs"), &it.docs)));
        }
        for (place, _) in texts.into_iter().filter(|(_, text)| docs::has_html(text)) {
            let hint = "write Markdown, and put code in backticks".to_owned();
            self.report_with_hint(place, "docs must not contain HTML", hint);
        }
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
}

/// Types.
impl Check<'_> {
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

/// Clients.
impl Check<'_> {
    fn client(&mut self, sdk: &SdkModule, entry: &SdkClient, types: &Types, place: &Place) {
        if let Some(parent) = entry.parent.as_ref().filter(|it| !sdk.clients.contains_key(*it)) {
            self.report(place.child("parent"), format!("there is no client {parent:?}"));
        }
        if !entry.holds.is_empty() && entry.operations.is_empty() {
            let message = "a client that holds parameters needs operations that take them";
            self.report(place.child("holds"), message);
        }
        let operations = types.api.operations.iter();
        let operations = operations.filter(|it| entry.operations.contains_key(&it.id));
        for (index, wire_name) in entry.holds.iter().enumerate() {
            let is_without = |it: &&Operation| path_parameters(&it.path).all(|it| it != wire_name);
            if let Some(operation) = operations.clone().find(is_without) {
                let message =
                    format!("the path of {} has no parameter {wire_name:?}", operation.id);
                self.report(place.child("holds").child(index), message);
            }
        }
    }

    /// Every operation is a method of one client.
    fn owners(&mut self, sdk: &SdkModule, types: &Types, place: &Place) {
        for Operation { id, place: described, .. } in &types.api.operations {
            let owners =
                sdk.clients.iter().filter(|(_, client)| client.operations.contains_key(id));
            let owners: Vec<&String> = owners.map(|(name, _)| name).collect();
            match owners[..] {
                [] => {
                    let hint =
                        format!("add `{id}: {{ method: ... }}` to a client in {}", place.file);
                    let message = format!("no client has the operation {id:?}");
                    self.report_with_hint(described.clone(), message, hint);
                }
                [_] => {}
                [_, second, ..] => self.report(
                    place.child(second).child("operations").child(id),
                    format!("another client already has the operation {id:?}"),
                ),
            }
        }
    }

    /// Each client has a file of its own.
    fn files(&mut self, clients: &[Client], place: &Place) {
        let mut seen = HashSet::from(["lib", "mod", "models"]);
        for client in clients {
            if !seen.insert(&client.module) {
                let message = format!("the crate already has a file {:?}", client.module);
                self.report(place.child(&client.name), message);
            }
        }
    }

    /// Builders share the module `calls`, and a file with their client and its other types.
    fn builders(&mut self, clients: &[Client], place: &Place) {
        let mut seen: HashMap<String, &str> = HashMap::new();
        for client in clients {
            seen.insert(client.name.clone(), &client.name);
            seen.insert(format!("{}Options", client.name), &client.name);
            let bodies = client.calls.iter().filter_map(|call| match &call.body {
                CallBody::Fields(body) => Some(body.name.clone()),
                _ => None,
            });
            seen.extend(bodies.map(|name| (name, client.name.as_str())));
        }
        for (client, call) in
            clients.iter().flat_map(|it| it.calls.iter().map(move |call| (it, call)))
        {
            if let Some(other) = seen.insert(call.name.clone(), &client.name) {
                let message = format!(
                    "the call {:?} of {} has the name of another item of {other}",
                    call.name, client.name
                );
                let hint = "give one of them another name with `call: ...`".to_owned();
                self.report_with_hint(place.child(&client.name), message, hint);
            }
        }
    }
}

/// Operations.
impl Check<'_> {
    fn operations(&mut self, entry: &SdkClient, client: &Client, types: &Types, place: &Place) {
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
            self.uuid_headers(id, entry, call, &place.child("uuid_headers"));
            for (wire_name, refusal) in &entry.refuse {
                let place = place.child("refuse").child(wire_name);
                self.refusal((id, wire_name), refusal, call, types, &place);
            }
            self.answer(id, entry, call, &place.child("answer_when_empty"));
            self.input_names(entry, call, &place.child("names"));
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

/// Returns `true` for an identifier. `syn` also reads one that has spaces or comments around it, and a
/// raw one.
fn is_name(text: &str) -> bool {
    syn::parse_str::<syn::Ident>(text).is_ok_and(|it| it == text) && !text.starts_with("r#")
}
