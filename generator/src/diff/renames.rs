//! Guesses which elements have a new name.

use super::element::{Aspect, Element, Kind};
use heck::ToSnakeCase;
use similar::TextDiff;
use std::collections::BTreeSet;

/// The least likeness at which two elements count as the same.
const ALIKE: f64 = 0.65;

/// The pairs of elements that are probably the same, the most similar ones first.
pub fn renames<'a>(
    removed: &[&'a Element],
    added: &[&'a Element],
) -> Vec<(&'a Element, &'a Element)> {
    let mut candidates = Vec::new();
    for (old_index, old) in removed.iter().enumerate() {
        for (new_index, new) in added.iter().enumerate() {
            let likeness = likeness(old, new);
            if likeness >= ALIKE {
                candidates.push((likeness, old_index, new_index));
            }
        }
    }
    // Of equally similar pairs, the one whose elements are nearer to each other comes first.
    let rank = |(likeness, old, new): &(f64, usize, usize)| (-likeness, old.abs_diff(*new));
    candidates.sort_by(|a, b| {
        let ((a, a_distance), (b, b_distance)) = (rank(a), rank(b));
        a.total_cmp(&b).then(a_distance.cmp(&b_distance))
    });
    let (mut olds, mut news) = (BTreeSet::new(), BTreeSet::new());
    candidates.retain(|(_, old, new)| {
        let is_free = !olds.contains(old) && !news.contains(new);
        if is_free {
            olds.insert(*old);
            news.insert(*new);
        }
        is_free
    });
    candidates.into_iter().map(|(_, old, new)| (removed[old], added[new])).collect()
}

/// The likeness of two elements, from 0 to 1.
fn likeness(old: &Element, new: &Element) -> f64 {
    let names = name_likeness(&old.name, &new.name);
    match old.kind {
        _ if old.kind != new.kind => 0.0,
        // A response is known by its status alone, and there is only one body.
        Kind::Response | Kind::Alternative | Kind::Body => 0.0,
        Kind::Operation if same(old, new, Aspect::Path) && same(old, new, Aspect::Method) => 1.0,
        // An enum value has nothing but its name.
        Kind::Value => names,
        // Variants of the same struct are the same, whatever their values.
        Kind::Variant if same(old, new, Aspect::Type) => 1.0,
        // Unrelated elements often have the same type, so the type alone counts for little.
        _ if old.children.is_empty() && names < 0.5 => 0.0,
        _ => (names + shape_likeness(old, new)) / 2.0,
    }
}

fn same(old: &Element, new: &Element, aspect: Aspect) -> bool {
    old.facet(aspect).map(|it| &it.said) == new.facet(aspect).map(|it| &it.said)
}

/// The likeness of two names, by their words or by their letters.
fn name_likeness(old: &str, new: &str) -> f64 {
    let (old, new) = (old.to_snake_case(), new.to_snake_case());
    let words = |name: &str| name.split('_').map(str::to_owned).collect::<BTreeSet<_>>();
    let letters = f64::from(TextDiff::from_chars(&*old, &*new).ratio());
    letters.max(overlap(&words(&old), &words(&new)))
}

/// The likeness of two elements without their names, by equal facets and common children.
fn shape_likeness(old: &Element, new: &Element) -> f64 {
    let telling = [Aspect::Kind, Aspect::Location, Aspect::Output, Aspect::Required, Aspect::Type];
    let known = || telling.iter().filter(|it| old.facet(**it).is_some());
    let alike = known().filter(|it| old.facet(**it) == new.facet(**it)).count();
    let facets = if known().count() == 0 { 1.0 } else { ratio(alike, known().count()) };
    let parts = |it: &Element| it.children.iter().map(|it| it.name.clone()).collect();
    let (old_parts, new_parts): (BTreeSet<_>, BTreeSet<_>) = (parts(old), parts(new));
    match old_parts.is_empty() && new_parts.is_empty() {
        true => facets,
        false => facets.min(overlap(&old_parts, &new_parts)),
    }
}

/// The likeness of two sets (Dice's coefficient).
fn overlap(old: &BTreeSet<String>, new: &BTreeSet<String>) -> f64 {
    ratio(2 * old.intersection(new).count(), old.len() + new.len())
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_the_same_words_are_alike() {
        for (old, new) in [
            ("displayName", "senderDisplayName"),
            ("createdOn", "createdAt"),
            ("topic", "topics"),
            ("BookPage", "BooksPage"),
        ] {
            assert!(name_likeness(old, new) >= ALIKE, "{old} {new}");
        }
        for (old, new) in [("title", "isbn"), ("createdOn", "priority"), ("red", "blue")] {
            assert!(name_likeness(old, new) < ALIKE / 2.0, "{old} {new}");
        }
    }
}
