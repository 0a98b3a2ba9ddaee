//! The hand-written parts of generated crates, as text.

use crate::{diagnostics::Problem, model::source::Place, sdk::Sdk};
use std::{collections::BTreeMap, fs, io, path::Path};
use syn::{Item, UseTree, Visibility};

/// The contents of the folder `templates`.
#[derive(Clone, Debug, Default)]
pub struct Templates {
    /// Overlays, by their modules: `call`, `folder::overlay`.
    pub overlays: BTreeMap<String, String>,
    /// Overlays that extend generated types, by their names.
    pub extensions: BTreeMap<String, String>,
    /// What stands around the sources of the crate of `sdk.yaml`, by path.
    pub package: BTreeMap<String, String>,
    /// The same for crates from a description alone.
    pub stand_alone: BTreeMap<String, String>,
}

impl Templates {
    /// Reads the folder.
    ///
    /// # Errors
    /// When it cannot be read, or a file in it is not text.
    pub fn load(folder: &Path) -> io::Result<Self> {
        let module = |path: String| path.trim_end_matches(".rs").replace('/', "::");
        let mut overlays = texts(&folder.join("src/runtime"))?;
        // The package's own list of them.
        overlays.remove("mod.rs");
        Ok(Self {
            overlays: overlays.into_iter().map(|(path, text)| (module(path), text)).collect(),
            extensions: texts(&folder.join("extensions"))?
                .into_iter()
                .map(|(path, text)| (module(path), text))
                .collect(),
            package: texts(&folder.join("crate"))?,
            stand_alone: texts(&folder.join("stand_alone"))?,
        })
    }
}

impl Templates {
    /// The entries of an `sdk.yaml` for overlays and extensions that there are not.
    pub fn missing(&self, sdk: &Sdk, root: &Place) -> Vec<Problem> {
        let shown = sdk.overlays.iter().flat_map(|(module, items)| {
            let place = root.child("overlays").child(module);
            match self.named_items(module) {
                None => vec![Problem::new(place, format!("there is no overlay {module:?}"))],
                Some(public) => {
                    let items = items.iter().enumerate().filter(|(_, it)| !public.contains(it));
                    let problem = |(index, item): (usize, &String)| {
                        Problem::new(place.child(index), no_item(module, item))
                    };
                    items.map(problem).collect()
                }
            }
        });
        let types = sdk.modules.iter().enumerate().flat_map(|(index, module)| {
            let place = root.child("modules").child(index).child("types");
            module.types.iter().filter_map(move |(name, entry)| {
                let message = self.missing_type(entry.overlay.as_ref()?)?;
                Some(Problem::new(place.child(name).child("overlay"), message))
            })
        });
        let extensions = sdk.modules.iter().enumerate().flat_map(|(index, module)| {
            let place = root.child("modules").child(index).child("extensions");
            module.extensions.iter().enumerate().filter_map(move |(index, name)| {
                let known = self.extensions.contains_key(name);
                let message = || format!("there is no extension {name:?}");
                (!known).then(|| Problem::new(place.child(index), message()))
            })
        });
        shown.chain(types).chain(extensions).collect()
    }

    /// What is wrong with the path of an overlay's type.
    fn missing_type(&self, path: &str) -> Option<String> {
        let Some((module, item)) = path.rsplit_once("::") else {
            return Some(format!("{path:?} is no path such as `overlay::Type`"));
        };
        match self.named_items(module) {
            None => Some(format!("there is no overlay {module:?}")),
            Some(public) if public.iter().any(|it| it == item) => None,
            Some(_) => Some(no_item(module, item)),
        }
    }

    /// The types that an overlay has for users, those of other overlays too.
    fn named_items(&self, module: &str) -> Option<Vec<String>> {
        let mut names = self.public_items(module)?;
        for item in syn::parse_file(self.overlays.get(module)?).ok()?.items {
            if let Item::Use(it) = item
                && matches!(it.vis, Visibility::Public(_))
            {
                used_names(&it.tree, &mut names);
            }
        }
        Some(names)
    }

    /// The types that an overlay defines for users; `None` when there is no such overlay.
    pub fn public_items(&self, module: &str) -> Option<Vec<String>> {
        let is_public = |it: &Visibility| matches!(it, Visibility::Public(_));
        let items = syn::parse_file(self.overlays.get(module)?).ok()?.items;
        let names = items.iter().filter_map(|item| match item {
            Item::Enum(it) if is_public(&it.vis) => Some(it.ident.to_string()),
            Item::Struct(it) if is_public(&it.vis) => Some(it.ident.to_string()),
            Item::Trait(it) if is_public(&it.vis) => Some(it.ident.to_string()),
            Item::Type(it) if is_public(&it.vis) => Some(it.ident.to_string()),
            _ => None,
        });
        Some(names.collect())
    }
}

fn used_names(tree: &UseTree, names: &mut Vec<String>) {
    match tree {
        UseTree::Path(it) => used_names(&it.tree, names),
        UseTree::Name(it) => names.push(it.ident.to_string()),
        UseTree::Rename(it) => names.push(it.rename.to_string()),
        UseTree::Group(it) => it.items.iter().for_each(|it| used_names(it, names)),
        UseTree::Glob(_) => {}
    }
}

fn no_item(module: &str, item: &str) -> String {
    format!("the overlay {module:?} has no public type {item:?}")
}

/// The files below a folder, by their paths with `/`.
fn texts(folder: &Path) -> io::Result<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() {
            let inner = texts(&entry.path())?;
            found.extend(inner.into_iter().map(|(path, text)| (format!("{name}/{path}"), text)));
        } else {
            found.insert(name, fs::read_to_string(entry.path())?);
        }
    }
    Ok(found)
}
