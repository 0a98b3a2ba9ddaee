//! `generated/` is up to date, and the output of the generator depends only on its input.

use generator::{
    generate, generate_stand_alone,
    read::Disk,
    write::{File, check},
};
use std::{fmt::Write, path::Path};
use tests::{
    cases::{Case, TEMPLATES, Workspace, texts, workspace},
    scratch::{remove, write},
};

#[test]
fn generated_is_what_the_generator_writes_now() {
    let stale = check(&workspace().join("generated"), &crate_at(&workspace()));
    let mut diffs = String::new();
    for file in stale.expect("generated/ can be read") {
        write!(diffs, "{}", file.diff).expect("a String takes it");
    }
    assert!(diffs.is_empty(), "generated/ is stale: run `cargo codegen`\n{diffs}");
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let [first, second] = [(), ()].map(|()| crate_at(&workspace()));
    assert_same(&first, &second);
    for case in Case::all("descriptions") {
        let [first, second] = [(), ()].map(|()| case.generate().expect("the case is right"));
        assert_same(&first, &second);
    }
}

#[test]
fn the_place_of_the_workspace_makes_no_difference() {
    let elsewhere = Path::new(env!("CARGO_TARGET_TMPDIR")).join("some where/else");
    remove(&elsewhere);
    for (path, text) in texts(&workspace().join("spec")) {
        self::write(&elsewhere.join("spec").join(path), &text);
    }
    assert_same(&crate_at(&workspace()), &crate_at(&elsewhere));
    let [here, there] = [workspace(), elsewhere].map(|root| {
        let path = root.join("spec/chat.yaml");
        let files = generate_stand_alone(&Disk, &path.to_string_lossy(), "chat", &TEMPLATES);
        files.unwrap_or_else(|problems| panic!("{problems}"))
    });
    assert_same(&here, &there);
}

fn crate_at(root: &Path) -> Vec<File> {
    let files = generate(&Workspace(root.to_owned()), "spec/sdk.yaml", &TEMPLATES);
    files.unwrap_or_else(|problems| panic!("{problems}"))
}

fn assert_same(first: &[File], second: &[File]) {
    let paths = |files: &[File]| files.iter().map(|file| file.path.clone()).collect::<Vec<_>>();
    assert_eq!(paths(first), paths(second));
    for (first, second) in first.iter().zip(second) {
        assert_eq!(first.contents, second.contents, "{}", first.path);
    }
}
