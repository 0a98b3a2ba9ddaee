//! Suggestions for misspelt names.

/// The candidate that was probably meant by a misspelt `name`.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // One wrong character in three is a typo; more is another name.
    let allowed = (name.chars().count() / 3).max(1);
    let scored =
        candidates.into_iter().map(|candidate| (edit_distance(name, candidate), candidate));
    let (distance, candidate) = scored.min_by_key(|(distance, _)| *distance)?;
    (distance <= allowed && distance < name.chars().count()).then_some(candidate)
}

/// The number of characters to add, remove or replace to turn one name into the other, ignoring
/// case (Levenshtein distance).
fn edit_distance(from: &str, to: &str) -> usize {
    let from: Vec<char> = from.to_lowercase().chars().collect();
    let to: Vec<char> = to.to_lowercase().chars().collect();
    // Such long texts are not names, so they are not worth the quadratic work.
    if from.len().max(to.len()) > 200 {
        return usize::MAX;
    }
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (removed, from) in from.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = removed + 1;
        for (added, to) in to.iter().enumerate() {
            let replaced = diagonal + usize::from(from != to);
            diagonal = row[added + 1];
            row[added + 1] = replaced.min(row[added] + 1).min(row[added + 1] + 1);
        }
    }
    row[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearest_finds_typos_and_nothing_else() {
        let names = ["BookShelf", "BookPage", "Error"];
        assert_eq!(nearest("BookShef", names), Some("BookShelf"));
        assert_eq!(nearest("bookpage", names), Some("BookPage"));
        assert_eq!(nearest("Participant", names), None);
        assert_eq!(nearest("a", ["b"]), None);
        assert_eq!(nearest("", ["b"]), None);
        assert_eq!(nearest(&"x".repeat(100_000), [&*"y".repeat(100_000)]), None);
    }
}
