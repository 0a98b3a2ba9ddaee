//! Matches the elements of two descriptions.

use super::{element::Element, renames};

/// The children of two elements, matched.
pub struct Pairs<'a> {
    pub both: Vec<Pair<'a>>,
    pub removed: Vec<&'a Element>,
    pub added: Vec<&'a Element>,
}

/// An element in both descriptions.
pub struct Pair<'a> {
    pub old: &'a Element,
    pub new: &'a Element,
    /// `true` if the names differ, and the match is a guess.
    pub guessed: bool,
}

/// Matches elements of one kind and name, then guesses about the others.
pub fn pairs<'a>(old: &'a [Element], new: &'a [Element]) -> Pairs<'a> {
    let mut removed: Vec<&Element> = old.iter().collect();
    let (mut both, mut added) = (Vec::new(), Vec::new());
    for new in new {
        match removed.iter().position(|old| is_same(old, new)) {
            Some(at) => both.push(Pair { old: removed.remove(at), new, guessed: false }),
            None => added.push(new),
        }
    }
    for (old, new) in renames::renames(&removed, &added) {
        removed.retain(|it| !std::ptr::eq(*it, old));
        added.retain(|it| !std::ptr::eq(*it, new));
        both.push(Pair { old, new, guessed: true });
    }
    Pairs { both, removed, added }
}

/// Two parameters of an operation can have the same name in different locations.
fn is_same(old: &Element, new: &Element) -> bool {
    use super::element::Aspect::Location;
    old.kind == new.kind && old.name == new.name && old.facet(Location) == new.facet(Location)
}

impl Pair<'_> {
    /// The positions of the arguments, if their order has changed.
    pub fn reordered<'a>(pairs: &[Pair<'a>]) -> Option<(Vec<&'a str>, Vec<&'a str>)> {
        let arguments =
            pairs.iter().filter_map(|it| Some((it, it.old.argument?, it.new.argument?)));
        let mut by_old: Vec<_> = arguments.collect();
        let mut by_new = by_old.clone();
        by_old.sort_by_key(|(_, old, _)| *old);
        by_new.sort_by_key(|(_, _, new)| *new);
        let names = |sorted: &[(&Pair<'a>, usize, usize)]| -> Vec<&'a str> {
            sorted.iter().map(|(pair, _, _)| pair.new.name.as_str()).collect()
        };
        let (old, new) = (names(&by_old), names(&by_new));
        (old != new).then_some((old, new))
    }
}
