//! Docs: converts the text of a description to Markdown that rustdoc accepts without warnings.

use super::types::Types;
use crate::model::description::Constraints;
use std::fmt::Write;

/// The text as Markdown. Keeps code spans and links to web pages. Escapes everything else that
/// would become HTML or a link. Marks code blocks as text, so that rustdoc does not compile them.
pub fn markdown(text: &str) -> String {
    // rustc rejects carriage returns in doc comments. Other control characters are useless there.
    let text = text.replace(|it: char| it.is_control() && it != '\n', " ");
    let mut fence = None;
    let lines = text.trim().lines().map(|line| {
        let (ticks, info) = ticks(line.trim());
        match fence {
            // rustdoc compiles a code block as an example if its language is Rust or missing.
            None if ticks >= 3 && !info.contains('`') => {
                fence = Some(ticks);
                "`".repeat(ticks) + "text"
            }
            Some(open) if ticks >= open && info.is_empty() => {
                fence = None;
                "`".repeat(open)
            }
            Some(_) => line.to_owned(),
            None => line_of_markdown(line.trim()),
        }
    });
    let markdown = lines.collect::<Vec<_>>().join("\n");
    match fence {
        Some(open) => markdown + "\n" + &"`".repeat(open),
        None => markdown,
    }
}

/// The number of backticks at the start of a text, and the rest of the text.
fn ticks(text: &str) -> (usize, &str) {
    let rest = text.trim_start_matches('`');
    (text.len() - rest.len(), rest)
}

/// Returns `true` if the Markdown contains HTML: a `<` before a letter or one of `/!?`. A `<` in
/// code, before a web address or after a backslash does not count.
pub fn has_html(markdown: &str) -> bool {
    let outside = markdown.split('`').step_by(2);
    outside.into_iter().any(|text| {
        text.match_indices('<').any(|(at, _)| {
            let rest = &text[at + 1..];
            let opens = rest.starts_with(|it: char| it.is_ascii_alphabetic() || "/!?".contains(it));
            opens && !text[..at].ends_with('\\') && !rest.starts_with("http")
        })
    })
}

/// The text as Markdown, or the result of `missing` if there is no text.
pub fn markdown_or(text: Option<&str>, missing: impl FnOnce() -> String) -> String {
    match text.map(markdown) {
        Some(text) if !text.is_empty() => text,
        _ => missing(),
    }
}

impl Types<'_> {
    /// The docs of an item without docs in the description: its name there. Empty if that restates
    /// the name in Rust, unless all items need docs.
    pub fn name_as_docs(&self, name: &str, wire_name: &str) -> String {
        match self.docs_for_all || !letters(name).eq(letters(wire_name)) {
            true => format!("`{wire_name}`."),
            false => String::new(),
        }
    }
}

/// The letters and digits of a name, which are the same in all conventions of naming.
fn letters(name: &str) -> impl Iterator<Item = char> {
    name.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// The constraints of a value as sentences, each after a space.
pub fn constraints(it: &Constraints) -> String {
    let mut text = String::new();
    let mut add = |sentence: Option<String>| {
        if let Some(sentence) = sentence {
            write!(text, " {sentence}.").expect("writing to a String cannot fail");
        }
    };
    add(numbers(it));
    add(range(it.min_length, it.max_length, " characters"));
    add(range(it.min_items, it.max_items, " items"));
    let pattern = it.pattern.as_ref().filter(|pattern| !pattern.contains('`'));
    add(pattern.map(|pattern| format!("It matches `{pattern}`")));
    let values: Vec<String> = it.values.iter().map(|value| format!("`{value}`")).collect();
    add((!values.is_empty()).then(|| format!("One of {}", values.join(", "))));
    text
}

fn numbers(it: &Constraints) -> Option<String> {
    if !it.exclusive_minimum && !it.exclusive_maximum {
        return range(it.minimum, it.maximum, "");
    }
    let low = if it.exclusive_minimum { "more than" } else { "at least" };
    let high = if it.exclusive_maximum { "less than" } else { "at most" };
    let low = it.minimum.map(|value| format!("{low} {value}"));
    let high = it.maximum.map(|value| format!("{high} {value}"));
    let limits: Vec<String> = low.into_iter().chain(high).collect();
    let text = limits.join(" and ");
    let first = text.chars().next()?.to_ascii_uppercase();
    Some(format!("{first}{}", &text[1..]))
}

fn range<T: ToString + PartialEq>(low: Option<T>, high: Option<T>, unit: &str) -> Option<String> {
    Some(match (low, high) {
        (Some(low), Some(high)) if low == high => format!("Exactly {}{unit}", low.to_string()),
        (Some(low), Some(high)) => format!("{} to {}{unit}", low.to_string(), high.to_string()),
        (Some(low), None) => format!("At least {}{unit}", low.to_string()),
        (None, Some(high)) => format!("At most {}{unit}", high.to_string()),
        (None, None) => return None,
    })
}

fn line_of_markdown(line: &str) -> String {
    let mut markdown = String::with_capacity(line.len());
    // Escapes the other kind of code fence, and quotes, which line wrapping would break.
    if line.starts_with("~~~") || line.starts_with('>') {
        markdown.push('\\');
    }
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        let taken = match first {
            '`' => code_span(rest),
            '\\' => escaped(rest),
            '[' => link(rest),
            'h' => address(rest),
            _ => None,
        };
        match taken {
            Some(length) if first == 'h' => {
                write!(markdown, "<{}>", &rest[..length]).expect("writing to a String cannot fail");
                rest = &rest[length..];
            }
            Some(length) => {
                markdown.push_str(&rest[..length]);
                rest = &rest[length..];
            }
            None => {
                if matches!(first, '<' | '[' | ']' | '`') {
                    markdown.push('\\');
                }
                markdown.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    markdown
}

/// The length of the code span that `text` starts with.
fn code_span(text: &str) -> Option<usize> {
    let (open, mut rest) = ticks(text);
    while let Some(at) = rest.find('`') {
        let (close, after) = ticks(&rest[at..]);
        if close == open {
            return Some(text.len() - after.len());
        }
        rest = after;
    }
    None
}

/// The length of the backslash that `text` starts with and the character that it escapes.
fn escaped(text: &str) -> Option<usize> {
    text[1..].starts_with(['<', '[', ']', '`', '\\']).then_some(2)
}

/// The length of the link to a web page that `text` starts with.
fn link(text: &str) -> Option<usize> {
    let label = text.find("](")?;
    let target = &text[label + 2..];
    let end = target.find(')')?;
    let is_link = target.starts_with("http") && !text[1..label].contains(['[', ']']);
    is_link.then_some(label + 2 + end + 1)
}

/// The length of the web address that `text` starts with.
fn address(text: &str) -> Option<usize> {
    let is_address = text.starts_with("https://") || text.starts_with("http://");
    let end = text.find(|c: char| c.is_whitespace() || "<>()\"'`{}[]|\\^".contains(c));
    let length =
        text[..end.unwrap_or(text.len())].trim_end_matches(['.', ',', ';', ':', '!']).len();
    (is_address && length > "https://".len()).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped() {
        for (text, shown) in [
            (" A map <string, id> of `Vec<T>`. ", r"A map \<string, id> of `Vec<T>`."),
            ("an array[3] of [x]", r"an array\[3\] of \[x\]"),
            ("see https://a.example/b?c=d.", "see <https://a.example/b?c=d>."),
            ("see [the docs](https://a.example/)", "see [the docs](https://a.example/)"),
            ("a lone ` tick", r"a lone \` tick"),
            ("```\n  [code]\n```\n[x]", "```text\n  [code]\n```\n\\[x\\]"),
            ("one\n\n    two", "one\n\ntwo"),
            ("````json\n```\n<a>\n````\n<b>", "````text\n```\n<a>\n````\n\\<b>"),
            ("```\nopen", "```text\nopen\n```"),
            ("``a ` <T>`` and `` <b>", r"``a ` <T>`` and \`\` \<b>"),
            (r"kept \<br> and \d", r"kept \<br> and \d"),
        ] {
            assert_eq!(markdown(text), shown);
        }
    }

    #[test]
    fn finds_html_outside_of_code() {
        for text in ["a <b>bold</b> word", "</p>", "`a` <br>"] {
            assert!(has_html(text), "{text}");
        }
        for text in ["`Vec<T>`", r"\<b>", "1 < 2", "<https://a.example>"] {
            assert!(!has_html(text), "{text}");
        }
    }

    #[test]
    fn constraints_are_sentences() {
        let days = Constraints { minimum: Some(1.0), maximum: Some(90.0), ..Default::default() };
        assert_eq!(constraints(&days), " 1 to 90.");
        let part = Constraints { maximum: Some(1.0), exclusive_maximum: true, ..days.clone() };
        assert_eq!(constraints(&part), " At least 1 and less than 1.");
        let positive =
            Constraints { minimum: Some(0.0), exclusive_minimum: true, ..Default::default() };
        assert_eq!(constraints(&positive), " More than 0.");
        let name = Constraints { max_length: Some(256), ..Default::default() };
        assert_eq!(constraints(&name), " At most 256 characters.");
    }
}
