//! Runs the package `behaviour/`, whose tests call the crates of some cases with canned responses.

use tests::{
    cases::{Case, texts, workspace},
    scratch::{Scratch, write},
};

#[test]
fn crates_do_what_their_descriptions_say() {
    let package = texts(&workspace().join("tests/runtime/behaviour"));
    let manifest = &package["Cargo.toml"];
    let mut cases = Case::all("descriptions");
    cases.retain(|case| manifest.contains(&format!("path = \"../{}\"", case.name)));
    let mut members: Vec<&str> = cases.iter().map(|case| &*case.name).collect();
    members.push("behaviour");
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), "behaviour", &members);
    for case in &cases {
        let files = case.generate().unwrap_or_else(|problems| panic!("{problems}"));
        generator::write::write(&scratch.folder.join(&case.name), &files)
            .expect("the crate can be written");
    }
    let transport = std::fs::read_to_string(workspace().join("tests/support/canned.rs"));
    let transport = transport.expect("there is the transport");
    write(&scratch.folder.join("behaviour/canned.rs"), &transport);
    for (path, text) in &package {
        write(&scratch.folder.join("behaviour").join(path), text);
    }
    scratch.cargo_succeeds(&["test", "--quiet", "--package", "behaviour"], &[]);
}
