//! Loads the description and every file that its `$ref`s reach, and checks them.

use super::{
    check::{Findings, Reference, check},
    files::Files,
    grammar::{Dialect, Kind, openapi, swagger},
    modern,
    reference::{self, BadReference},
    source::Source,
    version,
};
use crate::{
    diagnostics::{Diagnostic, Diagnostics, Location, Part, Problem, nearest},
    model::source::Place,
};
use indexmap::{IndexMap, IndexSet};
use serde_json::Value;
use std::{
    collections::{HashMap, VecDeque},
    io,
    sync::Arc,
};

/// The beginning of a description, for hints.
const BEGINNING: &str = "openapi: 3.0.3";

/// The files of a description by path, the description itself first. Every part has the shape of
/// its kind, and every `$ref` leads to a part of the right kind.
#[derive(Debug)]
pub(super) struct Loaded {
    pub files: IndexMap<Arc<str>, LoadedFile>,
    /// The target of each `$ref`, by the place of the object that contains it.
    pub targets: IndexMap<Place, Place>,
}

/// A file in the dialect that it is written in.
#[derive(Debug)]
pub(super) struct LoadedFile {
    pub source: Source,
    pub dialect: Dialect,
    /// `true` if it is written in OpenAPI 3.1 or 3.2.
    pub is_modern: bool,
    /// The pointers that parts are reached from, and the kinds of these parts: the root if the file
    /// is a description, and the targets of `$ref`s outside of such parts.
    pub starts: Vec<(String, &'static Kind)>,
    /// The first `$ref` into the file.
    pub reached_from: Option<Place>,
}

/// Returns `None` if there are problems, which are then in `diagnostics`.
pub(super) fn load(files: &dyn Files, path: &str, diagnostics: &mut Diagnostics) -> Option<Loaded> {
    let found_before = diagnostics.len();
    let mut loading = Loading {
        files,
        diagnostics,
        loaded: IndexMap::new(),
        reached: HashMap::new(),
        pending: VecDeque::new(),
        is_modern: false,
    };
    loading.entry(path);
    let targets = loading.references();
    loading.cycles(&targets);
    loading.report_findings();
    if loading.diagnostics.len() > found_before {
        loading.report_reached();
        return None;
    }
    let Loading { loaded, mut reached, .. } = loading;
    let files = loaded.into_iter().filter_map(|(path, file)| {
        let OpenFile { source, dialect, is_modern, starts, .. } = file?;
        // A file without a version that nothing refers to is not looked at.
        let dialect = dialect.unwrap_or(Dialect::OpenApi);
        let reached_from = reached.remove(&path);
        Some((path, LoadedFile { source, dialect, is_modern, starts, reached_from }))
    });
    Some(Loaded { files: files.collect(), targets })
}

struct Loading<'a> {
    files: &'a dyn Files,
    diagnostics: &'a mut Diagnostics,
    /// `None` for a file that could not be read.
    loaded: IndexMap<Arc<str>, Option<OpenFile>>,
    /// The first `$ref` into each file.
    reached: HashMap<Arc<str>, Place>,
    pending: VecDeque<Reference>,
    /// `true` if some file is written in OpenAPI 3.1 or 3.2.
    is_modern: bool,
}

/// A file in which further parts may still be found.
struct OpenFile {
    source: Source,
    /// A file without a version has the dialect of the first file that refers to it.
    dialect: Option<Dialect>,
    /// `true` if it is written in OpenAPI 3.1 or 3.2.
    is_modern: bool,
    starts: Vec<(String, &'static Kind)>,
    findings: Findings,
}

impl Loading<'_> {
    fn entry(&mut self, path: &str) {
        let path = reference::normalized(path);
        match self.files.text(&path) {
            Ok(text) => self.open(&path, &text),
            Err(error) => {
                let (message, hint) = self.unreadable(&path, &error);
                let location = Location::file(path);
                self.diagnostics.push(Diagnostic { location, message, hint });
                return;
            }
        }
        let Some(Some(file)) = self.loaded.get_mut(&*path) else { return };
        if file.dialect.is_none() {
            file.findings.problems.push(version::missing(&path));
            return;
        }
        for field in ["info", "paths"] {
            if file.source.value.get(field).is_none_or(Value::is_null) {
                let problem =
                    Problem::new(Place::root(&*path), format!("a description needs {field:?}"));
                file.findings.problems.push(problem);
            }
        }
    }

    /// Parses a file, and checks it from the root if it is a description.
    fn open(&mut self, path: &str, text: &str) {
        let file = Source::parse(path, text, BEGINNING, self.diagnostics).and_then(|source| {
            let dialect = match version::dialect(path, &source.value) {
                Ok(dialect) => dialect,
                Err(problem) => {
                    let location = source.location(&problem.place.pointer, problem.part);
                    self.diagnostics.push(problem.at(location));
                    return None;
                }
            };
            // A file without a version is written as the description is.
            let is_modern = match dialect {
                Some(_) => version::is_modern(&source.value),
                None => self.is_modern,
            };
            let (starts, findings) = (Vec::new(), Findings::default());
            Some(OpenFile { source, dialect, is_modern, starts, findings })
        });
        self.is_modern |= file.as_ref().is_some_and(|it| it.is_modern);
        let file = self.loaded.entry(path.into()).insert_entry(file).into_mut();
        let Some(file) = file else { return };
        match file.dialect {
            Some(Dialect::OpenApi) => file.start("", &openapi::DESCRIPTION),
            Some(Dialect::Swagger) => file.start("", &swagger::DESCRIPTION),
            None => {}
        }
        self.pending.extend(file.findings.references.drain(..));
    }

    /// Follows every `$ref`, also those in the targets.
    fn references(&mut self) -> IndexMap<Place, Place> {
        let mut targets = IndexMap::new();
        while let Some(reference) = self.pending.pop_front() {
            match self.reference(&reference) {
                Ok(Some(target)) => {
                    targets.insert(reference.place, target);
                }
                Ok(None) => {}
                Err(bad) => self.problem(bad.at(reference.place.child("$ref"))),
            }
        }
        targets
    }

    /// The target of a `$ref`; `None` if its file exists but cannot be parsed.
    fn reference(&mut self, reference: &Reference) -> Result<Option<Place>, BadReference> {
        let Reference { place, text, kind } = reference;
        let target = reference::target(&place.file, text)?;
        if !self.loaded.contains_key(&target.file) {
            let found = self.files.text(&target.file).map_err(|error| {
                let (message, hint) = self.unreadable(&target.file, &error);
                BadReference::new(format!("the $ref {text:?} cannot be followed: {message}"), hint)
            })?;
            self.reached.insert(target.file.clone(), place.child("$ref"));
            self.open(&target.file, &found);
        }
        let referring = self.dialect_of(&place.file).unwrap_or(kind.dialect);
        let Some(Some(file)) = self.loaded.get_mut(&target.file) else { return Ok(None) };
        file.reach(&target, kind, referring, text)?;
        self.pending.extend(file.findings.references.drain(..));
        Ok(Some(target))
    }

    /// Tells the diagnostics which `$ref` led to each file.
    fn report_reached(&mut self) {
        for (file, from) in &self.reached {
            if let Some(Some(referring)) = self.loaded.get(&from.file) {
                let location = referring.source.location(&from.pointer, Part::Value);
                self.diagnostics.reached(file, location);
            }
        }
    }

    fn dialect_of(&self, file: &str) -> Option<Dialect> {
        self.loaded.get(file)?.as_ref()?.dialect
    }

    fn unreadable(&self, path: &str, error: &io::Error) -> (String, Option<String>) {
        match error.kind() {
            io::ErrorKind::NotFound => {
                let directory = reference::directory(path);
                let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
                let names = self.files.names(directory);
                let similar = nearest(name, names.iter().map(String::as_str));
                let hint = similar.map(|name| format!("did you mean {name:?}?"));
                (format!("there is no file {path:?}"), hint)
            }
            io::ErrorKind::InvalidData => (format!("the file {path:?} is not UTF-8 text"), None),
            _ => (format!("the file {path:?} cannot be read: {error}"), None),
        }
    }

    /// Reports the `$ref`s that lead back to themselves without reaching a definition.
    fn cycles(&mut self, targets: &IndexMap<Place, Place>) {
        let mut settled = IndexSet::new();
        for start in targets.keys() {
            let mut path = IndexSet::new();
            let mut place = start;
            while !settled.contains(place) && path.insert(place) {
                match targets.get(place) {
                    Some(target) => place = target,
                    None => break,
                }
            }
            // A `$ref` that only leads into a cycle is not part of it.
            let cycle = path.get_index_of(place).filter(|_| targets.contains_key(place));
            for member in path.iter().skip(cycle.unwrap_or(path.len())) {
                let message = "the $ref leads back to itself";
                self.problem(Problem::new(member.child("$ref"), message));
            }
            settled.extend(path);
        }
    }

    fn problem(&mut self, problem: Problem) {
        if let Some(Some(file)) = self.loaded.get_mut(&problem.place.file) {
            file.findings.problems.push(problem);
        }
    }

    fn report_findings(&mut self) {
        for file in self.loaded.values_mut().flatten() {
            for problem in file.findings.problems.drain(..) {
                let location = file.source.location(&problem.place.pointer, problem.part);
                self.diagnostics.push(problem.at(location));
            }
        }
    }
}

impl OpenFile {
    /// Checks the part at `pointer` and everything below it.
    fn start(&mut self, pointer: &str, kind: &'static Kind) {
        if self.is_modern
            && let Some(value) = self.source.value.pointer_mut(pointer)
        {
            modern::simplify(kind, value);
        }
        let Some(value) = self.source.value.pointer(pointer) else { return };
        let place = Place::new(self.source.path.clone(), pointer);
        self.starts.push((pointer.to_owned(), kind));
        check(kind, value, &place, &mut self.findings);
    }

    /// Makes sure that `target` is an object of `kind`. `text` is the `$ref` that leads there, from
    /// a file in the dialect `referring`.
    fn reach(
        &mut self,
        target: &Place,
        kind: &'static Kind,
        referring: Dialect,
        text: &str,
    ) -> Result<(), BadReference> {
        let Some(value) = self.source.value.pointer(&target.pointer) else {
            let hint = reference::did_you_mean(&self.source.value, target, text);
            return Err(BadReference::new(format!("the $ref {text:?} points to nothing"), hint));
        };
        let dialect = *self.dialect.get_or_insert(referring);
        let kind = kind.in_dialect(dialect);
        let found = match self.findings.parts.get(&target.pointer) {
            Some(found) => found.name,
            None if kind.dialect == dialect && value.is_object() => {
                self.start(&target.pointer, kind);
                return Ok(());
            }
            None => "something else",
        };
        if found == kind.name {
            return Ok(());
        }
        let message =
            format!("the $ref {text:?} leads to {found}, but {} is needed here", kind.name);
        Err(BadReference::new(message, None))
    }
}
