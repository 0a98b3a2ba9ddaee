//! Checks that modules, extensions and clients have files of their own.

use super::Check;
use crate::model::{package::Module, source::Place};
use std::collections::HashSet;

impl Check<'_> {
    pub(super) fn files(&mut self, modules: &[Module], place: &Place) {
        let mut taken = HashSet::from(["src/lib".to_owned(), "src/runtime".to_owned()]);
        for (index, module) in modules.iter().enumerate() {
            let own = ["models", "calls", "clients", "mod", "xml"]
                .map(|name| format!("{}/{name}", module.folder()));
            if own.map(|path| taken.insert(path)).contains(&false) && module.name.is_none() {
                let hint = "give this module a `name`".to_owned();
                let message = "another module has its items in the root of the crate";
                self.report_with_hint(place.child(index), message, hint);
            }
        }
        let mut claim = |path: String, name: &str, place: Place| {
            if !taken.insert(path) {
                self.report(place, format!("the crate already has a file {name:?}"));
            }
        };
        for (index, module) in modules.iter().enumerate() {
            if let Some(name) = &module.name {
                claim(module.folder(), name, place.child(index).child("name"));
            }
        }
        for (index, module) in modules.iter().enumerate() {
            let (folder, place) = (module.folder(), place.child(index));
            for (index, extension) in module.extensions.iter().enumerate() {
                let name = &extension.module;
                claim(format!("{folder}/{name}"), name, place.child("extensions").child(index));
            }
            for client in &module.clients {
                let name = &client.module;
                let place = place.child("clients").child(&client.name);
                claim(format!("{folder}/{name}"), name, place);
            }
        }
    }
}
