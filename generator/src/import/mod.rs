//! Imports a description: writes it as OpenAPI 3.0 in YAML, or brings an existing file up to date.
//!
//! 1. [`read::translate`] converts it to OpenAPI 3.0 without losing anything.
//! 2. `bundle` makes one document of it and the files that it refers to.
//! 3. `shared` lets it refer to our other files where they mean the same.
//! 4. `merge` applies changes to the existing document, and `components` to the parts that
//!    operations share. `facts` decides whether two parts mean the same.
//! 5. `write` writes a new file; `edit` changes the lines of an existing one.

mod align;
mod bundle;
mod components;
mod edit;
mod enums;
mod facts;
mod merge;
mod outline;
mod scalar;
mod shared;
mod walk;
mod write;

use crate::{
    diagnostics::{Diagnostic, Diagnostics, Location},
    read::{self, Documents, Files},
};
use bundle::Bundle;
use serde_json::Value;
use std::io;
use write::Notes;

/// Returns the new text of the file `out`: the description at `source` as OpenAPI 3.0 in YAML.
/// Parts of the existing file stay if they mean the same.
///
/// # Errors
/// Returns the problems of both files.
pub fn import(files: &dyn Files, source: &str, out: Option<&str>) -> Result<String, Diagnostics> {
    let mut diagnostics = Diagnostics::default();
    let bundle = read::translate(files, source, &mut diagnostics)
        .and_then(|documents| bundle::bundle(&documents, &mut diagnostics));
    let there = out.and_then(|out| there(files, out, &mut diagnostics));
    let bundle = bundle.filter(|_| diagnostics.is_empty()).ok_or(diagnostics)?;
    match there {
        None => Ok(write::document(&bundle.root, &Notes::new())),
        Some(there) => there.updated(files, bundle),
    }
}

/// The file to update.
struct ExistingFile {
    path: String,
    text: String,
    documents: Documents,
}

fn there(files: &dyn Files, path: &str, diagnostics: &mut Diagnostics) -> Option<ExistingFile> {
    let text = match files.text(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return None,
        Err(error) => {
            let message = format!("cannot be read: {error}");
            diagnostics.push(Diagnostic::new(Location::file(path), message));
            return None;
        }
    };
    let documents = read::translate(files, path, diagnostics)?;
    if let Some(dialect) = documents.entry().other_dialect() {
        let message = format!("this file is written in {dialect} and would be overwritten");
        let diagnostic = Diagnostic::new(Location::file(path), message);
        diagnostics.push(diagnostic.with_hint("write to another file with --out"));
        return None;
    }
    let path = documents.entry().path.to_string();
    Some(ExistingFile { path, text, documents })
}

impl ExistingFile {
    fn updated(&self, files: &dyn Files, mut bundle: Bundle) -> Result<String, Diagnostics> {
        let old = &self.documents;
        let new = self.reread(files, &bundle.root)?;
        shared::refer_to_ours(&mut bundle, &new, old);
        keep_defaults_of_hosts(&mut bundle.root, &old.entry().root);
        let new = self.reread(files, &bundle.root)?;
        let updated = components::update(old, &new);
        let current = self.reread(files, &updated.root)?;
        let mut merged = merge::merge(&current, &new);
        components::prune(&mut merged.root, old, &new, &bundle.foreign);
        merged.notes.extend(updated.notes);
        if edit::is_same(&old.entry().root, &merged.root) {
            return Ok(self.text.clone());
        }
        let edited = edit::edit(&self.text, &old.entry().root, &merged.root, &merged.notes);
        Ok(edited.unwrap_or_else(|| write::document(&merged.root, &merged.notes)))
    }

    /// Reads the file again with `root` as its contents.
    fn reread(&self, files: &dyn Files, root: &Value) -> Result<Documents, Diagnostics> {
        let instead =
            Replaced { files, path: &self.path, text: write::document(root, &Notes::new()) };
        let mut diagnostics = Diagnostics::default();
        read::translate(&instead, &self.path, &mut diagnostics).ok_or(diagnostics)
    }
}

/// Files, one of which is replaced.
struct Replaced<'a> {
    files: &'a dyn Files,
    path: &'a str,
    text: String,
}

impl Files for Replaced<'_> {
    fn text(&self, path: &str) -> io::Result<String> {
        if path == self.path { Ok(self.text.clone()) } else { self.files.text(path) }
    }
}

/// Swagger 2.0 has no defaults for the parameters of a host, so the defaults that OpenAPI 3.0
/// requires are not compared.
fn keep_defaults_of_hosts(new: &mut Value, old: &Value) {
    let servers = new.get_mut("servers").and_then(Value::as_array_mut);
    for server in servers.into_iter().flatten() {
        let same = old.get("servers").and_then(Value::as_array).into_iter().flatten();
        let same = same.clone().find(|it| it.get("url") == server.get("url"));
        let variables = server.get_mut("variables").and_then(Value::as_object_mut);
        for (name, variable) in variables.into_iter().flatten() {
            let default = same.and_then(|it| it.get("variables")?.get(name)?.get("default"));
            if let Some(default) = default.filter(|_| variable["default"] == "") {
                variable["default"] = default.clone();
            }
        }
    }
}
