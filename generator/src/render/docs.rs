//! Doc comments.

use proc_macro2::TokenStream;
use quote::quote;
use textwrap::Options;

/// The columns that are left for a doc comment's text inside of an `impl`.
const WIDTH: usize = 100 - "    /// ".len();

/// The text as a doc comment, wrapped.
pub fn docs(text: &str) -> TokenStream {
    let mut lines: Vec<String> = Vec::new();
    let mut fenced = false;
    for line in text.lines() {
        let is_fence = line.trim_start().starts_with("```");
        fenced ^= is_fence;
        if fenced || is_fence {
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
