//! The overlays of a crate: the items that it uses, in files of `src/runtime`.

use super::{
    File,
    spacing::{Printed, write_units},
    with_header,
};
use crate::{
    model::package::Export,
    render::{Features, Runtime},
    templates::{Import, OVERLAYS, Overlay, UNITS, Unit, Uses},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

/// The units that a crate has, each with the features that it needs one of.
pub struct Overlays {
    /// In the order of [`UNITS`]. `None` if the crate does not have the unit.
    conditions: Vec<Option<Features>>,
}

impl Overlays {
    /// Finds what the crate needs always, and with each of its features.
    pub fn find(always: &Uses, optional: &BTreeMap<String, Uses>) -> Self {
        let reached = always.reach().into_iter();
        let mut conditions: Vec<_> = reached.map(|it| it.then(Features::new)).collect();
        for (feature, uses) in optional {
            let mut both = always.clone();
            both.extend(uses);
            for (condition, reached) in conditions.iter_mut().zip(both.reach()) {
                match condition {
                    None if reached => *condition = Some([feature.clone()].into()),
                    Some(features) if reached && !features.is_empty() => {
                        features.insert(feature.clone());
                    }
                    _ => {}
                }
            }
        }
        Self { conditions }
    }

    /// The public types, by overlay.
    pub fn public_types(&self) -> Vec<Export> {
        let exports = OVERLAYS.iter().filter_map(|overlay| {
            let types = overlay.types.iter().map(|name| (*name).to_owned());
            let items: Vec<String> =
                types.filter(|name| self.condition(overlay.module, name).is_some()).collect();
            (!items.is_empty()).then(|| Export { module: overlay.module.to_owned(), items })
        });
        exports.collect()
    }

    /// The features that an item of an overlay needs one of. `None` if the crate has no such item.
    pub fn condition(&self, module: &str, item: &str) -> Option<&Features> {
        let mut uses = Uses::default();
        uses.add_item(&format!("{module}::{item}"));
        uses.units().find_map(|unit| self.conditions[unit].as_ref())
    }

    /// The declarations of the modules, and the exports at the root of the crate.
    pub fn runtime(&self, exports: &[Export]) -> Runtime {
        let mut modules: BTreeMap<Option<String>, Vec<(String, Features)>> = BTreeMap::new();
        for overlay in OVERLAYS {
            let Some(features) = self.features(overlay) else { continue };
            let (folder, file) = match overlay.module.rsplit_once("::") {
                Some((folder, file)) => (Some(folder.to_owned()), file),
                None => (None, overlay.module),
            };
            modules.entry(folder).or_default().push((file.to_owned(), features));
        }
        let mut shown: BTreeMap<(&str, &Features), Vec<String>> = BTreeMap::new();
        for export in exports {
            for item in &export.items {
                if let Some(features) = self.condition(&export.module, item) {
                    shown.entry((&export.module, features)).or_default().push(item.clone());
                }
            }
        }
        let exports = shown.into_iter().map(|((module, features), items)| {
            (Export { module: module.to_owned(), items }, features.clone())
        });
        Runtime { modules, exports: exports.collect() }
    }

    pub fn files(&self) -> Vec<File> {
        OVERLAYS.iter().filter_map(|overlay| self.file(overlay)).collect()
    }

    fn file(&self, overlay: &Overlay) -> Option<File> {
        let of_module = self.features(overlay)?;
        let mut text = overlay.docs.to_owned();
        text.push_str("\n\n");
        self.write_imports(&mut text, overlay, &of_module);
        let units = self
            .units(overlay)
            .map(|(unit, features)| Printed { unit, condition: condition(features, &of_module) });
        write_units(&mut text, units);
        let path = overlay.module.replace("::", "/");
        let source = format!("templates/src/runtime/{path}.rs");
        let path = format!("src/runtime/{path}.rs");
        Some(File { contents: with_header(&path, &source, &text), path })
    }

    /// The features that all units of an overlay have in common. `None` if the crate has no unit.
    fn features(&self, overlay: &Overlay) -> Option<Features> {
        let mut conditions = self.conditions[overlay.units.clone()].iter().flatten();
        let first = conditions.next()?;
        Some(if conditions.all(|it| it == first) { first.clone() } else { Features::new() })
    }

    fn units(&self, overlay: &Overlay) -> impl Iterator<Item = (&'static Unit, &Features)> {
        let conditions = &self.conditions[overlay.units.clone()];
        let units = UNITS[overlay.units.clone()].iter().zip(conditions);
        units.filter_map(|(unit, condition)| Some((unit, condition.as_ref()?)))
    }

    fn write_imports(&self, text: &mut String, overlay: &Overlay, of_module: &Features) {
        let mut imports: BTreeMap<&Import, Features> = BTreeMap::new();
        for (unit, features) in self.units(overlay) {
            for index in unit.imports {
                let known = imports.entry(&overlay.imports[*index]);
                let known = known.or_insert_with(|| features.clone());
                if features.is_empty() {
                    known.clear();
                } else if !known.is_empty() {
                    known.extend(features.iter().cloned());
                }
            }
        }
        let mut uses: BTreeMap<(&str, &Features), BTreeSet<&str>> = BTreeMap::new();
        for (import, features) in &imports {
            uses.entry((import.module, features)).or_default().insert(import.name);
        }
        for ((module, features), names) in &uses {
            text.extend(condition(features, of_module));
            write_use(text, module, names);
        }
        if !uses.is_empty() {
            text.push('\n');
        }
    }
}

/// The line with the attribute for features that are not those of the whole module.
fn condition(features: &Features, of_module: &Features) -> Option<String> {
    if features.is_empty() || features == of_module {
        return None;
    }
    let each: Vec<String> = features.iter().map(|it| format!("feature = {it:?}")).collect();
    let condition = match &each[..] {
        [one] => one.clone(),
        several => format!("any({})", several.join(", ")),
    };
    Some(format!("#[cfg({condition})]\n"))
}

fn write_use(text: &mut String, module: &str, names: &BTreeSet<&str>) {
    let names: Vec<&str> = names.iter().copied().collect();
    let line = match (module, &names[..]) {
        ("", names) => format!("use {};", names.concat()),
        (_, [name]) => format!("use {module}::{name};"),
        _ => format!("use {module}::{{{}}};", names.join(", ")),
    };
    if line.len() <= WIDTH {
        text.push_str(&line);
    } else {
        write!(text, "use {module}::{{\n    ").expect("writing to a String cannot fail");
        let mut width = 4;
        for name in names {
            if width + name.len() + 1 > WIDTH {
                text.truncate(text.trim_end().len());
                text.push_str("\n    ");
                width = 4;
            }
            text.push_str(name);
            text.push_str(", ");
            width += name.len() + 2;
        }
        text.truncate(text.trim_end().len());
        text.push_str("\n};");
    }
    text.push('\n');
}

/// The maximum width of a line, as in rustfmt.toml.
const WIDTH: usize = 100;
