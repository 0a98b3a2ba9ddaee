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
        let files: HashMap<&str, Vec<Line>> = self
            .files
            .iter()
            .map(|(path, file)| (&**path, lines(&file.text).map(Line::new).collect()))
            .collect();
        let blocks = self.sorted().into_iter().map(|it| {
            let line = |at: usize| files.get(&*it.location.file)?.get(at - 1);
            let line = it.location.span.and_then(|span| line(span.start.line));
            self.draw(it, line, &renderer) + "\n"
        });
        blocks.collect::<Vec<_>>().join("\n")
    }

    fn draw(&self, diagnostic: &Diagnostic, line: Option<&Line>, renderer: &Renderer) -> String {
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

/// A line, and the position in bytes of every [`STEP`]th character. Without them, each problem would
/// count the characters of a long line again.
struct Line<'a> {
    text: &'a str,
    steps: Vec<usize>,
}

const STEP: usize = 64;

impl<'a> Line<'a> {
    fn new(text: &'a str) -> Self {
        let steps = text.char_indices().map(|(byte, _)| byte).step_by(STEP);
        Self { text, steps: steps.collect() }
    }

    /// The position of a character in bytes, or the end of the line.
    fn byte(&self, character: usize) -> usize {
        let Some(&step) = self.steps.get(character / STEP) else { return self.text.len() };
        step + byte(&self.text[step..], character % STEP)
    }
}

/// The position of a character in bytes, or the end of the text.
fn byte(text: &str, character: usize) -> usize {
    text.char_indices().nth(character).map_or(text.len(), |(byte, _)| byte)
}

/// The line of a span with the span underlined, shortened if it is long.
fn excerpt<'a>(line: &Line<'a>, span: Span) -> Snippet<'a, Annotation<'a>> {
    let start = span.start.column - 1;
    let skipped = start.saturating_sub(AROUND);
    let end = skipped + 2 * AROUND + UNDERLINED;
    let near = &line.text[line.byte(skipped)..line.byte(end)];
    let start = start - skipped;
    let end = match span.end.line == span.start.line {
        true => span.end.column - 1 - skipped,
        false => near.trim_end().chars().count(),
    };
    let end = end.clamp(start, start + UNDERLINED);
    let annotation = AnnotationKind::Primary.span(byte(near, start)..byte(near, end));
    Snippet::source(near).line_start(span.start.line).annotation(annotation)
}

#[cfg(test)]
mod tests {
    use super::{
        super::{Location, Position},
        *,
    };

    #[test]
    fn characters_of_long_lines_are_found() {
        for text in ["", "short", &"long ".repeat(100), &"wörds, 単語; ".repeat(100)] {
            let line = Line::new(text);
            let bytes = text.char_indices().map(|(byte, _)| byte).chain([text.len(); 2]);
            for (character, byte) in bytes.enumerate() {
                assert_eq!(line.byte(character), byte, "{character} of {text}");
            }
        }
    }

    #[test]
    fn every_problem_of_one_long_line_is_underlined() {
        let parts: Vec<String> = (0..100).map(|part| format!("häufig, teil{part:02}; ")).collect();
        let text = parts.concat();
        let mut diagnostics = Diagnostics::default();
        diagnostics.read("a.json", text.as_str().into());
        for part in 0..100 {
            let column = parts[0].chars().count() * part + "häufig, ".chars().count() + 1;
            let position = |column| Position { line: 1, column };
            let span = Span { start: position(column), end: position(column + "teil00".len()) };
            let location = Location { span: Some(span), ..Location::file("a.json") };
            diagnostics.push(Diagnostic::new(location, format!("problem {part}")));
        }
        let drawn = diagnostics.to_string();
        let lines: Vec<&str> = drawn.lines().collect();
        let marks = lines.iter().enumerate().filter(|(_, line)| line.contains('^'));
        let marked: Vec<String> = marks
            .map(|(at, marks)| {
                let pairs = lines[at - 1].chars().zip(marks.chars());
                pairs.filter(|(_, mark)| *mark == '^').map(|(text, _)| text).collect()
            })
            .collect();
        let expected: Vec<String> = (0..100).map(|part| format!("teil{part:02}")).collect();
        assert_eq!(marked, expected);
    }
}
