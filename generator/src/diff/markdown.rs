//! A report as a comment on a pull request.

use super::{
    element::Level,
    report::{Change, Report},
    text::{aspect_line, in_rust, level, positions, subject, verb, verdict},
};
use std::fmt::{self, Write};

/// The verdict as a heading, a list for each level, and the patches folded away.
pub fn markdown(report: &Report) -> String {
    let mut text = String::new();
    write(&mut text, report).expect("a String takes it");
    text
}

fn write(out: &mut String, report: &Report) -> fmt::Result {
    writeln!(out, "### API changes: {}\n", verdict(report))?;
    writeln!(out, "{} → {}", code(&report.old), code(&report.new))?;
    for (wanted, title) in [(Level::Major, "Major"), (Level::Minor, "Minor")] {
        if report.count(wanted) > 0 {
            writeln!(out, "\n#### {title}\n")?;
            list(out, report, wanted)?;
        }
    }
    let patches = report.count(Level::Patch);
    if patches > 0 {
        // Without blank lines around it, the list would not be read as Markdown.
        writeln!(out, "\n<details><summary>{patches} {}</summary>\n", level(Level::Patch))?;
        list(out, report, Level::Patch)?;
        writeln!(out, "\n</details>")?;
    }
    Ok(())
}

fn list(out: &mut String, report: &Report, level: Level) -> fmt::Result {
    for change in report.changes.iter().filter(|it| it.level == level) {
        item(out, change)?;
    }
    Ok(())
}

fn item(out: &mut String, change: &Change) -> fmt::Result {
    let subject = subject(change, code);
    if change.is_words() {
        return writeln!(out, "- new words for {subject}");
    }
    let (verb, positions) = (verb(change, code), code(&positions(change)));
    writeln!(out, "- **{subject}** {verb} ({positions})")?;
    if let Some(line) = in_rust(change) {
        writeln!(out, "  - in Rust: {line}")?;
    }
    for aspect in &change.aspects {
        writeln!(out, "  - {}", aspect_line(aspect, code))?;
    }
    writeln!(out, "  - clients built already: {}", change.built)?;
    Ok(())
}

/// The text as a code span, so that nothing in it is read as HTML or as a mention.
fn code(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let longest = line.split(|it| it != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    match line.is_empty() || line.starts_with('`') || line.ends_with('`') {
        true => format!("{fence} {line} {fence}"),
        false => format!("{fence}{line}{fence}"),
    }
}
