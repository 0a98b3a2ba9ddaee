//! The changes between two trees of elements.

use super::{
    built::built,
    element::{Aspect, Element, Facet, Kind, Level},
    pairs::{Pair, pairs},
    report::{AspectChange, Change, Side, Values, What},
};
use crate::{
    diagnostics::{Location, Part, Span},
    read::Documents,
};
use std::collections::HashMap;

/// All changes, in the order of the new description.
pub fn compare(
    (old_documents, old): (&Documents, &Element),
    (new_documents, new): (&Documents, &Element),
) -> Vec<Change> {
    let mut comparison = Comparison {
        old: old_documents,
        new: new_documents,
        types: renamed_types(old, new),
        changes: Vec::new(),
    };
    let pair = Pair { old, new, guessed: false };
    comparison.pair(&pair, &[]);
    comparison.changes
}

struct Comparison<'a> {
    old: &'a Documents,
    new: &'a Documents,
    /// The new names of types that were probably renamed. Mentioning such a type by its new name is
    /// not a change.
    types: HashMap<String, String>,
    changes: Vec<Change>,
}

fn renamed_types(old: &Element, new: &Element) -> HashMap<String, String> {
    let mut renamed = HashMap::new();
    for Pair { old, new, guessed } in pairs(&old.children, &new.children).both {
        if guessed && old.kind == Kind::Type {
            renamed.insert(old.name.clone(), new.name.clone());
            let names = [old, new].map(|it| it.facet(Aspect::Name)?.rust.as_deref());
            if let [Some(old), Some(new)] = names.map(|it| it.map(type_name)) {
                renamed.insert(old.to_owned(), new.to_owned());
            }
        }
    }
    renamed
}

/// `Name` of `` `models::Name` ``.
fn type_name(rust: &str) -> &str {
    rust.trim_matches('`').trim_start_matches("models::")
}

impl Comparison<'_> {
    fn pair(&mut self, pair: &Pair, within: &[String]) {
        let Pair { old, new, guessed } = pair;
        let children = pairs(&old.children, &new.children);
        let mut aspects: Vec<AspectChange> =
            facets(old, new).filter_map(|(old, new)| self.aspect(old, new)).collect();
        aspects.extend(Pair::reordered(&children.both).map(|(old, new)| order(&old, &new)));
        if *guessed {
            // The change itself says this.
            aspects.retain(|it| it.aspect != Aspect::Name || it.said.differ());
        }
        let is_other = aspects.iter().any(|it| it.aspect == Aspect::Kind && it.rust.differ());
        if *guessed || !aspects.is_empty() {
            let levels = aspects.iter().map(|it| it.level);
            let renamed = guessed.then(|| renamed_level(old, new));
            let level = levels.chain(renamed).max().unwrap_or(Level::Patch);
            let what = if *guessed { What::Renamed } else { What::Changed };
            self.change(level, what, within, (Some(old), Some(new)), aspects);
        }
        if is_other {
            return;
        }
        let mut within = within.to_vec();
        // The path of the description itself is not shown.
        if new.kind != Kind::Description {
            within.push(new.name.clone());
        }
        for pair in &children.both {
            self.pair(pair, &within);
        }
        for old in children.removed {
            self.change(old.removed, What::Removed, &within, (Some(old), None), Vec::new());
        }
        for new in children.added {
            self.change(new.added, What::Added, &within, (None, Some(new)), Vec::new());
        }
    }

    fn change(
        &mut self,
        level: Level,
        what: What,
        within: &[String],
        (old, new): (Option<&Element>, Option<&Element>),
        aspects: Vec<AspectChange>,
    ) {
        let Some(kind) = old.or(new).map(|it| it.kind) else { return };
        let built = built(what, within, old, new, &aspects);
        let is_typed = old.is_none() || new.is_none();
        let old = old.map(|it| side(self.old, it, is_typed));
        let new = new.map(|it| side(self.new, it, is_typed));
        let within = within.to_vec();
        self.changes.push(Change { level, what, kind, within, old, new, built, aspects });
    }

    /// The difference in a facet, if there is one.
    fn aspect(&self, old: &Facet, new: &Facet) -> Option<AspectChange> {
        let values = |old: &Option<String>, new: &Option<String>| {
            let values = Values { old: old.clone(), new: new.clone() };
            let renamed = old.as_deref().map(|old| self.with_new_names(old));
            if renamed == *new { Values { old: new.clone(), ..values } } else { values }
        };
        let (said, rust) = (values(&old.said, &new.said), values(&old.rust, &new.rust));
        let in_words = said.differ().then(|| old.said_level.max(new.said_level));
        let in_rust = rust.differ().then(|| match &rust.old {
            Some(_) => old.rust_level.max(new.rust_level),
            None => new.rust_level.min(Level::Minor),
        });
        let level = in_words.max(in_rust)?;
        Some(AspectChange { aspect: new.aspect, level, said, rust })
    }

    /// The text with renamed types under their new names.
    fn with_new_names(&self, text: &str) -> String {
        let is_letter = |it: char| it.is_alphanumeric() || it == '_';
        let words = text.split_inclusive(|it| !is_letter(it)).map(|word| {
            let name = word.trim_end_matches(|it| !is_letter(it));
            let new = self.types.get(name).map_or(name, String::as_str);
            format!("{new}{}", &word[name.len()..])
        });
        words.collect()
    }
}

/// The element as a side of a change. If the change does not compare types, the side shows the
/// type.
fn side(documents: &Documents, element: &Element, is_typed: bool) -> Side {
    let Location { file, span, pointer } = documents.location(&element.place, Part::Key);
    let (line, column) = span.map(|Span { start, .. }| (start.line, start.column)).unzip();
    let ty = element.facet(Aspect::Type).and_then(|it| it.rust.as_ref()).filter(|_| is_typed);
    let ty = ty.map(|ty| format!(" of type {ty}")).unwrap_or_default();
    let (name, rust) = (element.name.clone(), format!("{}{ty}", element.rust));
    Side { name, file, line, column, pointer, rust }
}

/// The aspects of both elements.
fn facets<'a>(old: &'a Element, new: &'a Element) -> impl Iterator<Item = (&'a Facet, &'a Facet)> {
    new.facets.iter().filter_map(|new| Some((old.facet(new.aspect)?, new)))
}

/// The level of a rename. The guess may be wrong, and then something is gone, so it is major unless
/// Rust has the same name for both.
fn renamed_level(old: &Element, new: &Element) -> Level {
    let rust = |it: &Element| it.facet(Aspect::Name).and_then(|it| it.rust.clone());
    if rust(old).is_some() && rust(old) == rust(new) { Level::Patch } else { Level::Major }
}

fn order(old: &[&str], new: &[&str]) -> AspectChange {
    let names = |names: &[&str]| Some(names.join(", "));
    let rust = Values { old: names(old), new: names(new) };
    AspectChange {
        aspect: Aspect::Order,
        level: Level::Major,
        said: Values { old: None, new: None },
        rust,
    }
}
