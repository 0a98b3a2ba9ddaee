//! Checks the entries that need no description: names, docs, overlays and extensions.

use super::Check;
use crate::{
    model::source::Place,
    resolve::docs,
    sdk::Sdk,
    templates::{self, Overlay},
};

impl Check<'_> {
    /// Reports names that are not valid or not known, and docs that rustdoc would warn about.
    pub(super) fn entries(&mut self, sdk: &Sdk, root: &Place) {
        self.names(sdk, root);
        self.docs(sdk, root);
        self.version(sdk, root);
        self.links(sdk, root);
        self.overlays(sdk, root);
        self.extensions(sdk, root);
    }

    /// The names that become names in Rust unchanged.
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

    /// The version in the manifest: the form that Cargo demands.
    fn version(&mut self, sdk: &Sdk, root: &Place) {
        let is_number = |it: &str| it.parse::<u64>().is_ok_and(|number| number.to_string() == it);
        let is_word = |it: char| it.is_ascii_alphanumeric() || matches!(it, '-' | '.');
        let is_version = |version: &str| {
            let (numbers, rest) = version.split_once('-').unwrap_or((version, "0"));
            let numbers: Vec<&str> = numbers.split('.').collect();
            let is_rest = rest.split('.').all(|part| !part.is_empty() && part.chars().all(is_word));
            numbers.len() == 3 && numbers.into_iter().all(is_number) && is_rest
        };
        if let Some(version) = sdk.package.version.as_ref().filter(|it| !is_version(it)) {
            let place = root.child("crate").child("version");
            let hint = "write three numbers, such as 1.2.0".to_owned();
            self.report_with_hint(place, format!("{version:?} is not a version"), hint);
        }
    }

    /// The addresses in the manifest.
    fn links(&mut self, sdk: &Sdk, root: &Place) {
        let is_address = |link: &str| {
            let rest = link.strip_prefix("https://").or(link.strip_prefix("http://"));
            let is_part = |it: char| it.is_ascii_graphic() && !matches!(it, '"' | '\\');
            rest.is_some_and(|rest| !rest.is_empty() && rest.chars().all(is_part))
        };
        for (name, link) in sdk.package.links().filter(|(_, link)| !is_address(link)) {
            let place = root.child("crate").child(name);
            self.report(place, format!("expected a web address, found {link:?}"));
        }
    }

    /// Docs are Markdown, and rustdoc warns about HTML in them.
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

    fn overlays(&mut self, sdk: &Sdk, root: &Place) {
        for (module, items) in &sdk.overlays {
            let place = root.child("overlays").child(module);
            let Some(overlay) = templates::overlay(module) else {
                self.report(place, no_overlay(module));
                continue;
            };
            for (index, item) in items.iter().enumerate().filter(|it| !exports(overlay, it.1)) {
                self.report(place.child(index), no_item(module, item));
            }
        }
        for (index, module) in sdk.modules.iter().enumerate() {
            let place = root.child("modules").child(index).child("types");
            for (name, entry) in &module.types {
                if let Some(message) = entry.overlay.as_deref().and_then(problem_of_path) {
                    self.report(place.child(name).child("overlay"), message);
                }
            }
        }
    }

    fn extensions(&mut self, sdk: &Sdk, root: &Place) {
        for (index, module) in sdk.modules.iter().enumerate() {
            let place = root.child("modules").child(index).child("extensions");
            for (index, name) in module.extensions.iter().enumerate() {
                if templates::extension(name).is_none() {
                    self.report(place.child(index), format!("there is no extension {name:?}"));
                }
            }
        }
    }
}

/// The problem with the path of an overlay's type.
fn problem_of_path(path: &str) -> Option<String> {
    let Some((module, item)) = path.rsplit_once("::") else {
        return Some(format!("expected a path such as `overlay::Type`, found {path:?}"));
    };
    match templates::overlay(module) {
        None => Some(no_overlay(module)),
        Some(overlay) if exports(overlay, item) => None,
        Some(_) => Some(no_item(module, item)),
    }
}

fn exports(overlay: &Overlay, item: &str) -> bool {
    overlay.types.contains(&item) || overlay.re_exports.contains(&item)
}

fn no_overlay(module: &str) -> String {
    format!("there is no overlay {module:?}")
}

fn no_item(module: &str, item: &str) -> String {
    format!("the overlay {module:?} has no public type {item:?}")
}

/// Returns `true` for an identifier. `syn` also reads one that has spaces or comments around it, and a
/// raw one.
fn is_name(text: &str) -> bool {
    syn::parse_str::<syn::Ident>(text).is_ok_and(|it| it == text) && !text.starts_with("r#")
}
