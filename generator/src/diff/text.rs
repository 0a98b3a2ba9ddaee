//! A report for terminals, and the phrases that all reports share.

use super::{
    element::{Aspect, Kind, Level},
    report::{AspectChange, Change, Report, Side, Values, What},
};
use std::fmt::{self, Write};

/// One block for each change, then a line for each change of words, then the verdict.
pub fn text(report: &Report) -> String {
    let mut text = String::new();
    write(&mut text, report).expect("a String takes it");
    text
}

fn write(out: &mut String, report: &Report) -> fmt::Result {
    let (words, others): (Vec<&Change>, Vec<_>) =
        report.changes.iter().partition(|it| it.is_words());
    for change in others {
        let code = |text: &str| format!("`{text}`");
        writeln!(out, "{}: {} {}", level(change.level), subject(change, code), verb(change, code))?;
        writeln!(out, "    {}", positions(change))?;
        if let Some(line) = in_rust(change) {
            writeln!(out, "    in Rust: {line}")?;
        }
        for aspect in &change.aspects {
            writeln!(out, "    {}", aspect_line(aspect, str::to_owned))?;
        }
        writeln!(out, "    clients built already: {}", change.built)?;
        writeln!(out)?;
    }
    for change in &words {
        let subject = subject(change, |text| format!("`{text}`"));
        writeln!(out, "patch: new words for {subject}, {}", positions(change))?;
    }
    if !words.is_empty() {
        writeln!(out)?;
    }
    writeln!(out, "verdict: {}", verdict(report))
}

/// The verdict, and the number of changes of each level.
pub fn verdict(report: &Report) -> String {
    let Some(verdict) = report.verdict else { return "no changes for users".to_owned() };
    let levels = [Level::Major, Level::Minor, Level::Patch];
    let counts = levels.map(|it| format!("{} {}", report.count(it), level(it)));
    format!("{} ({})", level(verdict), counts.join(", "))
}

pub fn level(level: Level) -> &'static str {
    match level {
        Level::Major => "major",
        Level::Minor => "minor",
        Level::Patch => "patch",
    }
}

/// The changed element: ``property `pages` of `Book` ``.
pub fn subject(change: &Change, code: impl Fn(&str) -> String) -> String {
    let name = change.old.as_ref().or(change.new.as_ref()).map_or("", |it| it.name.as_str());
    let mut subject = match change.kind {
        Kind::Description => "the description".to_owned(),
        Kind::Body => "the body".to_owned(),
        kind => format!("{} {}", self::kind(kind), code(name)),
    };
    for outer in change.within.iter().rev() {
        subject += " of ";
        // A body has no name of its own.
        subject += &if outer == "body" { "the body".to_owned() } else { code(outer) };
    }
    subject
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Description => "description",
        Kind::Client => "client",
        Kind::Operation => "operation",
        Kind::Parameter => "parameter",
        Kind::Body => "body",
        Kind::Response => "response",
        Kind::Alternative => "other body of the response",
        Kind::Header => "header",
        Kind::Type => "type",
        Kind::Property => "property",
        Kind::Value => "value",
        Kind::Variant => "variant",
    }
}

/// The change of the element.
pub fn verb(change: &Change, code: impl Fn(&str) -> String) -> String {
    match (change.what, &change.new) {
        (What::Added, _) => "is new".to_owned(),
        (What::Removed, _) => "is gone".to_owned(),
        (What::Renamed, _) if change.is_moved() => "has probably moved (a guess)".to_owned(),
        (What::Renamed, Some(new)) => format!("is probably {} now (a guess)", code(&new.name)),
        (What::Changed | What::Renamed, _) => "has changed".to_owned(),
    }
}

/// The positions of the element in both descriptions.
pub fn positions(change: &Change) -> String {
    let sides = [&change.old, &change.new];
    sides.into_iter().flatten().map(Side::position).collect::<Vec<_>>().join(" -> ")
}

/// How the element appears in Rust, if it does.
pub fn in_rust(change: &Change) -> Option<String> {
    let rust = |side: &Option<Side>| side.as_ref().map_or(String::new(), |it| it.rust.clone());
    let (old, new) = (rust(&change.old), rust(&change.new));
    let text = match change.what {
        What::Renamed if old == new => format!("{new}, as before"),
        _ if old == new || old.is_empty() => new,
        _ if new.is_empty() => old,
        _ => format!("{old} -> {new}"),
    };
    (!text.is_empty()).then_some(text)
}

/// The change of an aspect, in the words of the description and in Rust.
pub fn aspect_line(change: &AspectChange, said: impl Fn(&str) -> String) -> String {
    let label = label(change.aspect);
    if change.aspect == Aspect::Words {
        return format!("{label}: changed");
    }
    let nothing = || "none".to_owned();
    let pair = |values: &Values, shown: &dyn Fn(&str) -> String| {
        let [old, new] =
            [&values.old, &values.new].map(|it| it.as_deref().map_or_else(nothing, shown));
        format!("{old} -> {new}")
    };
    let in_words = change.said.differ().then(|| pair(&change.said, &said));
    let in_rust =
        change.rust.differ().then(|| format!("in Rust {}", pair(&change.rust, &str::to_owned)));
    let parts: Vec<String> = in_words.into_iter().chain(in_rust).collect();
    format!("{label}: {}", parts.join("; "))
}

fn label(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Name => "name",
        Aspect::Words => "words",
        Aspect::Deprecated => "deprecation",
        Aspect::ApiVersion => "api-version",
        Aspect::Endpoint => "endpoint",
        Aspect::DefaultEndpoint => "default endpoint",
        Aspect::Security => "security",
        Aspect::Alternatives => "other credentials",
        Aspect::Policy => "own policy",
        Aspect::Held => "parameters of the client",
        Aspect::Method => "method",
        Aspect::Path => "path",
        Aspect::Order => "order of arguments",
        Aspect::Output => "output",
        Aspect::Paging => "paging",
        Aspect::LongRunning => "long-running operation",
        Aspect::Success => "meaning",
        Aspect::Location => "location",
        Aspect::Style => "style",
        Aspect::Constant => "constant",
        Aspect::Required => "required",
        Aspect::Nullable => "null",
        Aspect::ReadOnly => "read-only",
        Aspect::WriteOnly => "write-only",
        Aspect::Type => "type",
        Aspect::Constraints => "constraints",
        Aspect::Format => "media type",
        Aspect::Xml => "XML",
        Aspect::Headers => "headers",
        Aspect::Kind => "kind",
        Aspect::Default => "default",
        Aspect::AdditionalProperties => "additional properties",
        Aspect::Extensible => "unlisted values",
        Aspect::Number => "number",
        Aspect::Discriminator => "discriminator",
        Aspect::Converts => "conversion",
        Aspect::Patched => "merge patches",
        Aspect::Made => "construction",
        Aspect::Error => "errors",
    }
}
