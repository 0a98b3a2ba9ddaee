//! Which element of the old description is which of the new one.

use super::{element::Element, renames};

/// The elements of one parent, as far as they belong together.
pub struct Pairs<'a> {
    pub both: Vec<Pair<'a>>,
    pub removed: Vec<&'a Element>,
    pub added: Vec<&'a Element>,
}

/// An element in both descriptions.
pub struct Pair<'a> {
    pub old: &'a Element,
    pub new: &'a Element,
    /// Whether the names differ, and the two are most likely the same all the same.
    pub guessed: bool,
}

/// Elements of one kind and name are the same; of the others it is guessed.
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

/// Two parameters of an operation may have one name, at two places of a request.
fn is_same(old: &Element, new: &Element) -> bool {
    use super::element::Aspect::Location;
    old.kind == new.kind && old.name == new.name && old.facet(Location) == new.facet(Location)
}

impl Pair<'_> {
    /// The places of the arguments among the pairs, if these have another order now.
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
