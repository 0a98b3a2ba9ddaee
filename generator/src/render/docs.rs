//! Doc comments.

use proc_macro2::TokenStream;
use quote::quote;
use textwrap::Options;

/// The width of the text of a doc comment inside of an `impl`.
const WIDTH: usize = 100 - "    /// ".len();

/// The text as a doc comment, wrapped.
pub fn docs(text: &str) -> TokenStream {
    let mut lines: Vec<String> = Vec::new();
    // The fence that closes the current code block.
    let mut fence: Option<&str> = None;
    for line in text.lines() {
        let info = line.trim_start_matches('`');
        let ticks = &line[..line.len() - info.len()];
        let is_fenced = fence.is_some();
        match fence {
            Some(open) if line == open => fence = None,
            None if ticks.len() >= 3 && !info.contains('`') => fence = Some(ticks),
            _ => {}
        }
        if is_fenced || fence.is_some() {
            lines.push(line.to_owned());
            continue;
        }
        let number = line.trim_start_matches(|it: char| it.is_ascii_digit());
        let is_numbered = number.len() < line.len() && number.starts_with(['.', ')']);
        let is_item = line.starts_with("- ") || line.starts_with("* ") || is_numbered;
        let options = Options::new(WIDTH)
            .break_words(false)
            .word_splitter(textwrap::WordSplitter::NoHyphenation)
            .subsequent_indent(match is_item {
                true if is_numbered => "   ",
                true => "  ",
                false => "",
            });
        let mut wrapped = textwrap::wrap(line, options).into_iter();
        lines.extend(wrapped.next().map(String::from));
        lines.extend(wrapped.map(|it| continued(&it)));
    }
    let lines = lines.iter().map(|line| match line.is_empty() {
        true => String::new(),
        false => format!(" {line}"),
    });
    quote!(#(#[doc = #lines])*)
}

/// A line that continues a paragraph. Its first word must not begin a list, a heading or a quote.
/// Of numbers, only 1 could (CommonMark 0.31, section 5.2).
fn continued(line: &str) -> String {
    let text = line.trim_start();
    let word = text.split(' ').next().unwrap_or_default();
    let is_number = text.starts_with("1. ") || text.starts_with("1) ");
    let is_marker = ["-", "+", "*", ">"].contains(&word)
        || (!word.is_empty() && word.bytes().all(|it| matches!(it, b'#' | b'=' | b'-')));
    let at = line.len() - text.len() + usize::from(is_number);
    match is_number || is_marker {
        true => format!("{}\\{}", &line[..at], &line[at..]),
        false => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::continued;

    #[test]
    fn a_word_at_the_start_of_a_line_begins_nothing() {
        for (line, expected) in [
            ("- a", "\\- a"),
            ("  * a", "  \\* a"),
            (" 1. a", " 1\\. a"),
            ("1) a", "1\\) a"),
            ("1.", "1."),
            ("12. a", "12. a"),
            ("## a", "\\## a"),
            ("> a", "\\> a"),
            ("---", "\\---"),
            ("-a b", "-a b"),
            ("1.5 a", "1.5 a"),
            ("*a* b", "*a* b"),
            (". a", ". a"),
        ] {
            assert_eq!(continued(line), expected);
        }
    }
}
