//! Path patterns: `*` is one segment, a closing `**` the rest.

pub(super) fn matches(pattern: &str, path: &str) -> bool {
    let (mut pattern, mut path) = (pattern.split('/'), path.split('/'));
    loop {
        match (pattern.next(), path.next()) {
            (Some("**"), _) => return true,
            (Some("*"), Some(_)) => {}
            (Some(expected), Some(found)) if expected == found => {}
            (None, None) => return true,
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_star_is_one_segment_and_two_are_the_rest() {
        assert!(matches("/chat/threads/*/messages", "/chat/threads/19%3Ax%40thread.v2/messages"));
        assert!(!matches("/chat/threads/*", "/chat/threads/19%3Ax%40thread.v2/messages"));
        assert!(!matches("/chat/threads/*/messages", "/chat/threads"));
        assert!(matches("/chat/**", "/chat/threads/19%3Ax%40thread.v2/messages"));
        assert!(matches("/**", "/identities"));
    }
}
