//! One file: its text, its value, and the positions of parts in the text.

use super::{
    position::Positions,
    syntax::{self, SyntaxError, Where},
};
use crate::{
    diagnostics::{Diagnostic, Diagnostics, Location, Part},
    model::source::tokens,
};
use serde_json::Value;
use std::sync::{Arc, OnceLock};

/// A YAML or JSON file, as it is written.
#[derive(Debug)]
pub struct Source {
    pub path: Arc<str>,
    pub value: Value,
    text: Arc<str>,
    positions: OnceLock<Positions>,
}

impl Source {
    /// Parses `text`, the contents of the file at `path`. The top level must be a mapping.
    /// `beginning` is the first line of such a file, for hints.
    pub fn parse(
        path: &str,
        text: &str,
        beginning: &str,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        // Editors on Windows begin files with a byte order mark.
        let text: Arc<str> = text.strip_prefix('\u{feff}').unwrap_or(text).into();
        diagnostics.read(path, text.clone());
        let hint = format!("begin with `{beginning}`");
        if text.trim().is_empty() {
            let empty = Diagnostic::new(Location::file(path), "the file is empty");
            diagnostics.push(empty.with_hint(hint));
            return None;
        }
        let mut repeated = Vec::new();
        let parsed = syntax::parse(path, &text, &mut repeated);
        let mut source =
            Self { path: path.into(), value: Value::Null, text, positions: OnceLock::new() };
        match parsed {
            Ok(value) => source.value = value,
            Err(error) => {
                diagnostics.push(source.syntax_error(error));
                return None;
            }
        }
        if !repeated.is_empty() {
            source.report_repeated(&repeated, diagnostics);
            return None;
        }
        if !source.value.is_object() {
            let location = source.location("", Part::Key);
            let flat = Diagnostic::new(location, "the top level must be a mapping");
            diagnostics.push(flat.with_hint(hint));
            return None;
        }
        Some(source)
    }

    /// The location of the part at `pointer`, or of the nearest part around it that is in the file.
    pub fn location(&self, mut pointer: &str, part: Part) -> Location {
        while self.value.pointer(pointer).is_none() {
            pointer = &pointer[..pointer.rfind('/').unwrap_or(0)];
        }
        self.positions().location(&self.path, pointer, part)
    }

    fn positions(&self) -> &Positions {
        self.positions.get_or_init(|| Positions::scan(&self.text))
    }

    fn syntax_error(&self, SyntaxError { message, position }: SyntaxError) -> Diagnostic {
        let mut location = Location::file(&*self.path);
        match position {
            Some(Where::Position(position)) => location.span = Some(position.into()),
            Some(Where::Pointer(pointer)) => {
                location = self.positions().location(&self.path, &pointer, Part::Value);
            }
            None => {}
        }
        Diagnostic::new(location, message)
    }

    fn report_repeated(&self, keys: &[String], diagnostics: &mut Diagnostics) {
        let message = |key: &str| format!("the key {key:?} appears twice in the same mapping");
        let repeated = &self.positions().repeated;
        for repeated in repeated {
            let location = Location {
                file: self.path.to_string(),
                span: Some(repeated.again),
                pointer: repeated.pointer.clone(),
            };
            let key = tokens(&repeated.pointer).last().unwrap_or_default();
            let hint = format!("the first one is on line {}", repeated.first.start.line);
            diagnostics.push(Diagnostic::new(location, message(&key)).with_hint(hint));
        }
        // The scanner rejects some texts that serde accepts.
        if repeated.is_empty() {
            for key in keys {
                diagnostics.push(Diagnostic::new(Location::file(&*self.path), message(key)));
            }
        }
    }
}
