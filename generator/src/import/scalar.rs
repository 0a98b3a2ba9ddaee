//! Writes scalars in YAML as a person would: plain if that is safe, otherwise in single quotes;
//! folded if long; literal if they have several lines.
//!
//! The text must mean the same in YAML 1.1, which Python reads, and in YAML 1.2.

use super::write::WIDTH;
use serde_json::{Number, Value};
use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};

/// The plain words that are not strings in YAML 1.1, in lower case.
const WORDS_OF_YAML_1_1: &[&str] =
    &["y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "=", "<<"];

/// The characters of numbers, dates and times in YAML 1.1, and of YAML 1.2's hexadecimal numbers.
const OF_NUMBERS: &str = "0123456789beotzBEOTZ_:.,+- ";

/// Writes a scalar behind `column` characters, with further lines indented by `indent`.
pub(super) fn scalar(value: &Value, column: usize, indent: usize) -> String {
    match value {
        Value::String(text) if text.contains('\n') => literal(text, indent),
        Value::String(text) => {
            let line = line(text);
            match column + line.len() > WIDTH && can_be_folded(text) {
                true => folded(text, indent),
                false => line,
            }
        }
        Value::Number(number) => self::number(number),
        other => other.to_string(),
    }
}

/// A string on one line, as keys must be.
pub(super) fn line(text: &str) -> String {
    // serde_yaml knows which strings need quotes in YAML 1.2, and never breaks a line.
    let quoted = match text.contains('\n') {
        true => None,
        false => serde_yaml::to_string(text).ok(),
    };
    match quoted.as_deref().map(|it| it.trim_end_matches('\n')) {
        Some(plain) if plain == text && is_not_text(text) => format!("'{text}'"),
        Some(safe) if !safe.contains('\n') && is_printable(text) => safe.to_owned(),
        _ => escaped(text),
    }
}

/// Returns `true` if YAML 1.1 would read the plain string as something else.
fn is_not_text(text: &str) -> bool {
    let is_version = text.chars().all(|it| it.is_ascii_digit() || it == '.')
        && text.split('.').filter(|it| !it.is_empty()).count() > 2;
    let is_number = !is_version
        && text.starts_with(|it: char| it.is_ascii_digit() || "+-.".contains(it))
        && text.chars().all(|it| OF_NUMBERS.contains(it));
    is_number || WORDS_OF_YAML_1_1.contains(&&*text.to_lowercase())
}

/// In double quotes, with the escapes of JSON, which YAML shares.
fn escaped(text: &str) -> String {
    let json = Value::from(text).to_string();
    let mut escaped = String::new();
    for character in json.chars() {
        match is_printable_character(character) {
            true => escaped.push(character),
            false => escaped.push_str(&format!("\\u{:04x}", u32::from(character))),
        }
    }
    escaped
}

fn is_printable(text: &str) -> bool {
    text.chars().all(is_printable_character)
}

/// Control characters, unusual spaces, line ends, and the byte order mark.
fn is_printable_character(character: char) -> bool {
    !matches!(character,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{a0}' | '\u{2028}' | '\u{2029}' | '\u{feff}'
        | '\u{fffe}' | '\u{ffff}')
}

/// Folding keeps single spaces between words, but no others.
fn can_be_folded(text: &str) -> bool {
    text.contains(' ')
        && is_printable(text)
        && !text.starts_with(' ')
        && !text.ends_with(' ')
        && !text.contains("  ")
}

fn folded(text: &str, indent: usize) -> String {
    let options = Options::new(WIDTH.saturating_sub(indent).max(40))
        .break_words(false)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    let lines = textwrap::wrap(text, options);
    block(">-", lines.iter().map(|line| &**line), indent)
}

fn literal(text: &str, indent: usize) -> String {
    let content = text.trim_end_matches('\n');
    let is_plain = content.lines().all(is_printable) && !content.contains('\r');
    if !is_plain || content.is_empty() || content.starts_with([' ', '\n']) {
        return escaped(text);
    }
    match text.len() - content.len() {
        0 => block("|-", content.split('\n'), indent),
        1 => block("|", content.split('\n'), indent),
        _ => escaped(text),
    }
}

fn block<'a>(header: &str, lines: impl Iterator<Item = &'a str>, indent: usize) -> String {
    let mut block = header.to_owned();
    for line in lines {
        block.push('\n');
        if !line.is_empty() {
            block.push_str(&" ".repeat(indent));
            block.push_str(line);
        }
    }
    block
}

/// A number. YAML 1.1 requires a point, and a sign in the exponent.
fn number(number: &Number) -> String {
    let text = number.to_string();
    let Some((mantissa, exponent)) = text.split_once('e') else { return text };
    let point = if mantissa.contains('.') { "" } else { ".0" };
    let sign = if exponent.starts_with(['+', '-']) { "" } else { "+" };
    format!("{mantissa}{point}e{sign}{exponent}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn scalars_are_quoted_where_needed() {
        let same = [
            "plain",
            "3.0.3",
            "it's",
            "a#b",
            "19:qJ5t@thread",
            "common.yaml#/a",
            "https://a.b/c",
            "9a7c1f62-3d48",
        ];
        for text in same {
            assert_eq!(line(text), text);
        }
        let quoted =
            ["2025-03-15", "12", "19:30", "yes", "No", "#/a", "{endpoint}", "a: b", "", "="];
        for text in quoted {
            assert_eq!(line(text), format!("'{text}'"));
        }
        assert_eq!(line("a\u{7}b\u{85}"), r#""a\u0007b\u0085""#);
    }

    #[test]
    fn every_text_is_read_as_it_was() {
        let long = "word ".repeat(60);
        let texts = [
            long.trim(),
            &long,
            "two\nlines",
            "ends\n",
            "ends twice\n\n",
            " begins\nlate",
            "\n",
            "tab\there",
            "a\r\nb",
            "trailing \nspace",
            "#\n- x: y",
            "'",
            "\"",
            "\\",
            "- a",
            "? b",
            "a\u{2028}b",
            "key: |",
            "%x",
            "@x",
            "`x`",
            "null",
            "0x1F",
            "1e3",
            ".5",
            "1_000",
            "é",
        ];
        for text in texts {
            let yaml = format!("a:\n  b: {}\n  {}: c\n", scalar(&json!(text), 5, 4), line(text));
            let read: Value =
                serde_yaml::from_str(&yaml).unwrap_or_else(|it| panic!("{it}: {yaml}"));
            assert_eq!(read, json!({ "a": { "b": text, text: "c" } }), "{yaml}");
        }
        for value in [json!(1e-7), json!(1e16), json!(1.5e300), json!(-3), json!(true), json!(null)]
        {
            let yaml = scalar(&value, 0, 0);
            assert_eq!(serde_yaml::from_str::<Value>(&yaml).expect("it is YAML"), value);
        }
        assert_eq!(scalar(&json!(1e-7), 0, 0), "1.0e-7");
    }
}
