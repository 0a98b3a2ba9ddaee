//! Each pair of descriptions in `diffs/` has a snapshot of its report.

use generator::{
    Enums,
    diff::{Format, Input, Level, Naming, Options, Report, What, diff, element::Kind},
    read::{Disk, Files},
};
use std::{fs, path::PathBuf};
use tests::{
    cases::{
        Case, assert_no_snapshot_is_left_over, assert_snapshot, for_each_case, texts, workspace,
    },
    scratch::announce,
};

#[test]
fn every_change_is_told_with_its_place_its_rust_and_its_level() {
    for_each_case("diffs", |case| {
        assert_snapshot("diffs", case, "report", &report(case).write(Format::Text));
    });
}

#[test]
fn every_snapshot_belongs_to_a_case() {
    assert_no_snapshot_is_left_over("diffs", &["report", "report.markdown", "report.json"]);
}

#[test]
fn a_description_has_not_changed_from_itself() {
    for_each_case("diffs", |case| {
        for path in ["old.yaml", "new.yaml"] {
            let report = compare(&case.files, path, path);
            assert_eq!(report.write(Format::Text), "verdict: no changes for users\n");
        }
    });
}

/// Unrelated descriptions: each addition in one direction is a removal in the other.
#[test]
fn what_is_new_one_way_is_gone_the_other_way() {
    let cases = Case::all("descriptions");
    let options = Options { naming: Naming::StandAlone(Enums::Open), ..Options::default() };
    for pair in cases.windows(2) {
        let [old, new] = [&pair[0], &pair[1]];
        let count = |old, new, what| {
            let report = diff(described(old), described(new), options);
            let report = report.unwrap_or_else(|problems| panic!("{problems}"));
            report.changes.iter().filter(|it| it.what == what).count()
        };
        let names = (&old.name, &new.name);
        assert_eq!(count(old, new, What::Added), count(new, old, What::Removed), "{names:?}");
        assert_eq!(count(old, new, What::Renamed), count(new, old, What::Renamed), "{names:?}");
    }
}

#[test]
fn markdown_and_json_say_the_same() {
    let cases = Case::all("diffs");
    let case = cases.iter().find(|case| case.name == "report").expect("there is the case");
    let report = report(case);
    assert_snapshot("diffs", case, "report.markdown", &report.write(Format::Markdown));
    assert_snapshot("diffs", case, "report.json", &report.write(Format::Json));
}

#[test]
fn newer_versions_of_microsofts_chat_are_minor() {
    let Some(versions) = upstream("Chat") else { return };
    for pair in versions.windows(2) {
        let report = compare(&Disk, &pair[0], &pair[1]);
        assert_eq!(report.verdict, Some(Level::Minor), "{}", report.write(Format::Text));
    }
}

/// The operations and their client have other names. All other changes are additions.
#[test]
fn the_newer_version_of_microsofts_identity_has_other_names() {
    let Some(versions) = upstream("Identity") else { return };
    let report = compare(&Disk, &versions[0], &versions[1]);
    let majors: Vec<_> = report.changes.iter().filter(|it| it.level == Level::Major).collect();
    assert_eq!(majors.len(), 6, "{}", report.write(Format::Text));
    for change in majors {
        assert_eq!(change.what, What::Renamed, "{change:?}");
        assert!(matches!(change.kind, Kind::Client | Kind::Operation), "{change:?}");
    }
}

#[test]
fn spec_has_other_words_than_microsofts_description_and_nothing_else() {
    let Some(versions) = upstream("Chat") else { return };
    let ours = workspace().join("spec/chat.yaml").to_string_lossy().into_owned();
    let report = compare(&Disk, &versions[versions.len() - 1], &ours);
    let other: Vec<_> = report.changes.iter().filter(|it| !it.is_words()).collect();
    assert!(other.is_empty(), "{other:#?}");
    assert_eq!(report.verdict, Some(Level::Patch));
}

/// If there is an `sdk.yaml` beside both descriptions, names in Rust come from it.
#[test]
fn names_are_those_of_sdk_yaml() {
    let old = texts(&workspace().join("spec"));
    let mut new = old.clone();
    let operation = "      operationId: ChatThread_SendChatMessage\n";
    let deprecated =
        old["chat.yaml"].replace(operation, &format!("{operation}      deprecated: true\n"));
    new.insert("chat.yaml".to_owned(), deprecated);
    let rust = |new: &dyn Files, naming| {
        let options = Options { naming, ..Options::default() };
        let input = |files| Input { name: "chat.yaml", files, path: "chat.yaml" };
        let report = diff(input(&old), input(new), options);
        let report = report.unwrap_or_else(|problems| panic!("{problems}"));
        let new = report.changes.into_iter().filter_map(|change| change.new);
        new.map(|side| side.rust).collect::<Vec<_>>()
    };
    let named = "method `ChatThreadClient::send_message`, which returns `calls::SendMessage`";
    let by_itself = "method `ChatThreadClient::send_chat_message`, which returns \
                     `calls::ChatThreadSendChatMessage`";
    assert_eq!(rust(&new, Naming::Found), [named]);
    assert_eq!(rust(&new, Naming::StandAlone(Enums::Open)), [by_itself]);
    new.remove("sdk.yaml");
    assert_eq!(rust(&new, Naming::Found), [by_itself]);
}

fn described(case: &Case) -> Input<'_> {
    Input { name: &case.name, files: &case.files, path: "description.yaml" }
}

fn report(case: &Case) -> Report {
    compare(&case.files, "old.yaml", "new.yaml")
}

fn compare(files: &dyn Files, old: &str, new: &str) -> Report {
    let input = |path| Input { name: path, files, path };
    let report = diff(input(old), input(new), Options::default());
    report.unwrap_or_else(|problems| panic!("{problems}"))
}

/// The paths of Microsoft's descriptions of an API, oldest first; `None` if they are not here.
fn upstream(api: &str) -> Option<Vec<String>> {
    let folder = workspace().join("../shared/upstream").join(api).join("stable");
    if !folder.is_dir() {
        announce(&format!("skipped: Microsoft's descriptions are not at {}", folder.display()));
        return None;
    }
    let inside = |folder: PathBuf| {
        let entries = fs::read_dir(folder).expect("the folder can be listed");
        let paths = entries.map(|it| it.expect("the folder can be listed").path());
        let mut paths: Vec<PathBuf> = paths.collect();
        paths.sort();
        paths
    };
    let files = inside(folder).into_iter().flat_map(inside).filter(|it| it.is_file());
    Some(files.map(|it| it.to_string_lossy().into_owned()).collect())
}
