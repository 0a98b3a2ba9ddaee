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
        lines.extend(textwrap::wrap(line, options).into_iter().map(String::from));
    }
    let lines = lines.iter().map(|line| match line.is_empty() {
        true => String::new(),
        false => format!(" {line}"),
    });
    quote!(#(#[doc = #lines])*)
}
