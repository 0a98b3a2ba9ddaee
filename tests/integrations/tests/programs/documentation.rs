//! The pages of the guide and the READMEs show these programs, their commands, and their dependencies.

const PROGRAMS: [(&str, &str); 2] = [
    ("chat_client_opentelemetry", include_str!("../../src/bin/chat_client_opentelemetry.rs")),
    (
        "communication_identity_client_entra",
        include_str!("../../src/bin/communication_identity_client_entra.rs"),
    ),
];
const MANIFEST: &str = include_str!("../../Cargo.toml");
const README: &str = include_str!("../../../../README.md");

/// The page that shows each program.
const PAGES: [&str; 2] = [
    include_str!("../../../../generated/guide/observing.md"),
    include_str!("../../../../generated/guide/deploying.md"),
];

#[test]
fn the_guide_shows_lines_of_the_programs() {
    for ((name, program), page) in PROGRAMS.iter().zip(PAGES) {
        let mut shown = blocks(page, "rust,ignore").flat_map(str::lines).peekable();
        assert!(shown.peek().is_some(), "the page does not show {name}");
        for line in shown {
            let is_in = |it: &str| it.trim() == line.trim();
            assert!(program.lines().any(is_in), "{name} does not have the line {line:?}");
        }
    }
}

#[test]
fn the_guide_has_the_dependencies_of_the_programs() {
    for page in PAGES {
        let mut dependencies = blocks(page, "toml").flat_map(str::lines).peekable();
        assert!(dependencies.peek().is_some(), "the page has no dependencies");
        for dependency in dependencies {
            let (name, version) = dependency.split_once(" = ").expect("a name and a version");
            let here = format!("\n{name} = {{ version = {version},");
            assert!(MANIFEST.contains(&here), "the programs do not use {dependency}");
        }
    }
}

#[test]
fn commands_name_the_programs() {
    for ((name, _), page) in PROGRAMS.iter().zip(PAGES) {
        assert!(commands(page).eq([*name]), "the page does not run {name}");
    }
    assert!(commands(README).eq([PROGRAMS[0].0]));
    for (name, program) in PROGRAMS {
        assert!(commands(program).all(|it| it == name), "{name} names another program");
    }
}

/// The programs that `cargo run -p integrations` runs in a text.
fn commands(text: &str) -> impl Iterator<Item = &str> {
    let after = text.split("cargo run -p integrations --bin ").skip(1);
    after.filter_map(|rest| rest.split(|it: char| it.is_whitespace() || it == '`').next())
}

/// The contents of the code blocks in a language.
fn blocks<'a>(page: &'a str, language: &str) -> impl Iterator<Item = &'a str> {
    let start = format!("\n```{language}\n");
    let blocks: Vec<&str> = page.split(&start).skip(1).collect();
    blocks.into_iter().filter_map(|rest| rest.split("\n```").next())
}
