//! Problems for people: the line of the source with the span underlined.

use super::{Diagnostic, Diagnostics, Span, location::lines};
use annotate_snippets::{
    Annotation, AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet,
};
use std::collections::HashMap;

/// The maximum width of a drawing, in columns of a terminal.
const WIDTH: usize = 100;

/// The maximum length of an underline, so that some text around it is visible.
const UNDERLINED: usize = 60;

/// How many characters on either side are considered: a JSON file may be one line.
const AROUND: usize = 2 * WIDTH;

impl Diagnostics {
    /// All problems, with colours.
    pub fn coloured(&self) -> String {
        self.drawn(&Renderer::styled())
    }

    pub(super) fn drawn(&self, renderer: &Renderer) -> String {
        let renderer = renderer.clone().term_width(WIDTH);
        let files = self.files.iter().map(|(path, file)| (&**path, lines(&file.text).collect()));
        let files: HashMap<&str, Vec<&str>> = files.collect();
        let blocks = self.sorted().into_iter().map(|it| {
            let line = |at: usize| files.get(&*it.location.file)?.get(at - 1).copied();
            let line = it.location.span.and_then(|span| line(span.start.line));
            self.draw(it, line, &renderer) + "\n"
        });
        blocks.collect::<Vec<_>>().join("\n")
    }

    fn draw(&self, diagnostic: &Diagnostic, line: Option<&str>, renderer: &Renderer) -> String {
        let Diagnostic { location, message, hint } = diagnostic;
        let file = self.file(location);
        let origin = Origin::path(&*location.file);
        let level = if self.are_warnings { Level::WARNING } else { Level::ERROR };
        let title = level.clone().primary_title(&**message);
        let mut elements: Vec<Element<'_>> = Vec::new();
        let head = match location.span {
            None => title.element(origin),
            Some(Span { start, .. }) => {
                title.element(origin.line(start.line).char_column(start.column))
            }
        };
        elements.extend(line.zip(location.span).map(|(line, span)| excerpt(line, span).into()));
        let mut remark = |name: &'static str, text: String| {
            elements.push(Level::NOTE.with_name(name).message(text).into());
        };
        if !location.pointer.is_empty() {
            remark("at", location.pointer.clone());
        }
        if let Some(from) = file.and_then(|it| it.reached_from.as_ref()) {
            remark("reached from", from.to_string());
        }
        if let Some(hint) = hint {
            remark("help", hint.clone());
        }
        if self.are_warnings {
            remark("result", self.collected[diagnostic].results().join(", "));
        }
        // The header is separate, because the renderer would count columns in the shortened line.
        let body = Group::with_level(level).elements(elements);
        [head, body].map(|group| renderer.render(&[group])).join("\n").trim_end().to_owned()
    }
}

/// The line of a span with the span underlined, shortened if it is long.
fn excerpt(line: &str, span: Span) -> Snippet<'_, Annotation<'_>> {
    let start = span.start.column - 1;
    let skipped = start.saturating_sub(AROUND);
    let near = &line[byte(line, skipped)..];
    let near = &near[..byte(near, 2 * AROUND + UNDERLINED)];
    let start = start - skipped;
    let end = match span.end.line == span.start.line {
        true => span.end.column - 1 - skipped,
        false => near.trim_end().chars().count(),
    };
    let end = end.clamp(start, start + UNDERLINED);
    let annotation = AnnotationKind::Primary.span(byte(near, start)..byte(near, end));
    Snippet::source(near).line_start(span.start.line).annotation(annotation)
}

/// The byte position of a character, or the end of the text.
fn byte(text: &str, character: usize) -> usize {
    // Slicing by bytes is much faster on long lines.
    if text.is_ascii() {
        return character.min(text.len());
    }
    text.char_indices().nth(character).map_or(text.len(), |(byte, _)| byte)
}
