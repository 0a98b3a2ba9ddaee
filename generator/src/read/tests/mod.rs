mod references;
mod robustness;
mod shapes;
mod siblings;
mod swagger;
mod swagger_bodies;
mod swagger_responses;
mod text;
mod upstream;

use super::{Documents, read};
use crate::{
    diagnostics::{Diagnostics, Part},
    model::source::Place,
};
use serde_json::Value;
use std::collections::BTreeMap;

/// Reads the first of these files, given as paths and texts.
fn try_read(files: &[(&str, &str)]) -> Result<Documents, Diagnostics> {
    let (entry, _) = files[0];
    let files: BTreeMap<_, _> =
        files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    let mut diagnostics = Diagnostics::default();
    let documents = read(&files, entry, &mut diagnostics);
    assert_eq!(documents.is_some(), diagnostics.is_empty(), "{diagnostics}");
    documents.ok_or(diagnostics)
}

#[track_caller]
fn documents(files: &[(&str, &str)]) -> Documents {
    try_read(files).unwrap_or_else(|diagnostics| panic!("{diagnostics}"))
}

/// The problems of the files, without the source lines.
#[track_caller]
fn problems(files: &[(&str, &str)]) -> String {
    listed(&try_read(files).expect_err("this should have been refused"))
}

fn listed(diagnostics: &Diagnostics) -> String {
    let listed = diagnostics.sorted().into_iter().map(|it| {
        let pointer = Some(&it.location.pointer).filter(|it| !it.is_empty());
        let at = pointer.map(|it| format!("\n    at {it}")).unwrap_or_default();
        let help = it.hint.as_ref().map(|it| format!("\n  help: {it}")).unwrap_or_default();
        format!("{}: error: {}{at}{help}\n", it.location, it.message)
    });
    listed.collect::<Vec<_>>().join("\n")
}

/// An OpenAPI 3.0 description that continues with `rest`, which begins at line 4.
fn openapi(rest: &str) -> String {
    format!("openapi: 3.0.3\ninfo: {{ title: T, version: '1' }}\npaths: {{}}\n{rest}")
}

/// A Swagger 2.0 description that continues with `rest`, which begins at line 3.
fn swagger(rest: &str) -> String {
    let paths =
        if rest.contains("\npaths:") || rest.starts_with("paths:") { "" } else { "\npaths: {}" };
    format!("swagger: '2.0'\ninfo: {{ title: T, version: '1' }}\n{rest}{paths}")
}

/// The part at `pointer` of the document that a Swagger 2.0 description is converted to.
#[track_caller]
fn converted(rest: &str, pointer: &str) -> Value {
    let documents = documents(&[("api.yaml", &swagger(rest))]);
    value(&documents, "api.yaml", pointer).clone()
}

#[track_caller]
fn value<'a>(documents: &'a Documents, file: &str, pointer: &str) -> &'a Value {
    let value = documents.value(&Place::new(file, pointer));
    value.unwrap_or_else(|| panic!("{file} has no {pointer}"))
}

/// `line:column pointer` of a place, as the user sees it.
#[track_caller]
fn location(documents: &Documents, file: &str, pointer: &str) -> String {
    value(documents, file, pointer);
    let location = documents.location(&Place::new(file, pointer), Part::Key);
    assert_eq!(location.file, file);
    let start = location.span.unwrap().start;
    format!("{}:{} {}", start.line, start.column, location.pointer)
}
