//! `spec/` has the meaning of Microsoft's descriptions and none of their sentences.
//!
//! Microsoft's descriptions are not in this repository. The tests skip if `../shared/upstream` does
//! not have them.

use generator::{describe, model::description::Api, read::Disk};
use serde_json::Value;
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};
use tests::{
    cases::{texts, workspace},
    model_text::difference,
    scratch::announce,
};

#[test]
fn chat_means_what_microsofts_description_means() {
    same("spec/chat.yaml", "Chat/stable/2025-03-15/communicationserviceschat.json", &[]);
}

#[test]
fn identity_means_what_microsofts_description_means() {
    same("spec/identity.yaml", "Identity/stable/2026-09-23/CommunicationIdentity.json", &[]);
}

/// Microsoft's description refers to older identifiers than ours, which are those of the other
/// descriptions. Both name them alike, and everything else must mean the same.
#[test]
fn events_mean_what_microsofts_description_means() {
    let shared = described(&workspace().join("spec/common.yaml"));
    let shared: Vec<&str> = shared.types.iter().map(|it| &*it.name).collect();
    let upstream = "EventGrid/stable/2018-01-01/AzureCommunicationServices.json";
    same("spec/events.yaml", upstream, &shared);
}

/// Compares two descriptions without the definitions of some types.
fn same(ours: &str, theirs: &str, left_out: &[&str]) {
    let Some(upstream) = upstream() else { return };
    let [theirs, ours] = [upstream.join(theirs), workspace().join(ours)].map(|path| {
        let mut api = described(&path);
        api.types.retain(|it| !left_out.contains(&&*it.name));
        api
    });
    let difference = difference(("Microsoft's", &theirs), ("ours", &ours));
    assert!(difference.is_empty(), "they mean different things:\n{difference}");
    assert_eq!(theirs, ours, "they differ in what the text does not show");
}

fn described(path: &Path) -> Api {
    let api = describe(&Disk, &path.to_string_lossy());
    api.unwrap_or_else(|problems| panic!("{problems}")).without_docs()
}

#[test]
fn no_sentence_is_microsofts() {
    let Some(upstream) = upstream() else { return };
    let sentences = |folder: &Path| {
        let mut sentences = BTreeSet::new();
        for (path, text) in texts(folder) {
            if path.ends_with(".json") || path.ends_with(".yaml") {
                let value = serde_yaml::from_str(&text);
                collect_sentences(
                    &value.unwrap_or_else(|error| panic!("{path}: {error}")),
                    &mut sentences,
                );
            }
        }
        sentences
    };
    let (ours, theirs) = (sentences(&workspace().join("spec")), sentences(&upstream));
    assert!(ours.len() > 50 && theirs.len() > 50, "sentences are found");
    let same: Vec<&String> = ours.intersection(&theirs).collect();
    assert!(same.is_empty(), "these are Microsoft's sentences: {same:#?}");
}

/// The folder of Microsoft's descriptions, if it exists.
fn upstream() -> Option<PathBuf> {
    let folder = workspace().join("../shared/upstream");
    if folder.is_dir() {
        return Some(folder);
    }
    announce(&format!("skipped: Microsoft's descriptions are not at {}", folder.display()));
    None
}

/// Collects the sentences of all descriptions in a value, with case and spaces normalized.
fn collect_sentences(value: &Value, sentences: &mut BTreeSet<String>) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                if let ("description" | "summary", Value::String(text)) = (&**key, value) {
                    sentences.extend(text.split(['.', '\n']).filter_map(sentence));
                }
                collect_sentences(value, sentences);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect_sentences(item, sentences)),
        _ => {}
    }
}

/// A sentence of at least three words. Anybody may write a shorter one.
fn sentence(text: &str) -> Option<String> {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    (words.len() >= 3).then(|| words.join(" "))
}
