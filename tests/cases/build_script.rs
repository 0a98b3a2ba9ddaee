//! A crate whose build script generates it, as the documentation of `generator::build_script` says.

use generator::{generate_stand_alone, read::Disk};
use std::fs;
use tests::{
    cases::{TEMPLATES, workspace},
    scratch::{Scratch, write},
};

const DESCRIPTION: &str = "\
openapi: 3.0.3
info: { title: Library, version: \"1\" }
servers: [{ url: \"https://library.example\" }]
paths:
  /books:
    get:
      operationId: Books_Count
      responses:
        200:
          description: Done.
          content: { application/json: { schema: { $ref: \"parts.yaml#/Count\" } } }
";

const PARTS: &str =
    "Count: { type: object, required: [NAME], properties: { NAME: { type: integer } } }\n";

const ROOT: &str = "\
include!(concat!(env!(\"OUT_DIR\"), \"/client/lib.rs\"));

/// Reads the count.
pub async fn count(client: &BooksClient) -> azure_core::Result<i64> {
    Ok(client.count().await?.NAME)
}
";

#[test]
fn a_build_script_generates_the_crate_again_when_a_file_changes() {
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), "build-script", &["library"]);
    let folder = scratch.folder.join("library");
    write(&folder.join("library.yaml"), DESCRIPTION);
    write(&folder.join("parts.yaml"), &PARTS.replace("NAME", "count"));
    let files = generate_stand_alone(
        &Disk,
        &folder.join("library.yaml").to_string_lossy(),
        "library",
        &TEMPLATES,
    );
    let files = files.unwrap_or_else(|problems| panic!("{problems}"));
    let manifest = files.into_iter().find(|file| file.path == "Cargo.toml").expect("it is written");
    let generator = workspace().join("generator");
    write(
        &folder.join("Cargo.toml"),
        &format!(
            "{}\n[build-dependencies]\ngenerator = {{ path = {:?}, default-features = false }}\n",
            manifest.contents, generator
        ),
    );
    write(
        &folder.join("build.rs"),
        "fn main() {\n    generator::build_script::run(\"library.yaml\");\n}\n",
    );
    for name in ["count", "total"] {
        write(&folder.join("parts.yaml"), &PARTS.replace("NAME", name));
        write(&folder.join("src/lib.rs"), &ROOT.replace("NAME", name));
        scratch.cargo_succeeds(
            &["check", "--quiet", "--package", "library"],
            &[("RUSTFLAGS", "-Dwarnings")],
        );
    }

    write(&folder.join("parts.yaml"), "Count: { not: {} }\n");
    let output = scratch.cargo(&["check", "--quiet", "--package", "library"], &[]);
    assert!(!output.status.success());
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.contains("library.yaml cannot be used:"), "{told}");
    assert!(
        told.contains("error: `not` is not supported") && told.contains("--> parts.yaml:1:"),
        "{told}"
    );
    fs::remove_file(folder.join("parts.yaml")).expect("it can be removed");
}
