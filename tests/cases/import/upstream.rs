//! Imports Microsoft's descriptions, if they are at `../shared/upstream`.

use super::{Files, changes, imported, leaves::lost};
use generator::{describe, model::description::Api};
use serde_json::Value;
use std::path::{Path, PathBuf};
use tests::{
    cases::{texts, workspace},
    model_text::difference,
    scratch::announce,
};

const CHAT: &str = "Chat/stable/2025-03-15/communicationserviceschat.json";
const IDENTITY: &str = "Identity/stable/2026-09-23/CommunicationIdentity.json";

#[test]
fn all_of_them_keep_their_meaning_and_lose_nothing() {
    for path in descriptions() {
        let source = relative(&path);
        let mut files = with_upstream(Files::new());
        let text = imported(&files, &source, Some("out.yaml"));
        let written: Value = serde_json::from_str(&files[&source]).expect("it is JSON");
        let result: Value = serde_yaml::from_str(&text).expect("it is YAML");
        assert_eq!(lost(&written, &result), [""; 0], "{source}");
        files.insert("out.yaml".to_owned(), text.clone());
        assert_same(described(&files, &source), described(&files, "out.yaml"));
        assert_eq!(imported(&files, &source, Some("out.yaml")), text, "{source}, again");
    }
}

/// Our descriptions do not name the tool that made Microsoft's.
#[test]
fn the_versions_that_ours_are_of_change_next_to_nothing() {
    if descriptions().is_empty() {
        return;
    }
    let [chat, identity] = [("chat", CHAT), ("identity", IDENTITY)].map(|(ours, theirs)| {
        let files = with_upstream(spec());
        let out = format!("spec/{ours}.yaml");
        changes(&files[&out], &imported(&files, theirs, Some(&out)))
    });
    assert_eq!(chat, "");
    assert_eq!(
        identity,
        "\
+  x-typespec-generated:
+    - emitter: '@azure-tools/typespec-autorest'
"
    );
}

/// An import of an older version changes exactly what differs between the versions.
#[test]
fn other_versions_take_ours_to_what_they_mean() {
    for path in descriptions() {
        let source = relative(&path);
        let out = match &source {
            it if it.starts_with("Chat") => "spec/chat.yaml",
            it if it.starts_with("Identity") => "spec/identity.yaml",
            it if it.starts_with("Common") => "spec/common.yaml",
            // `spec/` does not describe the events of Event Grid.
            _ => continue,
        };
        let mut files = with_upstream(spec());
        let text = imported(&files, &source, Some(out));
        let added = changes(&files[out], &text).lines().filter(|it| it.starts_with('+')).count();
        assert!(added < 200, "{source} adds {added} lines:\n{}", changes(&files[out], &text));
        files.insert(out.to_owned(), text.clone());
        assert_same(
            described(&files, &source).without_docs(),
            described(&files, out).without_docs(),
        );
        assert_eq!(changes(&text, &imported(&files, &source, Some(out))), "", "{source}, again");
    }
}

#[test]
fn a_version_that_has_less_takes_away_just_that() {
    if descriptions().is_empty() {
        return;
    }
    let older = CHAT.replace("2025-03-15", "2024-03-07");
    let common = "Common/stable/2023-11-15/common.json";
    let mut files = with_upstream(spec());
    let text = imported(&files, common, Some("spec/common.yaml"));
    files.insert("spec/common.yaml".to_owned(), text);
    let text = imported(&files, &older, Some("spec/chat.yaml"));
    let changes = changes(&files["spec/chat.yaml"], &text);
    let added: String =
        changes.lines().filter(|it| it.starts_with('+')).collect::<Vec<_>>().join("\n");
    assert_eq!(added, "+  version: '2024-03-07'");
    for gone in ["-    ChatRetentionPolicy:", "-        metadata:", "-  version: '2025-03-15'"] {
        assert!(changes.contains(gone), "{changes}");
    }
}

/// Compares two APIs without regard to the order of their types.
#[track_caller]
fn assert_same(mut theirs: Api, mut ours: Api) {
    for api in [&mut theirs, &mut ours] {
        api.types.sort_by(|a, b| a.name.cmp(&b.name));
    }
    let difference = difference(("the source", &theirs), ("the result", &ours));
    assert!(difference.is_empty(), "they mean different things:\n{difference}");
}

#[track_caller]
fn described(files: &Files, path: &str) -> Api {
    describe(files, path).unwrap_or_else(|problems| panic!("{problems}"))
}

fn upstream() -> PathBuf {
    workspace().join("../shared/upstream")
}

/// The paths of Microsoft's descriptions; empty if they are not here.
fn descriptions() -> Vec<PathBuf> {
    let folder = upstream();
    if !folder.is_dir() {
        announce(&format!("skipped: Microsoft's descriptions are not at {}", folder.display()));
        return Vec::new();
    }
    let files = texts(&folder);
    let files = files.keys().filter(|it| it.ends_with(".json") && !it.contains("examples/"));
    files.map(|it| folder.join(it)).collect()
}

fn relative(path: &Path) -> String {
    let path = path.strip_prefix(upstream()).expect("it is one of theirs");
    path.to_string_lossy().replace('\\', "/")
}

/// Adds Microsoft's files to others.
fn with_upstream(mut files: Files) -> Files {
    files.extend(texts(&upstream()));
    files
}

fn spec() -> Files {
    let spec = texts(&workspace().join("spec"));
    spec.into_iter().map(|(path, text)| (format!("spec/{path}"), text)).collect()
}
