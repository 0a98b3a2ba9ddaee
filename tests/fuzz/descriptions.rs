//! The generator refuses what it cannot read, with an explanation, and never panics.

use crate::{
    budget::fuzz,
    mutation::{Mutation, edited, edits, mutate, mutations},
};
use generator::{
    describe,
    diff::{Input, Naming, diff},
    import::import,
};
use proptest::{prelude::*, sample::Index};
use serde_json::Value;
use std::{
    cell::Cell,
    collections::BTreeMap,
    path::{Path, PathBuf},
};
use tests::cases::{Case, texts, workspace};

/// A case, and one of its files: as a value, which is mutated, and as text, which is edited.
struct Seed {
    case: Case,
    path: String,
    value: Value,
}

#[test]
fn mutated_descriptions_are_generated_or_refused() {
    let seeds = seeds();
    let refused = Cell::new(0_u32);
    let accepted = Cell::new(0_u32);
    let cases = (any::<Index>(), mutations(WORDS));
    fuzz("descriptions", 250, cases, |(index, mutations): (Index, Vec<Mutation>)| {
        let seed = index.get(&seeds);
        let mut value = seed.value.clone();
        mutate(&mut value, &mutations);
        let mut case = seed.case.clone();
        case.files.insert(seed.path.clone(), value.to_string());
        let count = if case.generate().is_ok() { &accepted } else { &refused };
        count.set(count.get() + 1);
    });
    // Mutations that are all refused, or all accepted, would check nothing.
    let (refused, accepted) = (refused.get(), accepted.get());
    assert!(refused > accepted / 5 && accepted > refused / 20, "{refused} refused, {accepted} not");
}

#[test]
fn edited_files_are_read_or_refused() {
    let seeds = seeds();
    fuzz("texts of descriptions", 250, (any::<Index>(), edits()), |(index, edits)| {
        let seed = index.get(&seeds);
        let mut case = seed.case.clone();
        let text = edited(&case.files[&seed.path], &edits);
        case.files.insert(seed.path.clone(), text);
        for path in case.descriptions() {
            drop(describe(&case.files, &path));
        }
    });
}

#[test]
fn mutated_descriptions_are_imported_or_refused() {
    let seeds = seeds();
    fuzz("imports", 150, (any::<Index>(), mutations(WORDS)), |(index, mutations)| {
        let seed = index.get(&seeds);
        let mut value = seed.value.clone();
        mutate(&mut value, &mutations);
        let mut files = seed.case.files.clone();
        files.insert("new.yaml".to_owned(), value.to_string());
        drop(import(&files, "new.yaml", None));
        drop(import(&files, "new.yaml", Some(&seed.path)));
    });
}

#[test]
fn mutated_descriptions_are_compared_or_refused() {
    let seeds: Vec<Seed> =
        seeds().into_iter().filter(|seed| seed.case.entry() != "sdk.yaml").collect();
    fuzz("comparisons", 150, (any::<Index>(), mutations(WORDS)), |(index, mutations)| {
        let seed = index.get(&seeds);
        let mut value = seed.value.clone();
        mutate(&mut value, &mutations);
        let mut files = seed.case.files.clone();
        files.insert("new.yaml".to_owned(), value.to_string());
        let input = |path| Input { name: path, files: &files, path };
        drop(diff(input(&seed.path), input("new.yaml"), Naming::Found));
    });
}

/// Files of the cases, `spec/`, and Microsoft's descriptions where they are.
fn seeds() -> Vec<Seed> {
    let folder = |name: &str, folder: &Path| Case { name: name.to_owned(), files: texts(folder) };
    let mut cases = Case::all("descriptions");
    // The real descriptions are few among many small ones, so they come more often.
    for _ in 0..10 {
        cases.push(folder("spec", &workspace().join("spec")));
    }
    cases.extend(upstream().into_iter().map(|path| {
        let text = std::fs::read_to_string(&path).expect("the description can be read");
        let files = BTreeMap::from([("description.json".to_owned(), text)]);
        Case { name: "upstream".to_owned(), files }
    }));
    let seeds = cases.into_iter().flat_map(|case| {
        let files: Vec<(String, String)> = case.files.clone().into_iter().collect();
        files.into_iter().filter_map(move |(path, text)| {
            let value = serde_yaml::from_str(&text).ok()?;
            Some(Seed { case: case.clone(), path, value })
        })
    });
    seeds.collect()
}

fn upstream() -> Vec<PathBuf> {
    let files = [
        "Chat/stable/2025-03-15/communicationserviceschat.json",
        "Identity/stable/2026-09-23/CommunicationIdentity.json",
    ];
    let folder = workspace().join("../shared/upstream");
    files.iter().map(|file| folder.join(file)).filter(|path| path.is_file()).collect()
}

/// Texts that mean something in a description, in `sdk.yaml`, or in Rust.
const WORDS: &[&str] = &[
    "",
    "x",
    "a b",
    "1",
    "-",
    "type",
    "Self",
    "self",
    "crate",
    "m²",
    "object",
    "array",
    "string",
    "integer",
    "#",
    "#/components/schemas/Book",
    "#/components/schemas",
    "common.yaml#/components/schemas/CommunicationIdentifierModel",
    "{",
    "/{a}/{b",
    "/{a}{a}",
    "x-y",
    "date-time",
    "byte",
    "default",
    "2XX",
    "200",
    "allOf",
    "oneOf",
    "properties",
    "required",
    "enum",
    "nullable",
    "discriminator",
    "propertyName",
    "mapping",
    "additionalProperties",
    "items",
    "$ref",
    "x-ms-enum",
    "x-ms-pageable",
    "nextLinkName",
    "x-ms-long-running-operation",
    "application/json",
    "application/octet-stream",
    "text/plain",
    "multipart/form-data",
    "query",
    "path",
    "header",
    "\"",
    "`",
    "//",
    "*/",
    "crate::x",
    "Option",
    "Result",
    "\u{202e}",
];
