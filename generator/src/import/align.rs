//! The order of names from two lists.

use indexmap::IndexSet;

/// Merges two lists of names: the names of `old` in their order, and each new name behind the one
/// that it follows in `new`. If the order has a meaning (`is_said`) and differs, the result has the
/// order of `new`.
pub(super) fn aligned<'a>(
    old: impl IntoIterator<Item = &'a str>,
    new: impl IntoIterator<Item = &'a str>,
    is_said: bool,
) -> Vec<&'a str> {
    let (old, new): (IndexSet<&str>, IndexSet<&str>) =
        (old.into_iter().collect(), new.into_iter().collect());
    let is_same_order = old.intersection(&new).eq(new.intersection(&old));
    let (first, second) = if is_said && !is_same_order { (&new, &old) } else { (&old, &new) };
    let mut aligned = first.clone();
    let mut before = None;
    for name in second {
        if !first.contains(name) {
            let behind = before.and_then(|it| aligned.get_index_of(it)).map_or(0, |it| it + 1);
            aligned.shift_insert(behind, name);
        }
        before = Some(*name);
    }
    aligned.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_old_order_stays_and_new_names_find_their_places() {
        let old = ["a", "b", "c"];
        assert_eq!(aligned(old, ["x", "a", "c", "y"], true), ["x", "a", "b", "c", "y"]);
        assert_eq!(aligned(old, ["c", "x", "b", "a"], false), ["a", "b", "c", "x"]);
        assert_eq!(aligned(old, ["c", "x", "b", "a"], true), ["c", "x", "b", "a"]);
    }
}
